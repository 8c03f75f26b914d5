// Why people do not come, what was done about it, and how many came before and after.
import type { Day } from './calendar-date.ts'

/** What stands in the way. Nothing about health: that is somebody's own, and stands with the follow-ups. */
export const barrierKinds = [
  'kinderopvang',
  'vervoer',
  'toegang',
  'taal',
  'geld',
  'tijdstip',
  'onbekend',
  'drempel',
  'anders',
] as const
export type BarrierKind = (typeof barrierKinds)[number]

/** How it was found out. */
export const foundWays = ['gevraagd', 'gebeld', 'langsgegaan', 'gehoord', 'gezien'] as const
export type FoundWay = (typeof foundWays)[number]

/** What people say of a measure themselves, beside the numbers. */
export const barrierOutcomes = ['hielp', 'hielp_deels', 'hielp_niet'] as const
export type BarrierOutcome = (typeof barrierOutcomes)[number]

/** So many gatherings on either side are compared, fixed beforehand so that nobody picks the ones that look best. */
export const gatheringsCompared = 3

export interface Turnout {
  readonly id: string
  readonly day: Day
  readonly title: string
  /** Everybody who was there, by name or only counted. */
  readonly came: number
}

export interface Effect {
  /** The last ones before the measure and the first ones from its day on, oldest first. */
  readonly before: Turnout[]
  readonly after: Turnout[]
  /** On average, rounded to a half; null where there is none. */
  readonly averageBefore: number | null
  readonly averageAfter: number | null
}

/** The gatherings that are compared: the last before `day` and the first from it on. @param held oldest first */
export function gatheringsAround<Held extends { readonly day: Day }>(held: readonly Held[], day: Day) {
  return {
    before: held.filter((gathering) => gathering.day < day).slice(-gatheringsCompared),
    after: held.filter((gathering) => gathering.day >= day).slice(0, gatheringsCompared),
  }
}

/** Compares how many came before `day` and from it on. @param held gatherings that were written down, oldest first */
export function effectOf(held: readonly Turnout[], day: Day): Effect {
  const { before, after } = gatheringsAround(held, day)
  return { before, after, averageBefore: average(before), averageAfter: average(after) }
}

function average(gatherings: readonly Turnout[]): number | null {
  if (gatherings.length === 0) return null
  const sum = gatherings.reduce((total, { came }) => total + came, 0)
  return Math.round((sum / gatherings.length) * 2) / 2
}
