import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PaperWish } from '../../../../shared/contract/documents.ts'
import { aMember, aNeighbourhood } from '../../../support/people.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

let book: TestBackend
let neighbourhoodId: string
beforeEach(async () => {
  book = await openTestBackend({
    capabilities: { shell: 'browser', printToPdf: async (html) => new TextEncoder().encode(`%PDF ${html}`) },
  })
  neighbourhoodId = await aNeighbourhood(book.api)
})
afterEach(() => book.close())

const who = { neighbourhood: null, kind: 'now', personId: null } as const
const list = { document: 'members', language: 'nl', who, audience: 'own', letters: 'usual' } as const

async function register(firstName: string, values: Partial<Parameters<typeof aMember>[0]> = {}): Promise<string> {
  const { id } = await book.api.members.register(aMember({ firstName, neighbourhoodId, ...values }))
  return id
}

const wordsOf = (page: string) =>
  page
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

async function show(wish: PaperWish) {
  const { page, remarks } = await book.api.documents.show(wish)
  return { words: wordsOf(page), remarks }
}

test('a list names everybody of the choice, and who looks after the group', async () => {
  const ria = await register('Ria', { mobile: '06-10002214' })
  await register('Wim')
  await book.api.roles.assign({
    ...{ personId: ria, role: 'contactpersoon', side: null, neighbourhoodId, organisationId: null },
    ...{ from: '2026-01-01', plannedEnd: null },
  })
  const { words } = await show({ ...list, who: { ...who, neighbourhood: neighbourhoodId } })
  expect(words).toContain('Ledenlijst Kastanjehof')
  expect(words).toContain('Berg, Ria van den contactpersoon Kastanjehof 3 06-1000 2214')
  expect(words).toContain('Berg, Wim van den')
})

test.each(['coordinator', 'duo_lid'] as const)(
  'a letter names both whom people turn to where there are two: %s',
  async (role) => {
    const [ria, wim] = [await register('Ria'), await register('Wim')]
    for (const [personId, side] of [
      [ria, 'oud'],
      [wim, 'nieuw'],
    ] as const)
      await book.api.roles.assign({
        ...{ personId, role, side: role === 'duo_lid' ? side : null, neighbourhoodId, organisationId: null },
        ...{ from: '2026-01-01', plannedEnd: null },
      })
    const { words } = await show({
      document: 'letters',
      language: 'nl',
      who: { ...who, personId: wim },
      ...{ ownLanguage: false, perHousehold: false, sender: '', subject: 'Borrel', text: 'Bel {contactpersoon}.' },
      ...{ signature: 'Wim', way: 'paper', otherWay: [], translations: [] },
    })
    expect(words).toContain('Bel Ria van den Berg en Wim van den Berg.')
  },
)

test('a letter names no contact person whose data are kept and not used', async () => {
  const ria = await register('Ria')
  const wim = await register('Wim')
  await book.api.roles.assign({
    ...{ personId: ria, role: 'contactpersoon', side: null, neighbourhoodId, organisationId: null },
    ...{ from: '2026-01-01', plannedEnd: null },
  })
  const letter: PaperWish = {
    document: 'letters',
    language: 'nl',
    who: { ...who, personId: wim },
    ...{ ownLanguage: false, perHousehold: false, sender: '', subject: 'Borrel', text: 'Bel {contactpersoon}.' },
    ...{ signature: 'Wim', way: 'paper', otherWay: [], translations: [] },
  }
  expect((await show(letter)).words).toContain('Bel Ria')
  await book.api.rights.restrict({ personId: ria, reason: 'bezwaar', day: '2026-11-20' })
  expect((await show(letter)).words).not.toContain('Ria')
})

test('a list to hand out names only who said yes to that, and the maker hears how many it leaves out', async () => {
  const asked = { by: 'zelf', how: 'mondeling', day: '2026-11-20', purpose: 'ledenlijst' } as const
  const [ria, wim] = [await register('Ria'), await register('Wim')]
  await register('Anh')
  await book.api.rights.sayConsent({ personId: ria, answer: 'ja', ...asked })
  await book.api.rights.sayConsent({ personId: wim, answer: 'nee', ...asked })
  const { words, remarks } = await show({ ...list, audience: 'handOut' })
  expect(words.match(/Berg, \w+/g)).toEqual(['Berg, Ria'])
  expect(remarks).toEqual([{ kind: 'noConsent', count: 2 }])
  expect((await show(list)).words.match(/Berg, \w+/g)).toEqual(['Berg, Anh', 'Berg, Ria', 'Berg, Wim'])
})

