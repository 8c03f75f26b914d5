// Where a gathering stands, and whether a group keeps its promise of so many gatherings a year.
import { assertNever } from './assert-never.ts'
import type { Day } from './calendar-date.ts'

/** What is stored. `gehouden` means that its attendance was written down and finished. */
export const storedGatheringStates = ['gepland', 'gehouden', 'afgelast'] as const
export type StoredGatheringState = (typeof storedGatheringStates)[number]

/** What is shown: a planned gathering whose day has passed asks to be recorded. */
export type GatheringState = StoredGatheringState | 'niet_vastgelegd'

export function gatheringState(stored: StoredGatheringState, day: Day, today: Day): GatheringState {
  switch (stored) {
    case 'gepland':
      return day < today ? 'niet_vastgelegd' : 'gepland'
    case 'gehouden':
    case 'afgelast':
      return stored
    default:
      return assertNever(stored)
  }
}

/** The group's own number a year, else the book's. */
export function gatheringsAYear(ofGroup: number | null, ofBook: number): number {
  return ofGroup ?? ofBook
}

/** Whole months between two days: 15 March to 14 April is none, to 15 April one. Never below zero. */
export function wholeMonthsBetween(from: Day, until: Day): number {
  const [fromYear, fromMonth, fromDay] = numbersOf(from)
  const [untilYear, untilMonth, untilDay] = numbersOf(until)
  const months = (untilYear - fromYear) * 12 + (untilMonth - fromMonth) - (untilDay < fromDay ? 1 : 0)
  return Math.max(0, months)
}

export interface Schedule {
  /** Gatherings written down this calendar year; cancelled ones count nowhere. */
  readonly held: number
  /** How many there should be in the whole year. */
  readonly promised: number
  /** How many there should have been by now. */
  readonly expected: number
  readonly onSchedule: boolean
}

/**
 * On schedule when held >= floor(promised x whole months passed / 12). A group that began during the year is counted
 * from that day, so that it is not behind for months in which it did not exist.
 */
export function scheduleOf(group: { held: number; promised: number; activeFrom: Day | null }, today: Day): Schedule {
  const newYear = `${today.slice(0, 4)}-01-01`
  const start = group.activeFrom !== null && group.activeFrom > newYear ? group.activeFrom : newYear
  const expected = Math.floor((group.promised * wholeMonthsBetween(start, today)) / 12)
  return { held: group.held, promised: group.promised, expected, onSchedule: group.held >= expected }
}

function numbersOf(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}
