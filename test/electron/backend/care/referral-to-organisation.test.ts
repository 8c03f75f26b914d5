import { afterEach, beforeEach, expect, it } from 'vitest'
import { insertRows } from '../../../../electron/backend/database/insert-rows.ts'
import { write } from '../../../../electron/backend/database/write.ts'
import { countReferrals } from '../../../../electron/backend/organisations/referral-queries.ts'
import { emptyPast } from '../../../../electron/backend/retention/empty-past.ts'
import { agreed, type CareBook, openCareBook } from '../../../support/care-book.ts'

let book: CareBook
beforeEach(async () => {
  book = await openCareBook()
  await write(book.context, { kind: 'organisationSaved' }, (tx) =>
    insertRows(tx, 'organisation', [{ id: 'wijkteam', name: 'Wijkteam Noord', kind: 'welzijn' }]),
  )
})
afterEach(() => book.close())

it('somebody is pointed to an organisation of the book, by its name as it is now, and not to one that is not there', async () => {
  const signalId = await book.aSignal({ consent: agreed })
  const refer = (organisationId: string) =>
    book.api.care.refer({ signalId, organisationId, organisationName: null, consent: agreed })
  await expect(refer('nergens')).rejects.toMatchObject({ code: 'notFound', details: { field: 'organisationId' } })
  await refer('wijkteam')
  await write(book.context, { kind: 'organisationSaved' }, async (tx) => {
    await tx.updateTable('organisation').set({ name: 'Buurtteam' }).where('id', '=', 'wijkteam').execute()
  })
  expect((await book.api.care.signal({ id: signalId })).referrals).toMatchObject([
    { organisationId: 'wijkteam', organisationName: 'Buurtteam' },
  ])
})

it('that somebody was pointed to an organisation is counted also when the signal it came of is gone', async () => {
  const signalId = await book.aSignal({ consent: agreed })
  await book.api.care.refer({ signalId, organisationId: 'wijkteam', organisationName: null, consent: agreed })
  const counted = () => countReferrals(book.context.db, { from: '2026-11-01', lastDay: '2026-11-30' })
  expect(await counted()).toMatchObject([{ organisationName: 'Wijkteam Noord', count: 1, outcomes: { open: 1 } }])
  await book.goTo('2027-06-01')
  await emptyPast(book.context)
  expect(await counted()).toEqual([
    { organisationId: 'wijkteam', organisationName: 'Wijkteam Noord', count: 1, outcomes: {} },
  ])
  expect(await countReferrals(book.context.db, { from: '2027-01-01', lastDay: '2027-12-31' })).toEqual([])
})

it('a contact of a household counts for all who live there, and one of a pair in the bin for nobody', async () => {
  const { id: householdId } = await book.context.db
    .selectFrom('person')
    .select('household_id as id')
    .where('id', '=', book.ria)
    .executeTakeFirstOrThrow()
  const pair = (id: string, deletedAt: string | null) => ({
    ...{ id, programme_id: 'p', a_household_id: householdId, b_person_id: book.henk, deleted_at: deletedAt },
    ...{ from_day: '2026-01-01', planned_until: '2027-01-01', is_once: 0 },
  })
  await write(book.context, { kind: 'pairFormed' }, async (tx) => {
    await insertRows(tx, 'pair', [pair('one', null), pair('binned', '2026-11-01T00:00:00.000Z')])
    await insertRows(tx, 'pair_contact', [
      { id: 'c1', pair_id: 'one', day: '2026-10-01', confirmed_by: 'allebei' },
      { id: 'c2', pair_id: 'binned', day: '2026-11-01', confirmed_by: 'allebei' },
    ])
  })
  const { rows } = await book.api.care.longestNotSpoken({ group: null, limit: 10 })
  expect(rows.map(({ personId, lastDay }) => [personId, lastDay]).sort()).toEqual(
    [
      [book.ria, '2026-10-01'],
      [book.henk, '2026-10-01'],
    ].sort(),
  )
})

it('a signal past its day says nothing of when somebody looks in', async () => {
  await book.aSignal({ nextDay: '2027-06-30' })
  await book.goTo('2027-05-23')
  const { rows } = await book.api.care.longestNotSpoken({ group: null, limit: 10 })
  expect(rows.find(({ personId }) => personId === book.ria)?.dueDay).toBeNull()
})
