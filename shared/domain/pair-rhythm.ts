// Whether a pair keeps the rhythm it agreed on, and what it asks of the one who guides it. Only confirmed contacts count.
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  monthsBetween,
  partsOf,
  startOfMonth,
  weekdayOf,
} from './calendar-date.ts'
import type { ContactStarter, ContactTeller, Rhythm } from './pair-programme.ts'

export interface PairContact {
  readonly day: Day
  readonly confirmedBy: ContactTeller | null
  readonly initiatedBy: ContactStarter | null
}

export interface PairCourse {
  readonly from: Day
  readonly plannedUntil: Day
  /** The first day it was over; null while it runs. */
  readonly until: Day | null
  /** Until this day nobody asks about the rhythm: holidays, illness. */
  readonly restUntil: Day | null
  readonly midTalkOn: Day | null
  readonly endTalkOn: Day | null
}

export interface MonthOfPair {
  /** First day of the calendar month. */
  readonly month: Day
  readonly contacts: number
  readonly isMet: boolean
  readonly isOver: boolean
}

/** The days of the contacts that count, oldest first. */
export function confirmedDays(contacts: readonly PairContact[]): Day[] {
  return contacts
    .filter((contact) => contact.confirmedBy !== null)
    .map(({ day }) => day)
    .toSorted()
}

export function isRunning({ from, until }: Pick<PairCourse, 'from' | 'until'>, today: Day): boolean {
  return from <= today && (until === null || until > today)
}

/** The calendar months of a pair, from the one it began in: as many as were agreed on. */
export function monthsOfPair(
  course: Pick<PairCourse, 'from' | 'plannedUntil'>,
  times: number,
  contacts: readonly PairContact[],
  today: Day,
): { readonly months: readonly MonthOfPair[]; readonly met: number } {
  const days = confirmedDays(contacts)
  const first = startOfMonth(course.from)
  const months = Array.from({ length: monthsAgreed(course) }, (_, at) => {
    const month = addMonths(first, at)
    const count = countBetween(days, month, addMonths(month, 1))
    return { month, contacts: count, isMet: count >= times, isOver: addMonths(month, 1) <= today }
  })
  return { months, met: months.filter(({ isMet }) => isMet).length }
}

/** From 10 January to 10 January is twelve months, although it touches thirteen; a piece beyond that is one more. */
function monthsAgreed({ from, plannedUntil }: Pick<PairCourse, 'from' | 'plannedUntil'>): number {
  const isBeyond = partsOf(plannedUntil).day > partsOf(from).day
  return Math.max(1, monthsBetween(from, plannedUntil) + (isBeyond ? 1 : 0))
}

export interface DroppedRhythm {
  /** First day of the month or week that stayed behind. */
  readonly since: Day
  readonly contacts: number
}

/** Weeks in a row that may not both stay behind: one week away is a holiday. */
const quietWeeks = 2

/**
 * What stayed behind the rhythm; null when nothing did. A calendar month with too few contacts asks attention in the next one; a
 * weekly rhythm when two whole weeks in a row stayed behind. The month or week a pair began in asks nothing.
 */
export function droppedRhythm(
  course: PairCourse,
  rhythm: Rhythm,
  contacts: readonly PairContact[],
  today: Day,
): DroppedRhythm | null {
  if (!isRunning(course, today) || (course.restUntil !== null && course.restUntil >= today)) return null
  const days = confirmedDays(contacts)
  if (rhythm.unit === 'maand') {
    const since = addMonths(startOfMonth(today), -1)
    const count = countBetween(days, since, startOfMonth(today))
    return course.from <= since && count < rhythm.times ? { since, contacts: count } : null
  }
  const thisWeek = addDays(today, 1 - weekdayOf(today))
  const since = addDays(thisWeek, -7 * quietWeeks)
  if (course.from > since) return null
  // This week may have mended it already.
  if (countBetween(days, thisWeek, addDays(today, 1)) >= rhythm.times) return null
  const weeks = Array.from({ length: quietWeeks }, (_, week) =>
    countBetween(days, addDays(since, 7 * week), addDays(since, 7 * week + 7)),
  )
  const isQuiet = weeks.every((count) => count < rhythm.times)
  return isQuiet ? { since, contacts: weeks.reduce((sum, count) => sum + count, 0) } : null
}

const monthsOneSided = 3
/** Fewer say nothing about who always asks. */
const contactsNeeded = 3

/** The side that began every contact of the last three months; null when both did, or too little is known. */
export function oneSided(
  course: Pick<PairCourse, 'from' | 'until'>,
  contacts: readonly PairContact[],
  today: Day,
): 'a' | 'b' | null {
  const since = addMonths(today, -monthsOneSided)
  if (!isRunning(course, today) || course.from > since) return null
  const known = contacts.filter(({ day, initiatedBy }) => day >= since && day <= today && initiatedBy !== null)
  const first = known[0]?.initiatedBy
  if (known.length < contactsNeeded || (first !== 'a' && first !== 'b')) return null
  return known.every(({ initiatedBy }) => initiatedBy === first) ? first : null
}

export type PairTalk = 'mid' | 'end' | 'festive'

/** So many days before the end the last talk is asked for. */
const endTalkAhead = 21

/** The talk whose time has come: halfway, near the end, and the festive end itself when the time is over. */
export function talkDue(course: PairCourse, today: Day): PairTalk | null {
  if (!isRunning(course, today)) return null
  if (course.plannedUntil <= today) return 'festive'
  if (course.endTalkOn === null && addDays(today, endTalkAhead) >= course.plannedUntil) return 'end'
  const half = addDays(course.from, Math.floor(daysBetween(course.from, course.plannedUntil) / 2))
  return course.midTalkOn === null && course.endTalkOn === null && half <= today ? 'mid' : null
}

/** How a pair stands today, and what it asks of those who guide it: the same for pairs that are sealed. */
export function stateOfPair(course: PairCourse, rhythm: Rhythm, contacts: readonly PairContact[], today: Day) {
  const days = confirmedDays(contacts)
  const inMonths = rhythm.unit === 'maand' ? monthsOfPair(course, rhythm.times, contacts, today) : null
  return {
    met: days.length,
    lastContact: days.at(-1) ?? null,
    months: inMonths && { met: inMonths.met, of: inMonths.months.length },
    asks: {
      // Once it is over in time, the feast is what is left to do.
      rhythm: course.plannedUntil <= today ? null : droppedRhythm(course, rhythm, contacts, today),
      oneSided: oneSided(course, contacts, today),
      talk: talkDue(course, today),
    },
  }
}

function countBetween(days: readonly Day[], from: Day, until: Day): number {
  return days.filter((day) => day >= from && day < until).length
}
