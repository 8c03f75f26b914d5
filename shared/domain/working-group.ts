// People who lead a group: what they come together for, and whom that has not reached for a while.
import { addMonths, type Day } from './calendar-date.ts'
import { isCurrent, isNeighbourhoodRole, type SeatTerm } from './role-seats.ts'

/** intervisie: talking over each other's questions. overleg: a meeting of the working group. */
export const leaderMeetingKinds = ['intervisie', 'training', 'overleg'] as const
export type LeaderMeetingKind = (typeof leaderMeetingKinds)[number]

/** Whether an idea worked where it was tried. */
export const trialResults = ['bezig', 'ja', 'deels', 'nee'] as const
export type TrialResult = (typeof trialResults)[number]

/** What is brought to the meeting of the network: what goes well, what is hard, what we ask. */
export const networkPointKinds = ['goed', 'lastig', 'vraag'] as const
export type NetworkPointKind = (typeof networkPointKinds)[number]

/** Half a year, unless the book says otherwise. */
export const usualIntervisionMonths = 6

export interface Leader<Term extends SeatTerm> {
  readonly personId: string
  /** First day in any of the roles they hold today. */
  readonly since: Day
  readonly terms: readonly Term[]
}

/** Who leads a group on `today`: one entry per person, whatever number of groups they lead. */
export function leadersOn<Term extends SeatTerm>(terms: readonly Term[], today: Day): readonly Leader<Term>[] {
  const current = terms.filter((term) => isNeighbourhoodRole(term.role) && isCurrent(term, today))
  return [...Map.groupBy(current, ({ personId }) => personId)].map(([personId, own]) => ({
    personId,
    since: own.map(({ from }) => from).toSorted()[0] ?? today,
    terms: own,
  }))
}

/** Nobody heard them for so many months. Who began later than that is not late yet. */
export function lacksIntervision(
  { since, last }: { readonly since: Day; readonly last: Day | null },
  months: number,
  today: Day,
): boolean {
  const heard = last !== null && last > since ? last : since
  return addMonths(heard, months) <= today
}
