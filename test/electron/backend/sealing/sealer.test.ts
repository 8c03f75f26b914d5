import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { RuleBroken } from '../../../../electron/backend/rule-broken.ts'
import { createSealer } from '../../../../electron/backend/sealing/sealer.ts'

const place = { table: 'bank_text', id: 'row-1', column: 'description' }
const text = 'Overboeking van mevr. Zandstra, kenmerk 2026-0042 – dank u'
const sealer = createSealer(randomBytes(32), 1)

/** Whether a changed value was refused, and as what. */
function refusalOf(open: () => unknown): string {
  try {
    open()
    return 'opened'
  } catch (error) {
    return error instanceof RuleBroken ? error.code : String(error)
  }
}

describe('a sealed value', () => {
  test('opens again, and shows nothing of what is in it', () => {
    const sealed = sealer.sealText(place, text)
    expect(sealer.openText(place, sealed)).toBe(text)
    expect(sealed.toString('latin1')).not.toContain('Zandstra')
    expect(sealed.length).toBe(Buffer.byteLength(text) + 30)
  })

  test.each([[0], [1], [200], [5_000_000]])('of %i bytes comes back byte for byte', (length) => {
    const plain = randomBytes(length)
    expect(sealer.open(place, sealer.seal(place, plain)).equals(plain)).toBe(true)
  })

  test('looks different each time: equal texts cannot be told by their seals', () => {
    expect(sealer.sealText(place, text).equals(sealer.sealText(place, text))).toBe(false)
  })

  test('is refused when any bit of any byte was flipped, and when bytes are missing or added', () => {
    const sealed = sealer.sealText(place, text)
    for (let index = 0; index < sealed.length; index += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Buffer.from(sealed)
        changed[index] = (changed[index] ?? 0) ^ (1 << bit)
        expect(
          refusalOf(() => sealer.open(place, changed)),
          `byte ${index}, bit ${bit}`,
        ).toBe('sealedDamaged')
      }
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect(refusalOf(() => sealer.open(place, sealed.subarray(0, length)))).toBe('sealedDamaged')
    expect(refusalOf(() => sealer.open(place, Buffer.concat([sealed, Buffer.of(0)])))).toBe('sealedDamaged')
  })

  test('would not have been refused by a cipher that only hides (control)', () => {
    const [key, nonce] = [randomBytes(32), randomBytes(16)]
    const hiding = createCipheriv('aes-256-ctr', key, nonce)
    const hidden = Buffer.concat([hiding.update(text, 'utf8'), hiding.final()])
    hidden[3] = (hidden[3] ?? 0) ^ 1
    const showing = createDecipheriv('aes-256-ctr', key, nonce)
    expect(refusalOf(() => Buffer.concat([showing.update(hidden), showing.final()]))).toBe('opened')
  })

  test.each([
    ['another row', { ...place, id: 'row-2' }],
    ['another column', { ...place, column: 'name' }],
    ['another table', { ...place, table: 'bank_file' }],
    ['a place whose names run together alike', { table: 'bank_text', id: 'row-1description', column: '' }],
  ])('is refused in %s', (_where, elsewhere) => {
    const sealed = sealer.sealText(place, text)
    expect(refusalOf(() => sealer.open(elsewhere, sealed))).toBe('sealedDamaged')
    expect(refusalOf(() => sealer.open({ ...place }, sealed))).toBe('opened')
  })

  test('is refused under another key, and under the same key of another version', () => {
    const key = randomBytes(32)
    const sealed = createSealer(key, 1).sealText(place, text)
    expect(refusalOf(() => sealer.open(place, sealed))).toBe('sealedDamaged')
    expect(refusalOf(() => createSealer(key, 2).open(place, sealed))).toBe('sealedDamaged')
    const relabelled = Buffer.from(sealed)
    relabelled[1] = 2
    expect(refusalOf(() => createSealer(key, 2).open(place, relabelled))).toBe('sealedDamaged')
    expect(refusalOf(() => createSealer(key, 1).open(place, sealed))).toBe('opened')
  })
})

describe('a look-up', () => {
  const column = { table: 'bank_line', column: 'iban' }

  test('is the same for the same text, and says nothing without the key', () => {
    expect(sealer.lookup(column, 'NL13TEST0123456789')).toBe(sealer.lookup(column, 'NL13TEST0123456789'))
    expect(createSealer(randomBytes(32), 1).lookup(column, 'NL13TEST0123456789')).not.toBe(
      sealer.lookup(column, 'NL13TEST0123456789'),
    )
  })

  test('differs per text and per column', () => {
    const seen = new Set([
      sealer.lookup(column, 'NL13TEST0123456789'),
      sealer.lookup(column, 'NL13TEST0123456788'),
      sealer.lookup({ ...column, column: 'name' }, 'NL13TEST0123456789'),
      sealer.lookup({ ...column, table: 'person' }, 'NL13TEST0123456789'),
    ])
    expect(seen.size).toBe(4)
  })
})

test('ten thousand values of 200 bytes are sealed, and opened, well within a second', () => {
  const plain = randomBytes(200)
  const places = Array.from({ length: 10_000 }, (_, index) => ({ ...place, id: `row-${index}` }))
  let sealed: Buffer[] = []
  const sealing = quickest(() => {
    sealed = places.map((where) => sealer.seal(where, plain))
  })
  const opening = quickest(() => {
    for (const [index, where] of places.entries()) sealer.open(where, sealed[index] ?? Buffer.of())
  })
  expect(sealing, 'sealing').toBeLessThan(700)
  expect(opening, 'opening').toBeLessThan(700)
})

/** Milliseconds of the processor; the least of three, because the machine may be busy with other tests. */
function quickest(work: () => void): number {
  const times = [1, 2, 3].map(() => {
    const before = process.threadCpuUsage()
    work()
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}
