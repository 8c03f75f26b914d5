import type { Address } from '../../../shared/domain/address.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { MembershipKind } from '../../../shared/domain/membership.ts'
import type { BookContext } from '../context.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { startAgreement } from '../dues/change-agreement.ts'
import { addressValues } from '../households/household-values.ts'
import { RuleBroken } from '../rule-broken.ts'
import { joinNeighbourhood, openMembership } from './open-belonging.ts'
import type { PersonFields } from './person-values.ts'
import { readPerson } from './read-person.ts'

/** Where somebody lives: with people already in the book, or at an address of their own. */
export type Home = { readonly kind: 'with'; readonly householdId: string } | ({ readonly kind: 'address' } & Address)

export interface FeeChoice {
  readonly planId: string
  readonly intervalMonths: 1 | 3 | 6 | 12
}

export interface NewMember extends PersonFields {
  readonly home: Home
  readonly membership: { readonly kind: MembershipKind; readonly from: Day; readonly number: string | null }
  readonly neighbourhoodId: string | null
  readonly fee: FeeChoice | null
}

/** Writes a new person down, with home, membership, binnenbuurt and what they will pay, as one action. */
export async function registerMember(context: BookContext, member: NewMember): Promise<{ readonly id: string }> {
  const id = context.newId()
  const address = member.home.kind === 'address' ? member.home : null
  const { values } = readPerson(member, address, 'home', context.today())
  await write(context, { kind: 'personRegistered', subject: { table: 'person', id } }, async (tx) => {
    const householdId = await settleHome(tx, context, member.home)
    await tx
      .insertInto('person')
      .values({ id, household_id: householdId, ...values })
      .execute()
    const membershipId = context.newId()
    await openMembership(tx, { id: membershipId, personId: id, ...member.membership })
    if (member.neighbourhoodId !== null) {
      await joinNeighbourhood(tx, {
        id: context.newId(),
        personId: id,
        neighbourhoodId: member.neighbourhoodId,
        from: member.membership.from,
      })
    }
    if (member.fee !== null) await agreeOnFee(tx, context, id, membershipId, member.membership.from, member.fee)
  })
  return { id }
}

/** The household's id: the existing one, or a new one at the address. @throws RuleBroken notFound, postcodeInvalid */
export async function settleHome(tx: Transaction, context: Pick<BookContext, 'newId'>, home: Home): Promise<string> {
  if (home.kind === 'with') {
    const household = await tx
      .selectFrom('household')
      .select('id')
      .where('id', '=', home.householdId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    // Another window may just have thrown away the last person there, and the address with them.
    if (!household) throw new RuleBroken('notFound', { table: 'household' })
    return household.id
  }
  const id = context.newId()
  await tx
    .insertInto('household')
    .values({ id, ...addressValues(home, 'home.') })
    .execute()
  return id
}

/** The household they live in pays, by transfer; anything else is changed on the page of the person. */
export async function agreeOnFee(
  tx: Transaction,
  context: Pick<BookContext, 'newId'>,
  personId: string,
  membershipId: string,
  from: Day,
  fee: FeeChoice,
): Promise<void> {
  await startAgreement(tx, {
    id: context.newId(),
    membershipId,
    personId,
    planId: fee.planId,
    intervalMonths: fee.intervalMonths,
    anchorDay: null,
    payer: null,
    reduction: null,
    method: 'overboeking',
    untilDay: null,
    fromDay: from,
  })
}
