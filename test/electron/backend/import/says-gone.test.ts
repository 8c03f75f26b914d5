import { afterEach, beforeEach, expect, it } from 'vitest'
import { aMember, aNeighbourhood } from '../../../support/people.ts'
import { openList, previewOf } from '../../../support/take-in.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

let book: TestBackend
beforeEach(async () => {
  book = await openTestBackend()
})
afterEach(() => book.close())

async function outcomeOf(list: string) {
  const { id } = await openList(book, list)
  const { rows } = await previewOf(book, id)
  return rows.map(({ name, status, reasons }) => [name, status, reasons[0]?.details.value ?? null])
}

it.each([
  // The words stand in the column that says what somebody is,
  ['Naam;Adres;Status', 'Ria Berg;Hof 3;overleden', 'overleden'],
  // a cross, a word or a day stands under them,
  ['Naam;Adres;Overleden', 'Ria Berg;Hof 3;x', 'Overleden: x'],
  ['Naam;Adres;Overleden op', 'Ria Berg;Hof 3;3-2-2024', '3-2-2024'],
  ['Naam;Adres;Inactief', 'Ria Berg;Hof 3;Ja', 'Inactief: Ja'],
  ['Naam;Adres;Actief', 'Ria Berg;Hof 3;nee', 'Actief: nee'],
  // or in the month from which nothing was paid any more.
  ['Naam;Adres;jan;feb', 'Ria Berg;Hof 3;x;overl.', 'overl.'],
  ['Naam;Adres;Opm', 'Ria Berg;Hof 3;per 1-6-2026 verhuisd naar Almere', 'per 1-6-2026 verhuisd naar Almere'],
])('leaves out who is gone: under %s the row %s', async (headings, row, value) => {
  expect(await outcomeOf([headings, row].join('\n'))).toEqual([['Ria Berg', 'left', value]])
})

it('takes in as what they were who is no member any more', async () => {
  const { id } = await openList(
    book,
    'Naam;Adres;Status;Binnenbuurt\nRia Berg;Hof 3;geen lid meer;Hof\nWim Bos;Hof 4;lid;Hof',
  )
  expect((await previewOf(book, id)).rows[0]).toMatchObject({
    reasons: [{ code: 'livesAt' }, { code: 'comesAs', details: { kind: 'oud_lid' } }],
  })
  await book.api.imports.run({ id })
  const people = { neighbourhood: null, text: '', sort: 'name', offset: 0, limit: 9 } as const
  const { rows: former } = await book.api.members.list({ ...people, kind: 'oud_lid' })
  expect(former).toMatchObject([{ name: 'Ria Berg', neighbourhoods: [] }])
})

it('takes a column called Lid for what somebody is, whatever words stand in it', async () => {
  const { columns } = await openList(book, 'Naam;Lid\nRia Berg;Lid\nWim Bos;Donateur\nBo Bos;verhuisd\nCo Bos;L')
  expect(columns[1]?.field).toBe('kind')
})

it('leaves out the one of two with whom the sign stands, and writes the name without it', async () => {
  expect(await outcomeOf('Naam;Adres\nKarin en †Leo Dam;Hof 3\nPiet Smit en Ria Bos (overleden);Hof 4')).toEqual([
    ['Leo Dam', 'left', 'Karin en †Leo Dam'],
    ['Ria Bos', 'left', 'Piet Smit en Ria Bos (overleden)'],
    ['Karin Dam', 'new', null],
    ['Piet Smit', 'new', null],
  ])
})

it.each([
  'partner Henk is overleden in 2021',
  'is in 2024 verhuisd van nr 3 naar nr 11',
  'zoon is verhuisd',
  'nog niet verhuisd, komt 1 december',
])('says of words that may be about somebody else that they are worth a look: %s', async (words) => {
  const { id } = await openList(book, `Naam;Adres;Opm\nRia Berg;Hof 3;${words}`)
  expect((await previewOf(book, id)).rows).toMatchObject([
    { status: 'new', reasons: [{ code: 'livesAt' }, { code: 'lookAt', details: { value: words } }] },
  ])
})

it('says of a word for what somebody is that Buurtboek does not know, that it is worth a look', async () => {
  const { id } = await openList(book, 'Naam;Adres;Status\nRia Berg;Hof 3;wachtlijst\nWim Bos;Hof 4;alleen nieuwsbrief')
  expect((await previewOf(book, id)).rows).toMatchObject([
    { name: 'Ria Berg', reasons: [{ code: 'livesAt' }, { code: 'lookAt', details: { value: 'wachtlijst' } }] },
    { name: 'Wim Bos', reasons: [{ code: 'livesAt' }, { code: 'comesAs', details: { kind: 'belangstellende' } }] },
  ])
  expect(await previewOf(book, id)).toMatchObject({ toLookAt: 1, gone: 0 })
  await book.api.imports.run({ id })
  const filter = { neighbourhood: null, kind: 'belangstellende', text: '', sort: 'name', offset: 0, limit: 9 } as const
  expect((await book.api.members.list(filter)).rows).toMatchObject([{ name: 'Wim Bos' }])
})

it('says where somebody who is gone is a member still in the book', async () => {
  await book.api.members.register(aMember())
  const { id } = await openList(book, 'Naam;Adres;Status\nRia van den Berg;Kastanjehof 3;overleden')
  expect((await previewOf(book, id)).rows).toMatchObject([
    { status: 'left', reasons: [{ code: 'saysGone' }, { code: 'stillMember', details: { kind: 'lid' } }] },
  ])
})

it('ends binnenbuurt and role of somebody with the day on which the list says that they left, and is undone whole', async () => {
  const neighbourhoodId = await aNeighbourhood(book.api)
  const { id: personId } = await book.api.members.register(aMember({ neighbourhoodId }))
  await book.api.roles.assign({
    personId,
    role: 'contactpersoon',
    neighbourhoodId,
    from: '2026-02-01',
    plannedEnd: null,
    side: null,
  })
  const list =
    'Naam;Adres;Binnenbuurt;Functie;Lid tot\nRia van den Berg;Kastanjehof 3;Kastanjehof;contactpersoon;1-10-2026'
  const { id } = await openList(book, list)
  await book.api.imports.run({ id })
  const told = await book.api.members.get({ id: personId })
  expect(told.memberships[0]?.until).toBe('2026-10-01')
  expect([...told.neighbourhoods, ...told.roles].map(({ until }) => until)).toEqual(['2026-10-01', '2026-10-01'])
  // The same list says nothing new, and nobody joins again by it.
  const again = await openList(book, list)
  expect((await previewOf(book, again.id)).rows).toMatchObject([{ status: 'same' }])

  const { actions } = await book.api.history.list({ limit: 1 })
  await book.api.history.undo({ actionId: actions[0]?.id ?? '' })
  const back = await book.api.members.get({ id: personId })
  expect([...back.memberships, ...back.neighbourhoods, ...back.roles].map(({ until }) => until)).toEqual([
    null,
    null,
    null,
  ])
})
