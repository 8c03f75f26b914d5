import { afterEach, describe, expect, test } from 'vitest'
import { countPaying } from '../../../../electron/backend/dues/count-paying.ts'
import { listEmails } from '../../../../electron/backend/members/people-list.ts'
import { peopleLeftOut } from '../../../../electron/backend/rights/left-out.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'
import { openRightsBook, type RightsBook } from '../../../support/rights-book.ts'

const open: RightsBook[] = []
afterEach(async () => {
  for (const book of open.splice(0)) await book.close()
})

async function aBook(): Promise<RightsBook> {
  const book = await openRightsBook()
  open.push(book)
  for (const [id, name] of [
    [book.ria, 'ria'],
    [book.henk, 'henk'],
  ] as const)
    await book.api.members.change({ id, fields: { email: `${name}@voorbeeld.example` } })
  return book
}

const everybody = { neighbourhood: null, kind: 'now', text: '' } as const
const emails = async ({ context }: RightsBook) => (await listEmails(context.db, everybody, context.today())).emails
const said = (personId: string, answer: 'ja' | 'nee', purpose: 'mail' | 'foto' = 'mail', day = '2026-11-20') =>
  ({ personId, purpose, answer, by: 'zelf', how: 'mondeling', day }) as const

describe('consent per purpose', () => {
  test('is unknown until somebody asked, and then has a day, a way and the words that were read', async () => {
    const { api, ria } = await aBook()
    const before = await api.rights.ofPerson({ personId: ria })
    expect(before.consents.map((consent) => consent.said)).toEqual([null, null, null, null])
    await api.rights.sayConsent(said(ria, 'ja', 'foto'))
    const { consents } = await api.rights.ofPerson({ personId: ria })
    expect(consents.find(({ purpose }) => purpose === 'foto')?.said).toEqual({
      ...{ answer: 'ja', givenDay: '2026-11-20', withdrawnDay: null, by: 'zelf', how: 'mondeling', textVersion: 1 },
    })
  })

  test('that is taken back keeps when it was given, and a no leaves nobody out of what they did not speak of', async () => {
    const book = await aBook()
    await book.api.rights.sayConsent(said(book.ria, 'ja'))
    await book.api.rights.sayConsent(said(book.ria, 'nee', 'mail', '2026-11-22'))
    const { consents } = await book.api.rights.ofPerson({ personId: book.ria })
    expect(consents.find(({ purpose }) => purpose === 'mail')?.said).toMatchObject({
      ...{ answer: 'ingetrokken', givenDay: '2026-11-20', withdrawnDay: '2026-11-22' },
    })
    expect(await emails(book)).toEqual(['henk@voorbeeld.example'])
    expect([...(await peopleLeftOut(book.context.db, 'ledenlijst'))]).toEqual([])
    await book.undoLast()
    expect(await emails(book)).toHaveLength(2)
  })

  test('is known at a gathering: who is in photos, who is not, and of how many nobody asked', async () => {
    const book = await aBook()
    const { api, ria, henk } = book
    const bep = await book.aPerson('Bep Kok')
    const { id: gatheringId } = await api.gatherings.plan({
      ...plainGathering,
      groupId: null,
      day: '2026-12-01',
      title: 'Borrel',
    })
    await api.rights.sayConsent(said(ria, 'ja', 'foto'))
    await api.rights.sayConsent(said(henk, 'nee', 'foto'))
    const [photos, stories] = await api.rights.saidAt({ gatheringId })
    expect(photos).toMatchObject({ purpose: 'foto', yes: [{ personId: ria }], no: [{ personId: henk }], notAsked: 1 })
    expect(stories).toMatchObject({ purpose: 'verhaal', yes: [], no: [], notAsked: 3 })
    await api.gatherings.mark({ gatheringId, personId: bep, status: 'afgemeld' })
    expect((await api.rights.saidAt({ gatheringId }))[0]?.notAsked).toBe(0)
    await api.rights.restrict({ personId: ria, reason: 'bezwaar', day: '2026-11-20' })
    expect((await api.rights.saidAt({ gatheringId }))[0]).toMatchObject({ yes: [], no: [{}, {}] })
  })

  test('cannot be given tomorrow', async () => {
    const { api, ria } = await aBook()
    await expect(api.rights.sayConsent(said(ria, 'ja', 'mail', '2026-11-24'))).rejects.toMatchObject({
      code: 'dayInFuture',
    })
  })
})

describe('restricted use', () => {
  test('leaves somebody out of mail, lists, counts and letters, and of nothing any more once it is lifted', async () => {
    const book = await aBook()
    const { api, ria, context } = book
    await api.rights.restrict({ personId: ria, reason: 'betwist', day: '2026-11-20' })
    expect((await api.rights.ofPerson({ personId: ria })).restriction).toEqual({
      reason: 'betwist',
      fromDay: '2026-11-20',
    })
    expect(await emails(book)).toEqual(['henk@voorbeeld.example'])
    expect((await countPaying(context.db, context.today())).all.members).toBe(1)
    expect([...(await peopleLeftOut(context.db, 'ledenlijst'))]).toEqual([ria])
    await api.rights.lift({ personId: ria })
    expect(await emails(book)).toHaveLength(2)
    expect((await countPaying(context.db, context.today())).all.members).toBe(2)
    expect((await api.rights.ofPerson({ personId: ria })).restriction).toBeNull()
  })
})

describe('something that is disputed', () => {
  test('stays in sight until it is settled', async () => {
    const { api, ria } = await aBook()
    await api.rights.dispute({
      personId: ria,
      about: 'person.phone',
      what: 'Dit nummer is van mijn zus',
      day: '2026-11-20',
    })
    const { disputes } = await api.rights.ofPerson({ personId: ria })
    expect(disputes).toMatchObject([
      { about: 'person.phone', what: 'Dit nummer is van mijn zus', sinceDay: '2026-11-20' },
    ])
    await api.rights.settle({ id: disputes[0]?.id ?? '', outcome: 'verbeterd', day: '2026-11-21' })
    expect((await api.rights.ofPerson({ personId: ria })).disputes).toEqual([])
  })

  test('is about a column of the book, or about everything', async () => {
    const { api, ria } = await aBook()
    const about = { personId: ria, what: 'Klopt niet', day: '2026-11-20' }
    await expect(api.rights.dispute({ ...about, about: 'person.schoenmaat' })).rejects.toMatchObject({
      code: 'badInput',
    })
    await api.rights.dispute({ ...about, about: null })
    expect((await api.rights.ofPerson({ personId: ria })).disputes).toHaveLength(1)
  })
})
