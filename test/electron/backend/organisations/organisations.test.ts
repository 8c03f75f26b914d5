import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aFunding, anOffer, anOrganisation } from '../../../support/organisations.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'

let book: PeopleBook
beforeEach(async () => {
  book = await openPeopleBook()
})
afterEach(() => book.close())

const undoLast = () => book.api.history.undo({})

describe('an organisation', () => {
  test('goes to the Prullenbak with its offers, money and referrals, and comes back with them', async () => {
    const { api } = book
    const id = await anOrganisation(api)
    const offerId = await anOffer(api, id)
    await aFunding(api, { organisationId: id, offerId })
    await api.organisations.saveReferral({
      id: null,
      organisationId: id,
      day: '2026-11-01',
      outcome: 'open',
    })
    const before = await api.organisations.get({ id })

    await api.organisations.remove({ id })
    expect((await api.organisations.list({})).organisations).toEqual([])
    expect((await api.organisations.offers({})).offers).toEqual([])
    expect((await api.organisations.funding({})).funding).toEqual([])
    expect((await api.trash.list({})).items).toMatchObject([{ table: 'organisation', name: 'Buurthuis' }])

    await api.trash.restore({ table: 'organisation', id })
    expect(await api.organisations.get({ id })).toEqual(before)
  })

  test('is changed as one action, which can be undone as a whole', async () => {
    const { api } = book
    const id = await anOrganisation(api, { phone: '010-100 0021' })
    const before = await book.tables()
    await anOrganisation(api, { id, name: 'Ander huis' })
    expect(await api.organisations.get({ id })).toMatchObject({ name: 'Ander huis', phone: null })
    await undoLast()
    expect(await book.tables()).toEqual(before)
  })

  test('that is not there can not be named', async () => {
    await expect(anOffer(book.api, 'gone')).rejects.toMatchObject({
      code: 'notFound',
      details: { table: 'organisation', field: 'organisationId' },
    })
  })
})

describe('money', () => {
  test.each([
    ['2027-05-23', 'loopt_af'],
    ['2027-05-24', 'loopt'],
    ['2026-11-23', 'loopt_af'],
    ['2026-11-22', 'voorbij'],
    [null, 'loopt'],
  ])('until %s on 23 November 2026: %s', async (lastDay, state) => {
    await aFunding(book.api, { lastDay })
    expect((await book.api.organisations.funding({})).funding).toMatchObject([{ state }])
  })

  test('that has yet to begin is no money that ends', async () => {
    await aFunding(book.api, { from: '2026-12-01', lastDay: '2027-01-31' })
    expect((await book.api.organisations.funding({})).funding).toMatchObject([{ state: 'nog_niet' }])
    await expect(aFunding(book.api, { from: '2026-12-01', lastDay: '2026-11-30' })).rejects.toMatchObject({
      code: 'dayBeforeStart',
    })
  })
})

describe('a referral', () => {
  const refer = async (values: object = {}) =>
    book.api.organisations.saveReferral({
      ...{ id: null, organisationId: await anOrganisation(book.api), day: '2026-11-01' },
      ...{ outcome: 'open' as const },
      ...values,
    })

  test('is counted by its day and by what came of it', async () => {
    const organisationId = await anOrganisation(book.api)
    await refer({ organisationId })
    await refer({ organisationId, outcome: 'geholpen' })
    await refer({ organisationId, day: '2026-10-31' })
    expect(await book.api.organisations.referralCounts({ from: '2026-11-01', lastDay: '2026-11-30' })).toEqual([
      { organisationId, organisationName: 'Buurthuis', count: 2, outcomes: { open: 1, geholpen: 1 } },
    ])
  })

  test('of a day to come is refused', async () => {
    await expect(refer({ day: '2026-11-24' })).rejects.toMatchObject({ code: 'dayInFuture' })
  })

  test('cannot say in the file that something came of it without saying when', () => {
    const { raw } = book.opened
    // The triggers refuse a row outside an action before the CHECK is asked.
    for (const trigger of raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all())
      raw.exec(`DROP TRIGGER "${trigger}"`)
    expect(() =>
      raw
        .prepare(
          "INSERT INTO organisation_referral (id, organisation_id, day, outcome, outcome_day) VALUES ('r', 'o', '2026-11-01', 'geholpen', NULL)",
        )
        .run(),
    ).toThrow(/CHECK/)
  })
})

test('a request that becomes a member joins an organisation of that name instead of making a second one', async () => {
  const { api } = book
  const id = await anOrganisation(api, { name: 'Fietsschool' })
  await api.organisations.saveJoinRequest({
    ...{ id: null, name: 'fietsschool', what: null, contact: null, askedDay: '2026-11-01', state: 'lid' },
  })
  expect((await api.organisations.list({})).organisations).toMatchObject([{ id, memberSince: '2026-11-23' }])
  await undoLast()
  expect((await api.organisations.list({})).organisations).toMatchObject([{ id, memberSince: null }])
})
