// The days around a collection [incasso]: when payers must have been told, when the file must be with the bank, how long it can come back.
import type { Day } from './calendar-date.ts'
import { addDays } from './calendar-date.ts'
import { addTargetDays, targetDayFrom } from './target-days.ts'

/** Versions of the file with which a bank collects. */
export const painVersions = ['08', '02'] as const
export type PainVersion = (typeof painVersions)[number]

/** Days between telling a payer and collecting, unless another number was agreed. */
export const usualNoticeDays = 14
const submitDaysBefore = 2
const returnDaysAfter = 5
/** A payer may have money back without giving a reason. */
const refundDays = 56

export interface CollectionDays {
  /** Last day to tell the payers. */
  readonly announceBy: Day
  /** Last day to send the file to the bank. */
  readonly submitBy: Day
  readonly collectDay: Day
  /** Until here banks give back what could not be collected, and payers what they do not want. */
  readonly returnsUntil: Day
  readonly refundsUntil: Day
}

export function collectionDays(collectDay: Day, noticeDays: number): CollectionDays {
  return {
    announceBy: addDays(collectDay, -noticeDays),
    submitBy: addTargetDays(collectDay, -submitDaysBefore),
    collectDay,
    returnsUntil: addTargetDays(collectDay, returnDaysAfter),
    refundsUntil: addDays(collectDay, refundDays),
  }
}

/** The first day that can be collected on when everybody is told today. */
export function earliestCollectDay(today: Day, noticeDays: number): Day {
  const told = addDays(today, noticeDays)
  // Sent on a day without banks it is there on the next one with them.
  const sent = addTargetDays(targetDayFrom(today), submitDaysBefore)
  return targetDayFrom(told > sent ? told : sent)
}
