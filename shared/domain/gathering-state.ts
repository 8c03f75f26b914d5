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
  /** How many there should be in the whole year, or in what was left of it when the group began. */
  readonly promised: number
  /** How many there should have been by now. */
  readonly expected: number
  readonly onSchedule: boolean
}

export interface GatheringPromise {
  /** How many in a whole year. */
  readonly perYear: number
  /** First day of the group, or of the book; null when that is not known. */
  readonly beganOn: Day | null
  /** The day of the first gathering held in the year; null when there was none. */
  readonly firstHeld: Day | null
}

/**
 * On schedule when held >= floor(a year's number x whole months passed / 12). A group that began during the year is counted
 * from that day, so that it is not behind for months in which it did not exist.
 */
export function scheduleOf(group: GatheringPromise & { held: number }, today: Day): Schedule {
  const expected = inProportion(group.perYear, countedFrom(group, today), today)
  return { held: group.held, promised: promisedIn(group, today), expected, onSchedule: group.held >= expected }
}

/** How many there should be in the whole year of `day`: of a group that began during it in proportion to what was left of it. */
export function promisedIn(group: GatheringPromise, day: Day): number {
  return inProportion(group.perYear, countedFrom(group, day), `${Number(day.slice(0, 4)) + 1}-01-01`)
}

/**
 * The day in the year of `day` from which gatherings are asked for: that on which the group began, else New Year's Day. A group is
 * written down when the book begins and may be older than that: a gathering that was held before shows it.
 */
export function countedFrom({ beganOn, firstHeld }: GatheringPromise, day: Day): Day {
  const year = day.slice(0, 4)
  const isOlder = beganOn === null || (firstHeld !== null && firstHeld < beganOn)
  return !isOlder && beganOn.slice(0, 4) === year ? beganOn : `${year}-01-01`
}

const inProportion = (perYear: number, from: Day, until: Day) =>
  Math.floor((perYear * wholeMonthsBetween(from, until)) / 12)

function numbersOf(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
}
