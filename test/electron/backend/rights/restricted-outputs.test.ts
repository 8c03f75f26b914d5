// Somebody whose data are kept and not used is on nothing that leaves the book. What leaves it is read from the contract: every answer
// that holds a file, a page of paper or addresses for post. An output that is added is made here too, or named with its reason.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from '../../../../shared/contract/contract.ts'
import type { Area, Method } from '../../../../shared/contract/method.ts'
import { askEverything } from '../../../support/every-answer.ts'
import { newMember } from '../../../support/new-member.ts'
import { aNeighbour, aPair, aProgramme } from '../../../support/pairs-book.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'
import { unpacked } from '../../../support/unpacked.ts'

const word = 'Zqbeperkt'

/** Where the name may stand all the same, and why: these are not made here. */
const mayStand: Readonly<Record<string, string>> = {
  'exports.everything': 'the whole book, for whoever keeps it',
  'bookFiles.makeHandOver': 'the whole book, for whoever keeps it next',
  'rights.access': 'their own data, for themselves',
  'rights.accessFile': 'their own data, for themselves',
  'bookkeeping.makePack': 'the law asks for the books',
  'between.makeMembers': 'sealed for the other book of the association',
  'between.makeStandings': 'sealed for the other book of the association',
}
/** Lists on which what is owed and what was paid stay: it may still be claimed, and the law asks for the books. */
const ledgerLists = ['openDues', 'payments']

/** Answers that leave: a file, a page to print, or where post goes. */
const leaves = ({ output }: Method): boolean => {
  const { properties = {} } = z.toJSONSchema(output, { unrepresentable: 'any' }) as { properties?: object }
  return ['file', 'page', 'emails', 'parties', 'to', 'letters'].some((name) => name in properties)
}

const tea = { ...plainGathering, title: 'Thee' }

let test: TestBackend
let ids: Readonly<Record<string, string>>
let personId: string

beforeAll(async () => {
  test = await openTestBackend()
  await test.api.care.unlock({ passphrase: null })
  const { api } = test
  const { id: neighbourhoodId } = await api.neighbourhoods.add({
    ...{ name: 'Kastanjehof', areaNote: null, targetSize: 50, cadencePerYear: null },
  })
  const member = { ...newMember(1, neighbourhoodId), lastName: word, email: 'zqbeperkt@voorbeeld.example' }
  personId = (await api.members.register(member)).id
  await api.rights.sayConsent({
    ...{ personId, purpose: 'ledenlijst', answer: 'ja', by: 'zelf', how: 'mondeling', day: '2026-11-20' },
  })
  const { id: gatheringId } = await api.gatherings.plan({
    ...{ ...tea, groupId: neighbourhoodId, day: '2026-11-30', hostPersonId: personId },
  })
  await api.roles.assign({
    ...{ role: 'contactpersoon', neighbourhoodId, side: null, personId, from: '2026-01-01', plannedEnd: null },
  })
  await api.mutualHelp.offer({
    ...{ personId, categories: ['tuin'], times: [], perMonth: null, pausedUntil: null, words: null },
  })
  await api.newcomers.save({
    ...{ personId, arrivedDay: '2026-11-01', contactDay: null, contactByPersonId: null, invitedByPersonId: null },
    ...{ informedDay: null, visitedDay: null },
  })
  const { id: programmeId } = await api.pairs.addProgramme({
    ...{ name: 'Maatjes', kind: 'maatjes', aName: 'A', bName: 'B', rhythm: { unit: 'week', times: 1 }, months: 4 },
  })
  await api.followUps.plan({
    personId,
    gatheringId: null,
    dueDay: '2026-11-30',
    how: 'bellen',
    ownerPersonId: null,
    ownerName: null,
  })
  await aPair(test, { programmeId, a: personId, b: await aNeighbour(test, 'Bep Kok'), day: '2026-11-10' })
  ids = {
    ...{ gatheringId, programmeId, personId, neighbourhoodId, 'members.neighbourhood': neighbourhoodId },
    ...{ 'documents.neighbourhood': neighbourhoodId, 'exports.neighbourhood': neighbourhoodId },
  }
})
afterAll(() => test.close())