test('somebody whose data are kept and not used stands on no paper', async () => {
  const ria = await register('Ria')
  await book.api.rights.restrict({ personId: ria, reason: 'bezwaar', day: '2026-11-20' })
  const { words, remarks } = await show(list)
  expect(words).not.toContain('Ria')
  expect(remarks).toEqual([
    { kind: 'restricted', count: 1 },
    { kind: 'nobody', count: 0 },
  ])
})

test('whoever looks after a group rings first, also when they take part in another', async () => {
  await register('Anh', { mobile: '06-10002201' })
  const elsewhere = await aNeighbourhood(book.api, 'De Kade')
  const [ria, wim] = [await register('Ria', at(elsewhere)), await register('Wim', at(elsewhere))]
  for (const [personId, role] of [
    [wim, 'vervanger'],
    [ria, 'contactpersoon'],
  ] as const)
    await book.api.roles.assign({
      ...{ personId, role, side: null, neighbourhoodId, organisationId: null, from: '2026-01-01', plannedEnd: null },
    })
  const tree = { document: 'tree', language: 'nl', neighbourhoodId, audience: 'own', most: 3 } as const
  const { words, remarks } = await show(tree)
  expect(words).toContain('Ria van den Berg belt Wim van den Berg 06-1000 2202 Anh van den Berg 06-1000 2201')
  expect(remarks).toEqual([])
})

test('whoever makes a tree that begins with somebody else hears so', async () => {
  const [anh, bep] = [
    await register('Anh', { mobile: '06-10002201' }),
    await register('Bep', { mobile: '06-10002203' }),
  ]
  const ria = await register('Ria', { mobile: '06-10002202' })
  await book.api.roles.assign({
    ...{ personId: ria, role: 'contactpersoon', side: null, neighbourhoodId, organisationId: null },
    ...{ from: '2026-01-01', plannedEnd: null },
  })
  const tree = { document: 'tree', language: 'nl', neighbourhoodId, audience: 'handOut', most: 3 } as const
  const kinds = async () => (await show(tree)).remarks.map(({ kind }) => kind)
  expect(await kinds()).toEqual(['noConsent', 'nobody'])
  const yes = { answer: 'ja', by: 'zelf', how: 'mondeling', day: '2026-11-20', purpose: 'ledenlijst' } as const
  for (const personId of [anh, bep]) await book.api.rights.sayConsent({ personId, ...yes })
  expect(await kinds()).toEqual(['noConsent', 'otherFirst'])
  await book.api.rights.sayConsent({ personId: ria, ...yes })
  expect(await kinds()).toEqual([])
})

const at = (group: string) => ({ neighbourhoodId: group, mobile: '06-10002202' })

test('the year of a group: who was a member at first, who came and who left make who is one at last', async () => {
  const { api } = book
  const since = (from: string) => ({ membership: { kind: 'lid', from, number: null } as const })
  for (const name of ['Anh', 'Bep']) await register(name)
  // Left, died, came, and was there for a while.
  const [cor, dirk] = [await register('Cor'), await register('Dirk')]
  await api.members.end({ personId: cor, day: '2026-03-01', reason: 'opgezegd' })
  await api.members.markDeceased({ personId: dirk, day: '2026-04-01' })
  await register('Els', since('2026-05-01'))
  const frans = await register('Frans', since('2026-02-01'))
  await api.members.end({ personId: frans, day: '2026-08-01', reason: 'verhuisd' })
  // No members of this group, or counted nowhere.
  await register('Gijs', { membership: { kind: 'belangstellende', from: '2026-05-01', number: null } })
  await register('Hans', { membership: { kind: 'contact', from: '2026-05-01', number: null } })
  const ida = await register('Ida', since('2026-05-01'))
  await api.rights.restrict({ personId: ida, reason: 'bezwaar', day: '2026-11-20' })
  const { words } = await show({ document: 'year', language: 'nl', neighbourhoodId, year: 2026 })
  expect(words).toContain('4 Leden op 1 januari 2026 3 Leden op 23 november 2026 2 Erbij gekomen 3 Weggegaan')
  const dossier = await show({ document: 'dossier', language: 'nl', neighbourhoodId, withCare: false })
  expect(dossier.words).toContain('Leden 3')
})

