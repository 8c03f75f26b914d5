import type { Day } from '../../../shared/domain/calendar-date.ts'
import { doOverlap } from '../../../shared/domain/membership.ts'
import { isNeighbourhoodRole, isOrganisationRole, type Role, type Side } from '../../../shared/domain/role-seats.ts'
import type { BookContext } from '../context.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { refuseClosedNeighbourhood } from '../members/open-belonging.ts'
import { findLivePerson, findMemberships } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { findTerm, findTerms } from './role-queries.ts'

export interface NewTerm {
  readonly role: Role
  /** Null, and of no organisation: of the whole association. */
  readonly neighbourhoodId: string | null
  readonly organisationId: string | null
  /** Of a role at an organisation: whether it is paid; null when nobody said. */
  readonly paid: boolean | null
  /** Of a role at an organisation: the languages spoken there, in words. */
  readonly languages: string | null
  readonly side: Side | null
  readonly personId: string
  readonly from: Day
  readonly plannedEnd: Day | null
}

/** Puts somebody in a role. Two people in one place may overlap: that is a hand-over. @throws RuleBroken personGone, alreadyInRole, groupClosed, dayBeforeStart */
export async function assignRole(context: BookContext, term: NewTerm): Promise<{ readonly id: string }> {
  const id = context.newId()
  const subject = { table: 'person' as const, id: term.personId }
  await write(context, { kind: 'roleAssigned', subject, details: { role: term.role, day: term.from } }, (tx) =>
    openTerm(tx, context, id, term),
  )
  return { id }
}

/** Moves or removes the planned end. @throws RuleBroken dayBeforeStart, roleEndedAlready */
export async function changePlannedEnd(context: BookContext, id: string, plannedEnd: Day | null): Promise<void> {
  const term = await findTerm(context.db, id)
  if (term.until !== null) throw new RuleBroken('roleEndedAlready', { until: term.until })
  refuseEndBeforeStart(term.from, plannedEnd, 'plannedEnd')
  const subject = { table: 'person' as const, id: term.personId }
  await write(context, { kind: 'roleChanged', subject, details: { role: term.role } }, (tx) =>
    tx.updateTable('role_term').set({ planned_end: plannedEnd }).where('id', '=', id).execute(),
  )
}

/** `day`: the first day no longer in the role. @throws RuleBroken dayBeforeStart, roleEndedAlready */
export async function endRole(context: BookContext, id: string, day: Day): Promise<void> {
  const term = await findTerm(context.db, id)
  const subject = { table: 'person' as const, id: term.personId }
  await write(context, { kind: 'roleEnded', subject, details: { role: term.role, day } }, (tx) =>
    closeTerm(tx, id, day),
  )
}

export interface HandOver {
  readonly id: string
  readonly toPersonId: string
  /** First day of the new one. */
  readonly day: Day
  /** First day without the old one; null: the same day. */
  readonly overlapUntil: Day | null
  readonly plannedEnd: Day | null
}

/** The old term ends and the new one begins, as one action. @throws RuleBroken samePerson and what assigning and ending throw */
export async function handOverRole(context: BookContext, handOver: HandOver): Promise<{ readonly id: string }> {
  const old = await findTerm(context.db, handOver.id)
  if (old.personId === handOver.toPersonId) throw new RuleBroken('samePerson', { field: 'toPersonId' })
  if (handOver.overlapUntil !== null && handOver.overlapUntil < handOver.day) {
    throw new RuleBroken('dayBeforeStart', { field: 'overlapUntil', from: handOver.day })
  }
  const id = context.newId()
  const subject = { table: 'person' as const, id: handOver.toPersonId }
  await write(
    context,
    { kind: 'roleHandedOver', subject, details: { role: old.role, day: handOver.day } },
    async (tx) => {
      await closeTerm(tx, old.id, handOver.overlapUntil ?? handOver.day)
      await openTerm(tx, context, id, {
        role: old.role,
        neighbourhoodId: old.neighbourhoodId,
        organisationId: old.organisationId,
        paid: old.paid,
        // Languages are the person's own.
        languages: null,
        side: old.side,
        personId: handOver.toPersonId,
        from: handOver.day,
        plannedEnd: handOver.plannedEnd,
      })
    },
  )
  return { id }
}

export async function openTerm(tx: Transaction, context: BookContext, id: string, term: NewTerm): Promise<void> {
  if (isNeighbourhoodRole(term.role) !== (term.neighbourhoodId !== null)) {
    throw new RuleBroken('badInput', { field: 'neighbourhoodId' })
  }
  if (isOrganisationRole(term.role) !== (term.organisationId !== null)) {
    throw new RuleBroken('badInput', { field: 'organisationId' })
  }
  await refuseGonePerson(tx, context, term)
  if (term.organisationId !== null) await refuseGoneOrganisation(tx, term.organisationId)
  if (term.neighbourhoodId !== null) await refuseClosedNeighbourhood(tx, term.neighbourhoodId, term.from)
  refuseEndBeforeStart(term.from, term.plannedEnd, 'plannedEnd')
  const same = (await findTerms(tx, { personId: term.personId })).filter(
    (other) =>
      other.role === term.role &&
      other.neighbourhoodId === term.neighbourhoodId &&
      other.organisationId === term.organisationId,
  )
  const clash = same.find((other) => doOverlap(other, { from: term.from, until: null }))
  if (clash) throw new RuleBroken('alreadyInRole', { field: 'personId', from: clash.from })
  await tx
    .insertInto('role_term')
    .values({
      id,
      person_id: term.personId,
      role: term.role,
      neighbourhood_id: term.neighbourhoodId,
      organisation_id: term.organisationId,
      paid: term.organisationId === null || term.paid === null ? null : Number(term.paid),
      languages: term.organisationId === null ? null : term.languages,
      side: term.role === 'duo_lid' ? term.side : null,
      from_day: term.from,
      planned_end: term.plannedEnd,
    })
    .execute()
}

export async function closeTerm(tx: Transaction, id: string, day: Day): Promise<void> {
  const term = await findTerm(tx, id)
  if (term.until !== null && term.until <= day) throw new RuleBroken('roleEndedAlready', { until: term.until })
  if (day < term.from) throw new RuleBroken('dayBeforeStart', { field: 'day', from: term.from })
  await tx.updateTable('role_term').set({ until_day: day }).where('id', '=', id).execute()
}

async function refuseGoneOrganisation(tx: Transaction, id: string): Promise<void> {
  const live = await tx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!live) throw new RuleBroken('notFound', { table: 'organisation', field: 'organisationId' })
}

async function refuseGonePerson(tx: Transaction, context: BookContext, { personId, from }: NewTerm): Promise<void> {
  const person = await findLivePerson(tx, personId)
  if (person.deceasedOn !== null) throw new RuleBroken('personGone', { field: 'personId', since: person.deceasedOn })
  const memberships = await findMemberships(tx, personId)
  const last = memberships[0]
  const today = context.today()
  if (last?.until != null && last.until <= (from > today ? from : today)) {
    throw new RuleBroken('personGone', { field: 'personId', since: last.until })
  }
}

function refuseEndBeforeStart(from: Day, end: Day | null, field: string): void {
  if (end !== null && end <= from) throw new RuleBroken('dayBeforeStart', { field, from })
}
