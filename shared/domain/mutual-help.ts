// Neighbours who help each other: with what, when, how near, and what came of it. Nothing here is ever owed.
import { foldText } from './person-name.ts'

export const helpCategories = [
  'boodschappen',
  'vervoer',
  'klusje',
  'tuin',
  'computer',
  'koken',
  'gezelschap',
  'wandelen',
  'huisdier',
  'kinderen',
  'taal',
  'papieren',
  'meegaan',
  'inrichten',
  'anders',
] as const
export type HelpCategory = (typeof helpCategories)[number]

/** With these one goes to an office together, or reads its letters. */
const accompaniments: readonly HelpCategory[] = ['meegaan', 'papieren']
export const isAccompaniment = (category: HelpCategory): boolean => accompaniments.includes(category)

export const institutionKinds = ['huisarts', 'ziekenhuis', 'gemeente', 'belasting', 'school', 'werk', 'anders'] as const
export type InstitutionKind = (typeof institutionKinds)[number]

export const helpTimes = ['overdag', 'avond', 'weekend'] as const
export type HelpTime = (typeof helpTimes)[number]

export const helpRequestStates = ['open', 'voorgesteld', 'afgesproken', 'gedaan', 'ingetrokken', 'niet_gelukt'] as const
export type HelpRequestState = (typeof helpRequestStates)[number]

/** States in which somebody still waits for something. */
export const waitingStates = ['open', 'voorgesteld', 'afgesproken'] as const satisfies readonly HelpRequestState[]

/** An offer that was not taken is an outcome like any other: it was offered. */
export const helpOutcomes = ['gedaan', 'niet_aangenomen', 'niet_doorgegaan'] as const
export type HelpOutcome = (typeof helpOutcomes)[number]

/** What an act of help grew into, as far as anybody knows. */
export const helpGrowths = ['niets', 'nogmaals', 'vast', 'koppel'] as const
export type HelpGrowth = (typeof helpGrowths)[number]

export const jobStates = ['gepland', 'gedaan', 'afgelast'] as const

export const nearnesses = ['sameStreet', 'samePostcode', 'sameGroup', 'sameQuarter', 'elsewhere', 'unknown'] as const
/** How near two neighbours live, nearest first; in words, because a map would promise more than an address says. */
export type Nearness = (typeof nearnesses)[number]

export interface Whereabouts {
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly groupIds: readonly string[]
}

export function nearnessOf(a: Whereabouts, b: Whereabouts): Nearness {
  const isSameTown = a.city === '' || b.city === '' || foldText(a.city) === foldText(b.city)
  if (isSameTown && streetKey(a.street) !== '' && streetKey(a.street) === streetKey(b.street)) return 'sameStreet'
  if (a.postcode !== '' && tight(a.postcode) === tight(b.postcode)) return 'samePostcode'
  if (a.groupIds.some((id) => b.groupIds.includes(id))) return 'sameGroup'
  if (!isPlaced(a) || !isPlaced(b)) return 'unknown'
  if (/^\d{4}/.test(a.postcode) && a.postcode.slice(0, 4) === b.postcode.slice(0, 4)) return 'sameQuarter'
  return 'elsewhere'
}

const isPlaced = ({ street, postcode }: Whereabouts) => street !== '' || postcode !== ''
const tight = (postcode: string) => postcode.replace(/\s/g, '').toUpperCase()
const streetKey = (street: string) => foldText(street).replace(/str$/, 'straat')

export interface GiverLimit {
  /** At most so many times a month; null when they set no limit. */
  readonly perMonth: number | null
  /** First day on which they may be asked again; null when they may be now. */
  readonly pausedUntil: string | null
  /** What they did or agreed to do in the month it is asked for. */
  readonly thatMonth: number
}

/** Whether somebody may be asked on a day: what they said of themselves comes before what is needed. */
export function mayBeAsked(limit: GiverLimit, day: string): 'yes' | 'paused' | 'full' {
  if (limit.pausedUntil !== null && limit.pausedUntil > day) return 'paused'
  return limit.perMonth !== null && limit.thatMonth >= limit.perMonth ? 'full' : 'yes'
}

/** Somebody who offers at no fixed time can be asked at any. */
export function isThere(offered: readonly HelpTime[], wanted: HelpTime | null): boolean {
  return wanted === null || offered.length === 0 || offered.includes(wanted)
}

/** How far back a pattern is looked for. */
export const patternDays = 90
/** From so many times on it is one. */
const patternTimes = 5

export interface GivenHelp {
  readonly giverId: string | null
  readonly receiverId: string | null
}

export interface ClaimingPattern {
  readonly receiverId: string
  readonly giverId: string
  readonly times: number
}

/**
 * Who asked one and the same neighbour again and again: a quiet hint that somebody else might like to as well. Who got help from
 * several is no pattern, and an unnamed neighbour is nobody's pattern.
 */
export function claimingPatterns(acts: readonly GivenHelp[]): ClaimingPattern[] {
  const byReceiver = Map.groupBy(
    acts.filter(({ receiverId }) => receiverId !== null),
    ({ receiverId }) => receiverId,
  )
  return [...byReceiver].flatMap(([receiverId, received]) => {
    const givers = new Set(received.map(({ giverId }) => giverId))
    const [giverId] = givers
    if (receiverId === null || giverId === null || giverId === undefined) return []
    if (givers.size > 1 || received.length < patternTimes) return []
    return [{ receiverId, giverId, times: received.length }]
  })
}
