import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CheckIn, changesOf, foldCode, makeCode, spokenCode } from '../../../../shared/domain/check-in.ts'
import { openPracticeBook, type PracticeBook } from '../../../support/practice-book.ts'
import { seededRandom } from '../../../support/random.ts'

let book: PracticeBook
beforeEach(async () => {
  book = await openPracticeBook('talk_table', '2026-03-02')
})
afterEach(() => book.close())

const fill = (code: string | null, moment: CheckIn['moment'], answers: CheckIn['answers']) =>
  book.api.checkIns.fill({ code, moment, answers })

describe('what somebody answers of themself', () => {
  it('stands under a code of their own, that is typed back as it comes', async () => {
    const { code } = await fill(null, 'start', { taal: 2, buurt: 1 })
    book.setDay('2026-06-01')
    await fill(`${code.slice(0, 2).toLowerCase()} ${code.slice(2)}`, 'eind', { taal: 4 })
    expect((await book.api.checkIns.list({})).codes).toEqual([
      {
        code,
        moments: [
          { moment: 'start', day: '2026-03-02' },
          { moment: 'eind', day: '2026-06-01' },
        ],
      },
    ])
  })

  it('needs a code that is known, and one answer at least', async () => {
    await expect(fill('AA99', 'eind', { taal: 4 })).rejects.toMatchObject({ code: 'checkInCodeUnknown' })
    await expect(fill(null, 'start', { taal: null })).rejects.toMatchObject({ code: 'checkInEmpty' })
  })

  it('is never written over by whoever types a code wrong or has the same: that is told, and answered anew on purpose', async () => {
    const { code } = await fill(null, 'start', { taal: 2 })
    book.setDay('2026-06-01')
    await expect(fill(code, 'start', { taal: 3 })).rejects.toMatchObject({
      code: 'checkInAnsweredBefore',
      details: { day: '2026-03-02' },
    })
    expect((await book.api.checkIns.list({})).codes).toMatchObject([
      { moments: [{ moment: 'start', day: '2026-03-02' }] },
    ])
    await book.api.checkIns.fill({ code, moment: 'start', answers: { taal: 3 }, replaces: true })
    expect((await book.api.checkIns.list({})).codes).toMatchObject([
      { moments: [{ moment: 'start', day: '2026-06-01' }] },
    ])
  })

  it('is taken away as a whole', async () => {
    const { code } = await fill(null, 'start', { taal: 2 })
    await fill(code, 'eind', { taal: 3 })
    expect((await book.api.checkIns.list({})).codes).toHaveLength(1)
    await book.api.checkIns.remove({ code })
    expect((await book.api.checkIns.list({})).codes).toEqual([])
    await expect(book.api.checkIns.remove({ code })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('a code', () => {
  const random = seededRandom(26)
  const codes = Array.from({ length: 20_000 }, () => makeCode((below) => random.below(below)))

  it('is nobody else’s, on how many computers they are drawn', () => {
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.every((code) => /^[B-DHKMNPRTWX34679]{8}$/.test(code))).toBe(true)
  })

  it('with one sign typed wrong, or two changed about, is no code at all', () => {
    const all = new Set(codes.slice(0, 300))
    for (const code of all)
      for (const other of all) {
        const wrong = [...code].filter((sign, at) => sign !== other[at]).length
        expect(wrong === 1 || (wrong === 2 && isTurned(code, other))).toBe(false)
      }
    // Each neighbour of a code has another last sign: drawn anew from its first seven it never comes out.
    const [one = ''] = all
    const again = (typed: string) =>
      makeCode(fed([...typed.slice(0, 7)].map((sign) => 'BCDHKMNPRTWX34679'.indexOf(sign))))
    expect(again(one)).toBe(one)
    for (let at = 0; at < 7; at += 1)
      for (const sign of 'BCDHKMNPRTWX34679')
        if (sign !== one[at]) expect(again(one.slice(0, at) + sign + one.slice(at + 1)).at(-1)).not.toBe(one.at(-1))
  })

  it('stands on a card in two parts, and is typed back in any way', () => {
    expect(spokenCode('KR47MW9X')).toBe('KR47 MW9X')
    expect(foldCode(' kr47-mw9x ')).toBe('KR47MW9X')
    // One of before keeps its form.
    expect(spokenCode('KR47')).toBe('KR47')
  })
})

const fed = (numbers: readonly number[]) => {
  const left = [...numbers]
  return () => left.shift() ?? 0
}

const isTurned = (one: string, other: string) =>
  [...one].some((sign, at) => sign === other[at + 1] && one[at + 1] === other[at] && sign !== one[at + 1])

describe('how people changed', () => {
  const both = (count: number, first: number, last: number): CheckIn[] =>
    Array.from({ length: count }, (_, at) => [
      { code: `A${at}`, moment: 'start' as const, answers: { taal: first } },
      { code: `A${at}`, moment: 'halverwege' as const, answers: { taal: last } },
    ]).flat()
  const language = (checkIns: readonly CheckIn[]) => changesOf(checkIns).find(({ domain }) => domain === 'taal')

  it('is told of five people or more who answered both times', () => {
    expect(language(both(5, 2, 4))).toMatchObject({ first: 2, last: 4, people: 5 })
    expect(language(both(4, 2, 4))).toMatchObject({ first: null, last: null, people: 4 })
  })

  it('compares with the last moment there is; who answered once counts in neither', () => {
    const ended = { code: 'A0', moment: 'eind' as const, answers: { taal: 1 } }
    const once = { code: 'B9', moment: 'start' as const, answers: { taal: 5 } }
    expect(language([...both(5, 2, 4), ended, once])).toMatchObject({ first: 2, last: 3.4, people: 5 })
  })
})
