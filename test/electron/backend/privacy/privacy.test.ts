import { describe, expect, test } from 'vitest'
import { declareTable, text } from '../../../../electron/backend/database/declare-table.ts'
import { allTables } from '../../../../electron/backend/database/schema.ts'
import { processingOf } from '../../../../electron/backend/privacy/processing.ts'
import { rightWords } from '../../../../electron/backend/privacy/right-words.ts'
import { type RightsBook, rightsBooks } from '../../../support/rights-book.ts'

const aBook = rightsBooks()

const textOf = (page: string) => page.replace(/<[^>]+>/g, ' ').replaceAll('\u00a0', ' ')
const paper = async (book: RightsBook, kind: 'register' | 'notice' | 'assessment') =>
  textOf((await book.api.privacy.document({ of: { kind } })).page)

describe.each(['nl', 'en'] as const)('in %s', (language) => {
  test('every purpose, ground, term, scope and table of the declarations has words', () => {
    const { privacy, table } = rightWords(language)
    const rows = processingOf()
    expect(rows.filter(({ purpose }) => !privacy.purposes[purpose])).toEqual([])
    expect(rows.filter(({ basis }) => !privacy.bases[basis])).toEqual([])
    expect(rows.filter(({ retention }) => !privacy.retentions[retention])).toEqual([])
    expect(rows.filter(({ scope }) => !privacy.scopes[scope])).toEqual([])
    expect(rows.flatMap(({ tables }) => tables).filter(({ name }) => table(name) === name)).toEqual([])
  })
})

describe('the papers of the book', () => {
  test('name every table that holds something of people', async () => {
    const book = await aBook()
    const register = await paper(book, 'register')
    const { table } = rightWords('nl')
    const missing = processingOf().flatMap(({ tables }) =>
      tables.filter(({ name }) => !register.includes(table(name).toLowerCase())),
    )
    expect(missing.map(({ name }) => name)).toEqual([])
  })

  test('would name a new one (control)', () => {
    const added = declareTable({
      name: 'parrot',
      class: 'register',
      scope: 'buurt',
      privacy: { purpose: 'help', basis: 'consent', retention: 'pair_1_year' },
      columns: { name: text() },
    })
    const rows = processingOf([...allTables, added])
    expect(rows.some(({ tables }) => tables.some(({ name }) => name === 'parrot'))).toBe(true)
    expect(rightWords('nl').table('parrot')).toBe('parrot')
  })

  test('say the term after leaving that the association chose, and Opruimen goes by it', async () => {
    const book = await aBook()
    const { settings } = await book.api.privacy.overview({})
    await book.api.members.end({ personId: book.henk, day: '2026-04-01', reason: 'verhuisd' })
    const waiting = async () => (await book.api.retention.get({})).people.map(({ personId }) => personId)
    const papers = async () => [await paper(book, 'register'), await paper(book, 'notice'), await access()]
    const access = async () => textOf((await book.api.rights.access({ personId: book.ria, withCare: false })).page)
    expect(await waiting()).toEqual([])
    for (const page of await papers()) expect(page).toContain('tot twee jaar na het vertrek')
    await book.api.privacy.settle({ ...settings, monthsAfterLeaving: 6 })
    expect(await waiting()).toEqual([book.henk])
    for (const page of await papers()) {
      expect(page).toContain('tot een half jaar na het vertrek')
      expect(page).not.toContain('twee jaar na het vertrek')
    }
  })

  test('say whom to turn to, and when somebody last went through the risks', async () => {
    const book = await aBook()
    expect((await book.api.privacy.overview({})).isAssessmentDue).toBe(true)
    expect(await paper(book, 'assessment')).toContain('Nog niet doorgenomen')
    await book.api.privacy.settle({
      contact: 'de secretaris',
      assessedDay: '2026-11-20',
      assessedBy: 'het bestuur',
      monthsAfterLeaving: 24,
    })
    expect((await book.api.privacy.overview({})).isAssessmentDue).toBe(false)
    expect(await paper(book, 'assessment')).toContain('Doorgenomen op 20 november 2026 door het bestuur')
    expect(await paper(book, 'notice')).toContain('Vraag het aan de secretaris')
    book.setDay('2027-11-21')
    expect((await book.api.privacy.overview({})).isAssessmentDue).toBe(true)
  })
})

const breach = {
  kind: 'gestolen',
  happenedDay: '2026-11-22',
  foundAt: '2026-11-22T09:30:00.000Z',
  what: 'Laptop weg uit de auto',
  kinds: ['namen', 'aandacht'],
  people: 52,
  isLocked: 'nee',
  measures: 'Aangifte gedaan.',
  toldAuthorityDay: null,
  toldPeopleDay: null,
  whyNot: null,
  closedDay: null,
} as const

describe('a data breach', () => {
  const asInput = { ...breach, kinds: [...breach.kinds] }

  test('has a clock of 72 hours, an advice, a page and a letter', async () => {
    const book = await aBook()
    const { id } = await book.api.privacy.addBreach(asInput)
    const [kept] = (await book.api.privacy.overview({})).breaches
    expect(kept).toMatchObject({ id, reportBefore: '2026-11-25T09:30:00.000Z', advice: 'everybody' })
    const page = textOf((await book.api.privacy.document({ of: { kind: 'breach', id } })).page)
    expect(page).toContain('Klok van 72 uur: loopt af op 25 november 2026, 10.30 uur')
    expect(page).toContain('52')
    const letter = textOf((await book.api.privacy.document({ of: { kind: 'breachLetter', id } })).page)
    expect(letter).toContain('namen en aandacht en notities')
    expect(letter).toContain('Aangifte gedaan.')
  })

  test('that was locked need not be told, and is written down all the same', async () => {
    const book = await aBook()
    const { id } = await book.api.privacy.addBreach({ ...asInput, isLocked: 'ja' })
    await book.api.privacy.changeBreach({
      id,
      ...asInput,
      isLocked: 'ja',
      whyNot: 'Versleuteld',
      closedDay: '2026-11-23',
    })
    expect((await book.api.privacy.overview({})).breaches).toMatchObject([{ advice: 'note', whyNot: 'Versleuteld' }])
  })

  test('cannot be found tomorrow', async () => {
    const book = await aBook()
    await expect(book.api.privacy.addBreach({ ...asInput, foundAt: '2026-11-24T09:30:00.000Z' })).rejects.toMatchObject(
      { code: 'dayInFuture', details: { field: 'foundDay' } },
    )
  })
})
