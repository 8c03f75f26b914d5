import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeSearchQuery } from '../../../../electron/backend/search/search-query.ts'
import { anOrganisation } from '../../../support/organisations.ts'
import { aMember, aNeighbourhood } from '../../../support/people.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'
import { openPracticeBook, type PracticeBook } from '../../../support/practice-book.ts'

let book: PeopleBook
beforeEach(async () => {
  book = await openPeopleBook()
  await book.api.members.register(aMember({ mobile: '06-1000 2231' }))
  await book.api.members.register(
    aMember({
      firstName: 'Zoë',
      infix: '',
      lastName: 'Çelik',
      phone: '+32 470 12 34 56',
      home: { kind: 'address', street: 'Meerkoetkade', houseNumber: 21, houseSuffix: '', postcode: '', city: '' },
    }),
  )
})
afterEach(() => book.close())

const find = async (text: string) => (await book.api.search.find({ text })).people.map((person) => person.name)

describe('finding people', () => {
  test.each([
    ['berg', 'Ria van den Berg'],
    ['ria berg', 'Ria van den Berg'],
    ['ria van den berg', 'Ria van den Berg'],
    ['ria vd berg', 'Ria van den Berg'],
    ['BER', 'Ria van den Berg'],
    ['zoe', 'Zoë Çelik'],
    ['celik', 'Zoë Çelik'],
    ['meerkoet', 'Zoë Çelik'],
    ['meerkoetkade 21', 'Zoë Çelik'],
    ['celik meerkoet', 'Zoë Çelik'],
    ['0610002231', 'Ria van den Berg'],
    ['06-1000 22', 'Ria van den Berg'],
    ['+31 6 1000', 'Ria van den Berg'],
    ['2231', 'Ria van den Berg'],
    ['van den', 'Ria van den Berg'],
  ])('%s', async (text, name) => {
    expect(await find(text)).toEqual([name])
  })

  test.each(['', '  ', 'zandstra', '"', 'berg OR celik', '*', "'; --", '9999', 'phones : x', '(', 'NEAR(ria)'])(
    '%j finds nobody and breaks nothing',
    async (text) => {
      expect(await find(text)).toEqual([])
    },
  )

  test('at most 20, and says that there are more', async () => {
    for (let number = 1; number <= 20; number += 1) {
      await book.api.members.register(aMember({ firstName: `Piet${number}` }))
    }
    const { people, more } = await book.api.search.find({ text: 'berg' })
    expect([people.length, more]).toEqual([20, true])
  })

  test('says who is no longer a member', async () => {
    const { people } = await book.api.search.find({ text: 'ria' })
    expect(people[0]?.past).toBeNull()
    await book.api.members.end({ personId: people[0]?.id ?? '', day: '2026-11-01', reason: 'opgezegd' })
    expect((await book.api.search.find({ text: 'ria' })).people[0]?.past).toBe('oud_lid')
  })
})

test('binnenbuurten are found by name', async () => {
  await aNeighbourhood(book.api, 'De Kade')
  expect((await book.api.search.find({ text: 'kade' })).neighbourhoods.map((group) => group.name)).toEqual(['De Kade'])
})

test('the question to the index never holds what could be read as its language', () => {
  expect(makeSearchQuery('a" OR b').words).toEqual(['a', 'or', 'b'])
  expect(makeSearchQuery('06-1000').person).toBe('phones : ("061000" *)')
})

describe('organisations and initiatives', () => {
  let kept: PracticeBook
  const hits = async (text: string) => {
    const { organisations, initiatives } = await kept.api.search.find({ text })
    return [...organisations, ...initiatives].map(({ name }) => name)
  }
  beforeEach(async () => {
    kept = await openPracticeBook('free_events')
    await anOrganisation(kept.api, {
      name: 'Geldzaken Oosterweide',
      what: 'Hulp bij schulden',
      contactName: 'Mw. Duif',
      phone: '020 123 45 67',
      note: 'Vraag naar kwartel',
    })
    await kept.api.initiatives.save({
      ...{ id: null, name: 'Dorpsauto', goal: 'Samen rijden', note: 'Nog met kwartel', ownerPersonId: null },
      ...{ ownerName: null, organisationId: null, state: 'loopt', from: null, plannedEnd: null },
    })
  })

  afterEach(() => kept.close())

  test('are found by what they are, who answers and the number; what is noted of them is not looked in', async () => {
    await kept.api.books.useModules({ preset: null, modules: ['organisations', 'initiatives'] })
    expect(await hits('schuld')).toEqual(['Geldzaken Oosterweide'])
    expect(await hits('duif')).toEqual(['Geldzaken Oosterweide'])
    expect(await hits('0201234')).toEqual(['Geldzaken Oosterweide'])
    expect(await hits('rijden samen')).toEqual(['Dorpsauto'])
    expect(await hits('kwartel')).toEqual([])
  })

  test('stay away from a book that keeps none', async () => {
    await kept.api.books.useModules({ preset: null, modules: [] })
    expect(await hits('schuld')).toEqual([])
    expect(await hits('dorpsauto')).toEqual([])
  })
})