test('who is in the book because of need stands on no paper for all, and on one that asks for contacts', async () => {
  await register('Wim')
  const bep = await register('Bep', {
    membership: { kind: 'contact', from: '2026-03-01', number: null },
    mobile: '06-10002214',
  })
  const tree = { document: 'tree', language: 'nl', neighbourhoodId, audience: 'own', most: 3 } as const
  for (const wish of [list, tree, { ...list, who: { ...who, neighbourhood: neighbourhoodId } }] satisfies PaperWish[])
    expect((await show(wish)).words).not.toContain('Bep')
  expect((await show({ ...list, who: { ...who, kind: 'contact' } })).words).toContain('Bep')
  expect((await show({ ...list, who: { ...who, personId: bep } })).words).toContain('Bep')
  const { words } = await show({ document: 'dossier', language: 'nl', neighbourhoodId, withCare: false })
  expect(words).toContain('Leden 1')
  expect(words).not.toContain('Belangstellenden')
})

test('a file of a document is what was shown, as a web page and as a PDF', async () => {
  await register('Ria')
  const { page } = await book.api.documents.show(list)
  for (const format of ['html', 'pdf'] as const) {
    const { file, name } = await book.api.documents.make({ wish: list, format })
    expect(name).toBe(`Ledenlijst Stadsdorp Oosterweide 2026-11-23.${format}`)
    const made = await book.backend.produceFile(file)
    expect(wordsOf(new TextDecoder().decode(made?.bytes))).toBe(wordsOf(page))
  }
})

test('labels go to a household once, or to each, and the maker hears who has no address', async () => {
  const nowhere = { kind: 'address', street: '', houseNumber: null, houseSuffix: '', postcode: '', city: '' } as const
  const ria = await register('Ria')
  const { householdId } = await book.api.members.get({ id: ria })
  await register('Wim', { home: { kind: 'with', householdId } })
  await register('Anh', { home: nowhere })
  const labels = {
    document: 'labels',
    language: 'nl',
    who,
    sheet: '3x7',
    start: 1,
    nudge: { across: 0, down: 0 },
  } as const
  const together = await show({ ...labels, perHousehold: true })
  expect(together.words).toContain('Ria en Wim van den Berg Kastanjehof 3 1234 AB Delft')
  expect(together.remarks).toEqual([{ kind: 'noAddress', count: 1 }])
  expect((await show({ ...labels, language: 'en', perHousehold: true })).words).toContain('Ria and Wim van den Berg')
  expect((await show({ ...labels, perHousehold: false })).words.match(/Kastanjehof 3/g)).toHaveLength(2)
})

test('the names of who somebody will look in on stand in a handover only while care is open', async () => {
  const dossier = { document: 'dossier', language: 'nl', neighbourhoodId, withCare: true } as const
  await expect(book.api.documents.show(dossier)).rejects.toMatchObject({ code: 'careLocked' })
  expect((await show({ ...dossier, withCare: false })).words).toContain('Persoonlijke aantekeningen staan hier niet in')
})

test('an agenda names who is not here only in the copy of who leads the evening', async () => {
  const ria = await register('Ria')
  const { id } = await book.api.gatherings.plan({
    groupId: neighbourhoodId,
    day: '2026-12-05',
    title: 'Borrel',
    ...plainGathering,
  })
  await book.api.gatherings.mark({ gatheringId: id, personId: ria, status: 'afgemeld' })
  const agenda = { document: 'agenda', language: 'nl', gatheringId: id } as const
  expect((await show({ ...agenda, withNames: false })).words).not.toContain('Ria')
  expect((await show({ ...agenda, withNames: true })).words).toContain('Afgemeld: Ria van den Berg')
})
