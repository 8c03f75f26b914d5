// Welcoming somebody who came to live here: what is done first, and whether it was in time.
import { addDays, type Day } from './calendar-date.ts'

/** In the order in which they are asked after. */
export const newcomerSteps = ['contact', 'informed', 'visited'] as const
export type NewcomerStep = (typeof newcomerSteps)[number]

export type StepState = 'inTime' | 'late' | 'toDo' | 'overdue'

/** What most want: somebody says hello on the first day, tells what is on within two weeks and has been round within a month. */
export const usualTargets: Readonly<Record<NewcomerStep, number>> = { contact: 1, informed: 14, visited: 30 }

/** Somebody is new for as long as there is something to do, and no longer than this by themselves. */
export const candidateDays = 60

/** The last day that is in time; 1 is the day of arrival itself and the day after it. */
export const dueDayOf = (arrived: Day, within: number): Day => addDays(arrived, within)

export function stepState(done: Day | null, due: Day, today: Day): StepState {
  if (done !== null) return done <= due ? 'inTime' : 'late'
  return today <= due ? 'toDo' : 'overdue'
}

/** Who invited whom, the first one first and `personId` last; a circle is cut where it closes. */
export function invitationChain(personId: string, invitedBy: ReadonlyMap<string, string>): string[] {
  const chain = [personId]
  for (let at = invitedBy.get(personId); at !== undefined && !chain.includes(at); at = invitedBy.get(at))
    chain.unshift(at)
  return chain
}