/** Every output with the word on it. */
async function outputsWithWord(): Promise<string[]> {
  const { backend } = test
  const which = (method: Method, name: string) => leaves(method) && !(name in mayStand) && name !== 'exports.make'
  const asked = await askEverything({ backend, ids, without: [], which }, ['query', 'command'])
  const made = asked.filter(({ isAnswered }) => isAnswered)
  for (const { list, format, ...rest } of everyList()) {
    const input = { list, format, ...rest }
    const reply = await backend.call(JSON.stringify({ method: 'exports.make', input }))
    made.push({ method: `${list} as ${format}`, kind: 'command', reply, isAnswered: true })
  }
  const named: string[] = []
  for (const { method, reply } of made) {
    const { value } = JSON.parse(reply)
    const file = typeof value?.file === 'string' ? await backend.produceFile(value.file) : undefined
    if (reply.includes(word) || unpacked(file?.bytes ?? new Uint8Array()).includes(word)) named.push(method)
  }
  return named
}

/** Every list in every form that is made in another way; a spreadsheet has the rows of the CSV. */
const everyList = () =>
  contract.exports.make.input.options
    .filter(({ shape }) => !ledgerLists.includes(shape.list.value))
    .flatMap(({ shape }) =>
      shape.format.options
        .filter((format) => format !== 'xlsx')
        .map((format) => ({
          ...{ list: shape.list.value, format },
          ...('gatheringId' in shape && { gatheringId: ids.gatheringId }),
          ...('programmeId' in shape && { programmeId: ids.programmeId }),
        })),
    )

it('names nothing that is no method of the contract', () => {
  const methods = Object.entries(contract as Readonly<Record<string, Area>>).flatMap(([area, ofArea]) =>
    Object.keys(ofArea).map((name) => `${area}.${name}`),
  )
  expect(Object.keys(mayStand).filter((name) => !methods.includes(name))).toEqual([])
})

it('somebody whose data are kept and not used is on nothing that leaves the book, and was on all of it before (control)', async () => {
  const before = await outputsWithWord()
  expect(before).toEqual(
    expect.arrayContaining([
      ...['documents.show members', 'documents.show labels', 'documents.show attendance', 'documents.parties'],
      ...['members as csv', 'members as vcard3', 'neighbourhoods as csv', 'gatherings as csv', 'attendance as csv'],
      ...['helpOffers as csv', 'newcomers as csv', 'pairs as csv'],
    ]),
  )
  await test.api.rights.restrict({ personId, reason: 'bezwaar', day: '2026-11-20' })
  expect(await outputsWithWord()).toEqual([])
})

it('is not invited, asked or brought together, and the screens know why', async () => {
  const { api } = test
  const plan = await api.gatherings.planning({ groupId: ids.neighbourhoodId ?? null, day: '2026-12-10' })
  expect([plan.invited, plan.restricted]).toEqual([0, 1])
  const { id } = await api.gatherings.plan({ ...tea, groupId: ids.neighbourhoodId ?? null, day: '2026-12-10' })
  expect((await api.gatherings.invitees({ gatheringId: id, find: '', limit: 10 })).total).toBe(0)
  expect((await api.gatherings.detail({ id })).lateJoiners).toEqual([])
  expect(await api.gatherings.findInvitable({ gatheringId: id, find: 'zqbep' })).toMatchObject([{ isRestricted: true }])
  const refused = { code: 'useRestricted' }
  await expect(api.gatherings.invite({ gatheringId: id, personIds: [personId] })).rejects.toMatchObject(refused)
  const { id: requestId } = await api.mutualHelp.ask({
    ...{ personId: null, askedByPersonId: null, groupId: null, category: 'tuin', institution: null, words: null },
    ...{ wantedBy: null, wantedTime: null, lasting: false },
  })
  expect(await api.mutualHelp.matches({ requestId })).toMatchObject({ helpers: [], restricted: 1 })
  await expect(api.mutualHelp.propose({ id: requestId, personId })).rejects.toMatchObject(refused)
  const alike = { programmeId: await aProgramme(test, 'maatjes'), day: '2026-11-20' }
  await expect(aPair(test, { ...alike, a: personId, b: await aNeighbour(test, 'Nel Kok') })).rejects.toMatchObject(
    refused,
  )
  await api.rights.lift({ personId })
  expect((await api.gatherings.detail({ id })).lateJoiners).toHaveLength(1)
  await api.mutualHelp.propose({ id: requestId, personId })
})
