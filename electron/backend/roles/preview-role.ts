// What assigning or ending a role does to the places of its binnenbuurt.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { deriveSeats, isCurrent, type SeatState, seatRoles } from '../../../shared/domain/role-seats.ts'
import type { Reader } from '../database/transaction.ts'
import { findNeighbourhoodsOf } from '../members/person-queries.ts'
import type { NewTerm } from './assign-role.ts'
import { findTerm, findTerms, rolePatternOf } from './role-queries.ts'

export interface AssignPreview {
  readonly seatsAfter: SeatState
  readonly besides: { termId: string; personId: string; name: string }[]
  readonly outsider: boolean
  readonly otherPlace: boolean
}

/** How the places stand on the first day of the new term. */
export async function previewAssign(db: Reader, term: NewTerm): Promise<AssignPreview> {
  const pattern = await rolePatternOf(db)
  const terms = await findTerms(
    db,
    term.organisationId === null ? { neighbourhoodId: term.neighbourhoodId } : { organisationId: term.organisationId },
  )
  const current = terms.filter((other) => isCurrent(other, term.from) && other.personId !== term.personId)
  const added = { ...term, id: '', until: null, goneOn: null }
  const groups = await findNeighbourhoodsOf(db, term.personId)
  const inGroup = groups.some(
    (group) => group.neighbourhoodId === term.neighbourhoodId && (group.until === null || group.until > term.from),
  )
  return {
    seatsAfter: term.neighbourhoodId === null ? 'geen' : deriveSeats(pattern, [...terms, added], term.from).state,
    besides: current
      .filter((other) => other.role === term.role && other.side === term.side)
      .map((other) => ({ termId: other.id, personId: other.personId, name: other.name })),
    outsider: term.neighbourhoodId !== null && !inGroup,
    otherPlace: terms.some(
      (other) =>
        other.personId === term.personId &&
        isCurrent(other, term.from) &&
        seatRoles(pattern).includes(other.role) &&
        (other.role !== term.role || other.side !== term.side),
    ),
  }
}

/** How the places stand on the first day without this term. */
export async function previewEnd(db: Reader, id: string, day: Day): Promise<SeatState> {
  const term = await findTerm(db, id)
  if (term.neighbourhoodId === null) return 'geen'
  const terms = await findTerms(db, { neighbourhoodId: term.neighbourhoodId })
  const others = terms.filter((other) => other.id !== id)
  return deriveSeats(await rolePatternOf(db), others, day).state
}
