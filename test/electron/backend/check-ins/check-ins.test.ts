import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CheckIn, changesOf } from '../../../../shared/domain/check-in.ts'
import { openPracticeBook, type PracticeBook } from '../../../support/practice-book.ts'

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

  it('is answered anew in the place of before, and taken away as a whole', async () => {
    const { code } = await fill(null, 'start', { taal: 2 })
    await fill(code, 'start', { taal: 3 })
    expect((await book.api.checkIns.list({})).codes).toHaveLength(1)
    await book.api.checkIns.remove({ code })
    expect((await book.api.checkIns.list({})).codes).toEqual([])
    await expect(book.api.checkIns.remove({ code })).rejects.toMatchObject({ code: 'notFound' })
  })
})

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
