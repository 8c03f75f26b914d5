// What asks attention, in the order in which it is shown: people first, then what was promised, then money.
import type { z } from 'zod'
import type { overview } from '../../../shared/contract/overview.ts'
import type { FollowUp } from '../follow-ups/follow-up-queries.ts'
import type { NamedSeats } from '../roles/role-queries.ts'
import type { Group } from './overview-queries.ts'

type Overview = z.input<(typeof overview)['get']['output']>
export type Attention = Overview['attention'][number]
export type GatheringLine = NonNullable<Overview['next']>
type Of<Kind extends Attention['kind']> = Extract<Attention, { kind: Kind }>

/** Of each kind this many are named; the rest is a number. */
const entriesNamed = 3

export interface GroupSeats {
  readonly group: Group
  readonly seats: NamedSeats
}

/** Groups with an empty place; those without anybody come first. A group that is still being formed has none to miss. */
export function emptySeats(groups: readonly GroupSeats[]): Of<'emptySeats'> | null {
  const entries = groups
    .filter(({ group }) => group.status !== 'in_oprichting')
    .filter(({ seats }) => seats.state === 'onbemand' || seats.state === 'kwetsbaar')
    .map(({ group, seats }) => {
      // One person in both places leaves none empty; the second place is the one that still asks somebody.
      const empty = seats.seats.filter((seat) => seat.holders.length === 0)
      const missing = empty.length > 0 ? empty : seats.seats.slice(1)
      return {
        neighbourhoodId: group.id,
        neighbourhoodName: group.name,
        missing: missing.map(({ role, side }) => ({ role, side })),
        unattended: seats.state === 'onbemand',
        shared: empty.length === 0,
        last: latest(missing.map((seat) => seat.last)),
      }
    })
    .sort((a, b) => Number(b.unattended) - Number(a.unattended))
  return entries.length === 0 ? null : { kind: 'emptySeats', count: entries.length, entries: named(entries) }
}

/** Places that become empty within two months while nobody follows; soonest first. */
export function endingTerms(groups: readonly GroupSeats[]): Of<'endingTerms'> | null {
  const entries = groups
    .flatMap(({ group, seats }) =>
      seats.seats.flatMap((seat) => {
        const holder = seat.holders.at(-1)
        if (seat.endsSoon === null || !holder) return []
        return [{ ...placeOf(group, seat), name: holder.name, day: seat.endsSoon }]
      }),
    )
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  return entries.length === 0 ? null : { kind: 'endingTerms', count: entries.length, entries: named(entries) }
}

/** Places that two people have held together for longer than a hand-over takes. */
export function longOverlaps(groups: readonly GroupSeats[]): Of<'longOverlaps'> | null {
  const entries = groups
    .flatMap(({ group, seats }) =>
      seats.seats
        .filter((seat) => seat.longOverlapDays > 0)
        .map((seat) => ({
          ...placeOf(group, seat),
          names: seat.holders.map((holder) => holder.name),
          days: seat.longOverlapDays,
        })),
    )
    .sort((a, b) => b.days - a.days)
  return entries.length === 0 ? null : { kind: 'longOverlaps', count: entries.length, entries: named(entries) }
}

export function notRecorded(gatherings: readonly GatheringLine[]): Of<'notRecorded'> | null {
  return gatherings.length === 0 ? null : { kind: 'notRecorded', count: gatherings.length, entries: named(gatherings) }
}

export function dueFollowUps(
  followUps: readonly Pick<FollowUp, 'personName' | 'overdue' | 'ownerName' | 'dueDay'>[],
): Of<'followUps'> | null {
  const [first] = followUps
  if (!first) return null
  return {
    kind: 'followUps',
    count: followUps.length,
    overdue: followUps.filter((followUp) => followUp.overdue).length,
    names: named(followUps.map((followUp) => followUp.personName)),
    ownerName: first.ownerName,
    dueDay: first.dueDay,
  }
}

export interface Pace {
  readonly neighbourhoodId: string | null
  readonly neighbourhoodName: string | null
  readonly held: number
  readonly promised: number
  readonly expected: number
  readonly onSchedule: boolean
  /** A group at rest or still being formed promised nothing. */
  readonly isAsked: boolean
}

/** Groups that met less often than promised; in order of name, because this is no ranking. */
export function behindSchedule(paces: readonly Pace[]): Of<'behindSchedule'> | null {
  const entries = paces
    .filter((pace) => pace.isAsked && !pace.onSchedule)
    .map(({ neighbourhoodId, neighbourhoodName, held, expected, promised }) => ({
      neighbourhoodId,
      neighbourhoodName,
      held,
      expected,
      promised,
    }))
  return entries.length === 0 ? null : { kind: 'behindSchedule', count: entries.length, entries: named(entries) }
}

const named = <Entry>(entries: readonly Entry[]): Entry[] => entries.slice(0, entriesNamed)

function placeOf(group: Group, seat: NamedSeats['seats'][number]) {
  return { neighbourhoodId: group.id, neighbourhoodName: group.name, role: seat.role, side: seat.side }
}

function latest<End extends { readonly until: string }>(ends: readonly (End | null)[]): End | null {
  const known = ends.filter((end) => end !== null)
  return known.sort((a, b) => (a.until < b.until ? 1 : -1))[0] ?? null
}
