import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMember } from '../../../support/people.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'

let book: PeopleBook
beforeEach(async () => {
  book = await openPeopleBook()
})
afterEach(() => book.close())

const newHome = {
  kind: 'address' as const,
  street: 'De Kade',
  houseNumber: 9,
  houseSuffix: '',
  postcode: '',
  city: '',
}
const addPlan = (name: string, amountCents: number) =>
  book.api.dues.addPlan({ name, amountCents, validFrom: '2026-01-01' })
const agreements = () =>
  book.context.db
    .selectFrom('fee_agreement')
    .select(['from_day', 'until_day', 'fee_plan_id', 'payer_household_id'])
    .orderBy('from_day')
    .orderBy('until_day')
    .execute()

/** A member whose household, with somebody else in it, pays EUR 10 a month. */
async function memberOfTwo() {
  const plan = await addPlan('Gewoon', 1000)
  const { id } = await book.api.members.register(aMember({ fee: { planId: plan.id, intervalMonths: 1 } }))
  const { householdId } = await book.api.members.get({ id })
  await book.api.members.register(aMember({ firstName: 'Kees', home: { kind: 'with', householdId } }))
  return { id, plan, householdId }
}
const move = (id: string) =>
  book.api.members.move({ personIds: [id], home: newHome, day: '2026-11-23', neighbourhoodId: null })
const agree = (personId: string, planId: string, fromDay: string) =>
  book.api.dues.agree({
    personId,
    planId,
    fromDay,
    intervalMonths: 1,
    anchorDay: null,
    payer: null,
    reduction: null,
    method: 'overboeking',
  })

test('who has said that they leave and moves before that pays until they leave', async () => {
  const { id } = await memberOfTwo()
  await book.api.members.end({ personId: id, day: '2027-01-01', reason: 'verhuisd' })
  await move(id)
  expect((await agreements()).map(({ until_day }) => until_day)).toEqual(['2026-11-23', '2027-01-01'])
})

test('who moves takes along what was agreed for later, and the old household pays neither', async () => {
  const { id, plan, householdId } = await memberOfTwo()
  const later = await addPlan('Klein', 500)
  await agree(id, later.id, '2027-01-01')
  await move(id)
  const holding = (await agreements()).filter(({ from_day, until_day }) => until_day === null || until_day > from_day)
  expect(holding.map(({ from_day, until_day, fee_plan_id }) => [from_day, until_day, fee_plan_id]).slice(1)).toEqual([
    ['2026-11-23', '2027-01-01', plan.id],
    ['2027-01-01', null, later.id],
  ])
  expect(holding.slice(1).map(({ payer_household_id }) => payer_household_id)).not.toContain(householdId)
})

test('what is agreed after somebody said that they leave ends with the membership', async () => {
  const { id, plan } = await memberOfTwo()
  await book.api.members.end({ personId: id, day: '2027-01-01', reason: 'opgezegd' })
  await agree(id, plan.id, '2026-11-23')
  expect((await agreements()).at(-1)).toMatchObject({ from_day: '2026-11-23', until_day: '2027-01-01' })
  await expect(agree(id, plan.id, '2027-01-01')).rejects.toMatchObject({ code: 'noMembership' })
})

test('undoing the end of an agreement is refused when that would let somebody pay who has left', async () => {
  const { id } = await memberOfTwo()
  await book.api.dues.endAgreement({ personId: id, untilDay: '2026-12-01' })
  const ended = await book.api.history.lastAction({})
  await book.api.members.end({ personId: id, day: '2027-01-01', reason: 'opgezegd' })
  const undo = book.api.history.undo({ actionId: ended?.id ?? '' })
  await expect(undo).rejects.toMatchObject({ code: 'undoBlocked', details: { rule: 'agreementOutlivesMembership' } })
})
