// Whoever has a role of the pattern of before gets one of the pattern of now: the old term ends and the new one begins.

import type { Day } from '../../../shared/domain/calendar-date.ts'
import { carryOver, runsOnOrBegins } from '../../../shared/domain/carry-over-roles.ts'
import { doOverlap } from '../../../shared/domain/membership.ts'
import { placesOf, type Role, type RolePattern, type Side } from '../../../shared/domain/role-seats.ts'
import type { BookContext } from '../context.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { listNames } from '../neighbourhoods/neighbourhood-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { closeTerm, openTerm } from './assign-role.ts'
import { findTerm, findTerms } from './role-queries.ts'

/** Somebody with a role of another pattern, and the place that would match. */
export interface CarryProposal {
  readonly termId: string
  readonly name: string
  readonly neighbourhoodName: string
  readonly role: Role
  readonly side: Side | null
  /** First day in the role, when that is yet to come. */
  readonly beginsOn: Day | null
  readonly to: { readonly role: Role; readonly side: Side | null } | null
}

/** Whom it concerns when this is the pattern, by binnenbuurt. */
export async function proposeCarry(db: Reader, pattern: RolePattern, today: Day): Promise<CarryProposal[]> {
  const terms = Map.groupBy(await findTerms(db, { inNeighbourhoods: true }), (term) => term.neighbourhoodId)
  return (await listNames(db, today)).flatMap((group) =>
    carryOver(pattern, terms.get(group.id) ?? [], today).map(({ term, place }) => ({
      termId: term.id,
      name: term.name,
      neighbourhoodName: group.name,
      role: term.role,
      side: term.side,
      beginsOn: term.from > today ? term.from : null,
      to: place,
    })),
  )
}

export interface Carry {
  readonly termId: string
  readonly role: Role
  readonly side: Side | null
}

/**
 * Gives each of them the place that was chosen, from today on or from the day they would begin. What has not begun before today leaves
 * no term behind; who would get a role twice gets it once.
 * @throws RuleBroken badInput for a place that is not of the pattern, roleEndedAlready
 */
export async function carryRoles(
  tx: Transaction,
  context: BookContext,
  pattern: RolePattern,
  carries: readonly Carry[],
): Promise<void> {
  const today = context.today()
  for (const { termId, role, side } of carries) {
    if (!placesOf(pattern).some((place) => place.role === role && place.side === side)) {
      throw new RuleBroken('badInput', { field: 'carry' })
    }
    const term = await findTerm(tx, termId)
    if (!runsOnOrBegins(term, today)) throw new RuleBroken('roleEndedAlready', { until: term.until ?? term.goneOn })
    const from = term.from > today ? term.from : today
    if (term.from < today) await closeTerm(tx, termId, today)
    else await removeTerm(tx, termId, context)
    const hasIt = (await findTerms(tx, { personId: term.personId })).some(
      (other) =>
        other.role === role &&
        other.neighbourhoodId === term.neighbourhoodId &&
        doOverlap(other, { from, until: null }),
    )
    if (hasIt) continue
    const id = context.newId()
    await openTerm(tx, context, id, {
      role,
      side,
      neighbourhoodId: term.neighbourhoodId,
      organisationId: null,
      paid: null,
      languages: null,
      personId: term.personId,
      from,
      // An end that was meant to come before says nothing about the new term.
      plannedEnd: term.plannedEnd !== null && term.plannedEnd > from ? term.plannedEnd : null,
    })
    if (term.until !== null) await closeTerm(tx, id, term.until)
  }
}

async function removeTerm(tx: Transaction, id: string, context: BookContext): Promise<void> {
  await tx.updateTable('role_term').set({ deleted_at: context.now().toISOString() }).where('id', '=', id).execute()
}
