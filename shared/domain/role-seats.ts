// Who holds the two places of a binnenbuurt, derived from the role terms and never stored: a stored pointer goes
// stale the day a term ends. Which places there are is the book's role pattern.
import { addDays, type Day, daysBetween } from './calendar-date.ts'

export const rolePatterns = ['contact_deputy', 'two_coordinators', 'duo', 'none'] as const
export type RolePattern = (typeof rolePatterns)[number]

export const roles = [
  'contactpersoon',
  'vervanger',
  'coordinator',
  'duo_lid',
  'penningmeester',
  'werkgroeplid',
  'voorzitter',
  'secretaris',
  'cultuurverbinder',
] as const
export type Role = (typeof roles)[number]

/** Of a duo: who lived here longer and who is new. Self-chosen, may be empty. */
export const sides = ['oud', 'nieuw'] as const
export type Side = (typeof sides)[number]

export interface SeatTerm {
  readonly id: string
  readonly personId: string
  readonly role: Role
  readonly side: Side | null
  /** First day in the role. */
  readonly from: Day
  /** First day no longer in the role; null while it runs. */
  readonly until: Day | null
  /** The day the term is meant to end; it ends only when somebody ends it. */
  readonly plannedEnd: Day | null
  /** First day the person is gone (left or died), whatever the term says; null while they are here. */
  readonly goneOn: Day | null
}

/** bezet: both places filled; kwetsbaar: one; onbemand: none; geen: this book has no places to fill. */
export type SeatState = 'bezet' | 'kwetsbaar' | 'onbemand' | 'geen'

export interface Seat {
  readonly role: Role
  readonly side: Side | null
  /** Who holds it today; two during a hand-over, the longest in the role first. */
  readonly holders: readonly SeatTerm[]
  /** Who is already chosen to begin later. */
  readonly next: SeatTerm | null
  /** The day it becomes empty (planned or certain) when that is near or past and nobody follows. */
  readonly endsSoon: Day | null
  /** Days that two people have held it together, when that is longer than a hand-over takes; else 0. */
  readonly longOverlapDays: number
}

export interface Seats {
  readonly state: SeatState
  readonly seats: readonly Seat[]
}

/** A term "loopt binnenkort af" from this many days before its end. */
export const soonDays = 60
/** Two people in one place: a hand-over, until it has lasted this long. */
const handOverDays = 31

/** The places of one binnenbuurt on `today`, from all its role terms. */
export function deriveSeats(pattern: RolePattern, terms: readonly SeatTerm[], today: Day): Seats {
  const places = placesOf(pattern)
  if (places.length === 0) return { state: 'geen', seats: [] }
  const holders = placeTerms(
    pattern,
    terms.filter((term) => isCurrent(term, today)),
  )
  const nexts = placeTerms(
    pattern,
    terms.filter((term) => term.from > today && (term.goneOn === null || term.goneOn > term.from)),
  )
  const seats = places.map((place, at) => makeSeat(place, holders[at] ?? [], nexts[at] ?? [], today))
  const filled = countFilled(seats)
  return { state: filled >= 2 ? 'bezet' : filled === 1 ? 'kwetsbaar' : 'onbemand', seats }
}

/** The term runs on this day and the person is still here. */
export function isCurrent(term: Pick<SeatTerm, 'from' | 'until' | 'goneOn'>, day: Day): boolean {
  const lastEnd = term.goneOn !== null && (term.until === null || term.goneOn < term.until) ? term.goneOn : term.until
  return term.from <= day && (lastEnd === null || day < lastEnd)
}

/** The roles that fill a place under this pattern. */
export function seatRoles(pattern: RolePattern): readonly Role[] {
  return [...new Set(placesOf(pattern).map((place) => place.role))]
}

/** Roles of a single binnenbuurt; the others are of the whole association, or of an organisation. */
export function isNeighbourhoodRole(role: Role): boolean {
  return role === 'contactpersoon' || role === 'vervanger' || role === 'coordinator' || role === 'duo_lid'
}

