import { beforeAll, describe, expect, test } from 'vitest'
import { seal } from '../../../../../electron/backend/sync/format/age-envelope.ts'
import { formatName, hashOfBytes } from '../../../../../electron/backend/sync/format/file-names.ts'
import { formatVersion } from '../../../../../electron/backend/sync/format/header.ts'
import { openSegment, openSnapshot } from '../../../../../electron/backend/sync/format/open-file.ts'
import { composePlaintext } from '../../../../../electron/backend/sync/format/plaintext.ts'
import { type SealedFile, sealSegment, sealSnapshot } from '../../../../../electron/backend/sync/format/seal-file.ts'
import {
  atNoon,
  firstSegment,
  makeDevice,
  nameOf,
  sealingBy,
  type TestDevice,
  trustOf,
  vault,
} from '../../../../support/sync/sealed-files.ts'

let anna: TestDevice
let bert: TestDevice
let stranger: TestDevice
let file: SealedFile
const lines = ['{"n":1}', '{"n":2}']

beforeAll(async () => {
  anna = await makeDevice('a1a1a1a1')
  bert = await makeDevice('b2b2b2b2')
  stranger = await makeDevice('c3c3c3c3')
  file = await sealSegment(firstSegment(anna), lines, sealingBy(anna, [anna, bert]))
})

/** The file as Bert's PC opens it. */
const openAsBert = (made: SealedFile, change = {}) =>
  openSegment(nameOf(made), made.bytes, trustOf(bert, [anna], change))

const refusedFor = (reason: string) => ({ outcome: 'refused', reason })

describe('a file that is as it should be', () => {
  test('opens for whoever it was made for', async () => {
    const opened = await openAsBert(file)
    expect(opened).toMatchObject({ outcome: 'opened', lines, header: { dev: anna.id, seq: 1, n: 2 } })
  })

  test('opens when it has no changes in it at all', async () => {
    const sign = await sealSegment(firstSegment(anna), [], sealingBy(anna, [bert]))
    expect(await openAsBert(sign)).toMatchObject({ outcome: 'opened', lines: [] })
  })

  test('opens when a later version put more into its header', async () => {
    const later = await handMade((header) => ({ ...header, later: 1 }), anna)
    expect(await openAsBert(later)).toMatchObject({ outcome: 'opened' })
  })
})

