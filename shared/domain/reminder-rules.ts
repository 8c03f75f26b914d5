// Who gets a request or a reminder today, which one, and why not. Whoever is left out is left out for a reason that can be said.
import type { Day } from './calendar-date.ts'
import { addDays } from './calendar-date.ts'
import type { Cents } from './money.ts'

/** From the first friendly request to the last letter. */
export const reminderLevels = ['request', 'reminder', 'second', 'last'] as const
export type ReminderLevel = (typeof reminderLevels)[number]

export const reminderWays = ['letter', 'mail'] as const
export type ReminderWay = (typeof reminderWays)[number]

/** The languages a letter can be written in. */
export const letterLanguages = ['nl', 'en'] as const
export type LetterLanguage = (typeof letterLanguages)[number]

/** pause: until a day; discussion: what is open is being talked about; refused: wants no letters. */
export const pauseKinds = ['pause', 'discussion', 'refused'] as const
export type PauseKind = (typeof pauseKinds)[number]

export interface ReminderRules {
  /** Days after the beginning of the oldest period that is open before the first request. */
  readonly firstAfterDays: number
  /** Days between two letters to the same payer. */
  readonly daysBetween: number
  /** The last letter that is sent by itself; after it somebody calls. */
  readonly lastLevel: ReminderLevel
  /** Whether people who are no longer members are still written to. */
  readonly asksFormerMembers: boolean
}

export interface ReminderPause {
  readonly kind: PauseKind
  /** First day on which letters may go again; null = until somebody ends it. */
  readonly until: Day | null
}

/** A payer with something open, and all that decides whether to write. */
export interface ReminderCandidate {
  /** What may be asked: open, less what the payer has left. */
  readonly cents: Cents
  /** First day of the oldest period that is asked. */
  readonly oldest: Day
  /** A due of the payer would change if dues were brought up to date now. */
  readonly isOutdated: boolean
  /** Owes money that was given back as well. What comes in goes to that first, so a letter about dues would ask for too little. */
  readonly owesBack: boolean
  /** Whose dues are open, and the payer when that is a person. */
  readonly people: readonly { readonly isGone: boolean; readonly isDeceased: boolean; readonly isMember: boolean }[]
  readonly pauses: readonly ReminderPause[]
  /** Is or will be collected by direct debit. */
  readonly isCollected: boolean
  readonly hasAddress: boolean
  readonly hasEmail: boolean
  /** The furthest letter about a due that is still open. */
  readonly reached: ReminderLevel | null
  /** The day of the newest letter to this payer, about whatever. */
  readonly lastSent: Day | null
}

export const withheldReasons = [
  'nothingOpen',
  'outdated',
  'gone',
  'deceased',
  'refused',
  'discussion',
  'pause',
  'owesBack',
  'collected',
  'formerMember',
  'allSent',
  'unreachable',
] as const
export type WithheldReason = (typeof withheldReasons)[number]

export type ReminderStep =
  /** A letter may go today. */
  | { readonly kind: 'now'; readonly level: ReminderLevel }
  | { readonly kind: 'later'; readonly level: ReminderLevel; readonly from: Day }
  /** `until`: the first day on which the reason no longer holds, where that is known. */
  | { readonly kind: 'withheld'; readonly reason: WithheldReason; readonly until: Day | null }

/** What happens next with one payer. */
export function nextStep(candidate: ReminderCandidate, rules: ReminderRules, today: Day): ReminderStep {
  const withheld = withheldFor(candidate, rules, today)
  if (withheld) return withheld
  const level = levelAfter(candidate.reached)
  if (level === undefined || reminderLevels.indexOf(level) > reminderLevels.indexOf(rules.lastLevel))
    return { kind: 'withheld', reason: 'allSent', until: null }
  const from = firstDay(candidate, rules)
  if (from > today) return { kind: 'later', level, from }
  if (!candidate.hasAddress && !candidate.hasEmail) return { kind: 'withheld', reason: 'unreachable', until: null }
  return { kind: 'now', level }
}

// The order is that of what somebody should hear first: a death before an unknown address.
function withheldFor(candidate: ReminderCandidate, rules: ReminderRules, today: Day): ReminderStep | undefined {
  const because = (reason: WithheldReason, until: Day | null = null): ReminderStep => ({
    kind: 'withheld',
    reason,
    until,
  })
  const { people } = candidate
  if (candidate.cents <= 0) return because('nothingOpen')
  if (people.some((person) => person.isDeceased)) return because('deceased')
  if (people.some((person) => person.isGone)) return because('gone')
  if (candidate.isOutdated) return because('outdated')
  const pause = strongestPause(candidate.pauses, today)
  if (pause) return because(pause.kind, pause.until)
  if (candidate.owesBack) return because('owesBack')
  if (candidate.isCollected) return because('collected')
  if (!rules.asksFormerMembers && people.every((person) => !person.isMember)) return because('formerMember')
  return undefined
}

/** The pause that holds longest; of two that never end, the one that says most. */
function strongestPause(pauses: readonly ReminderPause[], today: Day): ReminderPause | undefined {
  const strength: Readonly<Record<PauseKind, number>> = { refused: 0, discussion: 1, pause: 2 }
  return pauses
    .filter(({ until }) => until === null || until > today)
    .toSorted((a, b) => compareEnds(a.until, b.until) || strength[a.kind] - strength[b.kind])[0]
}

function compareEnds(a: Day | null, b: Day | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? -1 : 1
  return a > b ? -1 : 1
}

function levelAfter(reached: ReminderLevel | null): ReminderLevel | undefined {
  return reached === null ? reminderLevels[0] : reminderLevels[reminderLevels.indexOf(reached) + 1]
}

function firstDay(candidate: ReminderCandidate, rules: ReminderRules): Day {
  const afterLast = candidate.lastSent === null ? '' : addDays(candidate.lastSent, rules.daysBetween)
  const afterStart = candidate.reached === null ? addDays(candidate.oldest, rules.firstAfterDays) : ''
  return afterLast > afterStart ? afterLast : afterStart
}