/** Whom people of a binnenbuurt turn to first: its contact person, or both coordinators, or both of the duo; no deputy. */
export function isFirstContact(role: Role): boolean {
  return isNeighbourhoodRole(role) && role !== 'vervanger'
}

/** Roles at an organisation, by which people of the neighbourhood and the organisation find each other. */
export function isOrganisationRole(role: Role): boolean {
  return role === 'cultuurverbinder'
}

/** A place to fill: its role, and of a duo whose it is. */
export interface Place {
  readonly role: Role
  readonly side: Side | null
}

/** The places of one binnenbuurt under this pattern. */
export function placesOf(pattern: RolePattern): readonly Place[] {
  switch (pattern) {
    case 'contact_deputy':
      return [
        { role: 'contactpersoon', side: null },
        { role: 'vervanger', side: null },
      ]
    case 'two_coordinators':
      return [
        { role: 'coordinator', side: null },
        { role: 'coordinator', side: null },
      ]
    case 'duo':
      return [
        { role: 'duo_lid', side: 'oud' },
        { role: 'duo_lid', side: 'nieuw' },
      ]
    case 'none':
      return []
  }
}

/** Terms per place, the longest in the role first. */
export function placeTerms<Term extends SeatTerm>(
  pattern: RolePattern,
  terms: readonly Term[],
): readonly (readonly Term[])[] {
  const places = placesOf(pattern)
  const sorted = terms.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1))
  if (pattern !== 'two_coordinators') {
    return places.map((place) =>
      sorted.filter((term) => term.role === place.role && (place.side === null || term.side === place.side)),
    )
  }
  return sharePlaces(sorted.filter((term) => term.role === 'coordinator'))
}

// Two equal places: the two who began first have one each; whoever comes on top takes over from the one who ends first.
function sharePlaces<Term extends SeatTerm>(terms: readonly Term[]): readonly (readonly Term[])[] {
  const people = terms.filter((term, at) => terms.findIndex((other) => other.personId === term.personId) === at)
  const first: Term[] = people.slice(0, 1)
  const second: Term[] = people.slice(1, 2)
  for (const term of people.slice(2)) {
    const [a, b] = [first[0], second[0]]
    const firstEndsFirst =
      a !== undefined && b !== undefined && (a.plannedEnd ?? a.until ?? '9999') <= (b.plannedEnd ?? b.until ?? '9999')
    if (firstEndsFirst) first.push(term)
    else second.push(term)
  }
  return [first, second]
}

/** How many places have somebody of their own: one person in both places fills one. */
function countFilled(seats: readonly Seat[]): number {
  const [first, second] = seats.map((seat) => new Set(seat.holders.map((term) => term.personId)))
  if (!first?.size || !second?.size) return first?.size || second?.size ? 1 : 0
  const samePersonOnly = first.size === 1 && second.size === 1 && [...first][0] === [...second][0]
  return samePersonOnly ? 1 : 2
}

function makeSeat(place: Place, holders: readonly SeatTerm[], nexts: readonly SeatTerm[], today: Day): Seat {
  return {
    ...place,
    holders,
    next: nexts[0] ?? null,
    endsSoon: nexts.length > 0 ? null : findEndSoon(holders, today),
    longOverlapDays: countLongOverlap(holders, today),
  }
}

function findEndSoon(holders: readonly SeatTerm[], today: Day): Day | null {
  const ends = holders.map((term) => earliest(term.until, term.plannedEnd))
  // While somebody without an end holds the place, nothing runs out.
  const known = ends.filter((end) => end !== null)
  if (known.length === 0 || known.length < ends.length) return null
  const last = known.toSorted().at(-1) ?? null
  return last !== null && last <= addDays(today, soonDays) ? last : null
}

function countLongOverlap(holders: readonly SeatTerm[], today: Day): number {
  const people = new Set(holders.map((term) => term.personId))
  if (people.size < 2) return 0
  // Holders are in order of beginning: they overlap since the second one began.
  const second = holders.find((term) => term.personId !== holders[0]?.personId)
  const days = second === undefined ? 0 : daysBetween(second.from, today)
  return days > handOverDays ? days : 0
}

function earliest(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