describe('a file that is not taken in, each for its own reason', () => {
  test('a byte less, or another byte: incomplete', async () => {
    const short = { ...file, bytes: file.bytes.subarray(0, -1) }
    expect(await openAsBert(short)).toEqual({ outcome: 'incomplete' })
    expect(await openAsBert({ ...file, bytes: flipped(file.bytes, 200) })).toEqual({ outcome: 'incomplete' })
  })

  test('a changed byte under a name that was made to fit: undecryptable', async () => {
    expect(await openAsBert(renamed(flipped(file.bytes, file.bytes.length - 1)))).toEqual(refusedFor('undecryptable'))
  })

  test('made for somebody else', async () => {
    const other = await sealSegment(firstSegment(anna), lines, sealingBy(anna, [anna]))
    expect(await openAsBert(other)).toEqual(refusedFor('notForUs'))
  })

  test('an outsider who knows our keys and says to be Anna: forged', async () => {
    const forged = await sealSegment(firstSegment(anna), lines, sealingBy({ ...anna, key: stranger.key }, [bert]))
    expect(await openAsBert(forged)).toEqual(refusedFor('forged'))
  })

  test('a device that is on no list', async () => {
    const unknown = await sealSegment(firstSegment(stranger), lines, sealingBy(stranger, [bert]))
    expect(await openAsBert(unknown)).toEqual(refusedFor('unknownDevice'))
  })

  test('Anna’s file of another book', async () => {
    const options = { ...sealingBy(anna, [bert]), vault: '0000000000000001' }
    expect(await openAsBert(await sealSegment(firstSegment(anna), lines, options))).toEqual(refusedFor('foreignVault'))
  })

  test('renamed to another number, another scope or another device', async () => {
    const name = nameOf(file)
    if (name.kind !== 'segment') throw new Error('a segment is tested')
    const others = [{ seq: 2 }, { scope: 'buurt' as const }, { device: bert.id }]
    for (const other of others)
      expect(await openSegment({ ...name, ...other }, file.bytes, trustOf(bert, [anna]))).toEqual(refusedFor('renamed'))
  })

  test('laid in the place of a snapshot, and the other way round', async () => {
    const place = { scope: 'leden', device: anna.id } as const
    const asSnapshot = { kind: 'snapshot', epoch: 1, hash: file.hash, ...place } as const
    expect(await openSnapshot(asSnapshot, file.bytes, trustOf(bert, [anna]))).toEqual(refusedFor('malformed'))
    const { list } = firstSegment(anna)
    const header = { list, dev: anna.id, scope: 'leden', epoch: 1, covers: {}, digest: '' } as const
    const snapshot = await sealSnapshot(header, lines, sealingBy(anna, [bert]))
    const asSegment = { kind: 'segment', seq: 1, hash: snapshot.hash, ...place } as const
    expect(await openSegment(asSegment, snapshot.bytes, trustOf(bert, [anna]))).toEqual(refusedFor('malformed'))
  })

  test('of a scope that its writer may not see', async () => {
    const treasurer = await makeDevice('d4d4d4d4', ['leden', 'contributie', 'bank'])
    const care = await sealSegment(firstSegment(treasurer, 'zorg'), lines, sealingBy(treasurer, [bert]))
    expect(await openSegment(nameOf(care), care.bytes, trustOf(bert, [treasurer]))).toEqual(refusedFor('wrongScope'))
  })

  test('written after its device was taken off the list', async () => {
    const signer = { publicKey: anna.key.publicKey, scopes: anna.scopes, cut: { leden: 1 } }
    const second = await sealSegment({ ...firstSegment(anna), seq: 2, prev: file.hash }, lines, sealingBy(anna, [bert]))
    expect(await openAsBert(file, { signer: () => signer })).toMatchObject({ outcome: 'opened' })
    expect(await openAsBert(second, { signer: () => signer })).toEqual(refusedFor('removedDevice'))
  })

  test('a clock that is eleven years ahead; one year ahead is taken in', async () => {
    const at = (years: number) => ({ ...sealingBy(anna, [bert]), now: new Date(Date.UTC(2026 + years, 10, 23)) })
    const next = await sealSegment(firstSegment(anna), lines, at(1))
    const far = await sealSegment(firstSegment(anna), lines, at(11))
    expect(await openAsBert(next)).toMatchObject({ outcome: 'opened' })
    expect(await openAsBert(far)).toEqual(refusedFor('farFuture'))
  })

  test('one recipient too many is counted, not computed', async () => {
    const stanza = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`
    for (const count of [17, 2000]) {
      const bomb = renamed(Buffer.from(`age-encryption.org/v1\n${stanza.repeat(count)}--- ${'A'.repeat(43)}\nxx`))
      expect(await openAsBert(bomb)).toEqual(refusedFor('tooManyRecipients'))
    }
  })

  test('something that is not an age file', async () => {
    expect(await openAsBert(renamed(Buffer.from('hello')))).toEqual(refusedFor('notAge'))
    expect(await openAsBert(renamed(new Uint8Array(0)))).toEqual(refusedFor('notAge'))
  })

  test('a file larger than any of ours is not even hashed', async () => {
    expect(await openAsBert({ ...file, bytes: new Uint8Array(9 * 1024 * 1024) })).toEqual(refusedFor('tooLarge'))
  })

  test('something hidden in the padding, or another number of lines than it says', async () => {
    const plain = await composePlaintext(JSON.stringify(plainHeader()), new Uint8Array(0), anna.key)
    const hiding = renamed(await seal(plain.with(plain.length - 1, 7), [bert.recipient]))
    expect(plain.at(-1)).toBe(0)
    expect(await openAsBert(hiding)).toEqual(refusedFor('malformed'))
    expect(await openAsBert(await handMade((header) => ({ ...header, n: 3 }), anna))).toEqual(refusedFor('malformed'))
  })
})

describe('a file that has to wait', () => {
  test('says which programs may read it: all, unless what it holds would be read otherwise than it is meant', async () => {
    const opened = (sealed: SealedFile) => openAsBert(sealed)
    expect(await opened(file)).toMatchObject({ header: { v: formatVersion, min: 1 } })
    const later = await sealSegment(firstSegment(anna), lines, { ...sealingBy(anna, [bert]), min: 2 })
    expect(await opened(later)).toMatchObject({ outcome: 'opened', header: { min: 2 } })
  })

  test('for the list of devices it was made by', async () => {
    expect(await openAsBert(file, { knowsList: () => false })).toEqual({ outcome: 'waits', for: 'list' })
  })

  test('for a newer program, and only when a device of ours wrote it', async () => {
    const newer = (header: object) => ({
      ...header,
      v: formatVersion + 1,
      min: formatVersion + 1,
      epoch: 'something new',
    })
    expect(await openAsBert(await handMade(newer, anna))).toEqual({ outcome: 'waits', for: 'newerProgram' })
    expect(await openAsBert(await handMade(newer, stranger))).toEqual(refusedFor('forged'))
  })
})

const flipped = (bytes: Uint8Array, at: number) => Uint8Array.from(bytes).with(at, (bytes[at] ?? 0) ^ 1)

function renamed(bytes: Uint8Array): SealedFile {
  const hash = hashOfBytes(bytes)
  return { bytes, hash, name: formatName({ kind: 'segment', device: anna.id, scope: 'leden', seq: 1, hash }) }
}

const plainHeader = () => ({
  ...{ v: 1, min: 1, vault },
  ...firstSegment(anna),
  ...{ wall: atNoon.toISOString().slice(0, 16), app: '0.1.0', n: 0, len: 0 },
})

/** A file with a header of the test's own making, as Anna's first. */
async function handMade(change: (header: object) => object, signer: TestDevice): Promise<SealedFile> {
  const header = JSON.stringify(change(plainHeader()))
  return renamed(await seal(await composePlaintext(header, new Uint8Array(0), signer.key), [bert.recipient]))
}
