// When the role pattern of a book changes, whoever holds a place under the one of before can be given a place under the new one.
import type { Day } from './calendar-date.ts'
import {
  deriveSeats,
  isNeighbourhoodRole,
  type Place,
  placesOf,
  placeTerms,
  type RolePattern,
  rolePatterns,
  type SeatTerm,
  seatRoles,
} from './role-seats.ts'

export interface CarryOver<Term extends SeatTerm> {
  readonly term: Term
  /** The place that matches; null: somebody has to say it, because the book cannot know. */
  readonly place: Place | null
}

/**
 * Whom of one binnenbuurt this concerns: who holds a role of another pattern today, or is chosen to begin later. The first of before
 * comes in the first place, the second in the second. On which side of a duo somebody stands only they can say. Nobody, once both
 * places of the new pattern are filled.
 */
export function carryOver<Term extends SeatTerm>(
  pattern: RolePattern,
  terms: readonly Term[],
  today: Day,
): readonly CarryOver<Term>[] {
  const { state, seats } = deriveSeats(pattern, terms, today)
  if (state === 'geen' || state === 'bezet') return []
  const kept = seatRoles(pattern)
  const ofBefore = terms.filter(
    (term) => isNeighbourhoodRole(term.role) && !kept.includes(term.role) && runsOnOrBegins(term, today),
  )
  const order = new Map(
    rolePatterns.flatMap((old) =>
      placeTerms(old, ofBefore).flatMap((held, at) => held.map((term) => [term.id, at] as const)),
    ),
  )
  const places = placesOf(pattern)
  return ofBefore
    .map((term) => ({ term, at: order.get(term.id) ?? null }))
    .toSorted((a, b) => (a.at ?? places.length) - (b.at ?? places.length))
    .map(({ term, at }) => {
      const isFree = at !== null && seats[at]?.holders.length === 0
      return { term, place: isFree && pattern !== 'duo' ? (places[at] ?? null) : null }
    })
}

/** Somebody is in the role today, or will be. */
export function runsOnOrBegins(term: SeatTerm, today: Day): boolean {
  const day = term.from > today ? term.from : today
  return (term.until === null || term.until > day) && (term.goneOn === null || term.goneOn > day)
}
