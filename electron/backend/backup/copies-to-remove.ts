// How long copies stay: everything of the last two days, then the newest of 7 days, 4 weeks and 6 months; but none for long in which
// somebody is who was erased.
import { addDays, dayOfClock, weekdayOf } from '../../../shared/domain/calendar-date.ts'

export interface DatedCopy {
  readonly id: string
  readonly madeAt: string
  readonly shrunk: boolean
}

const keptHours = 48
const keptDays = 7
const keptWeeks = 4
const keptMonths = 6
/** A week before the 35 days that are promised, for a computer that is used once a week. */
const keptDaysAfterErasure = 28
/** After so many days no copy holds anybody who was erased. */
export const daysUntilErasedInCopies = 35

/**
 * The ids of the copies that may go, given all of them newest first. The copy before one that lost more than half of its rows
 * stays for as long as that one does, so that a good copy never makes place for an empty one. One from before an erasure goes in any
 * case once that is four weeks ago; the newest is always kept.
 * @param erasedAt when people were erased, as ISO instants
 */
export function copiesToRemove(copies: readonly DatedCopy[], now: Date, erasedAt: readonly string[] = []): string[] {
  const keep = new Set<string>()
  for (const copy of copies) {
    if (now.getTime() - new Date(copy.madeAt).getTime() < keptHours * 3_600_000) keep.add(copy.id)
  }
  const dayOf = (copy: DatedCopy) => dayOfClock(new Date(copy.madeAt))
  keepNewestOfEach(copies, dayOf, keptDays, keep)
  keepNewestOfEach(copies, (copy) => mondayOf(dayOf(copy)), keptWeeks, keep)
  keepNewestOfEach(copies, (copy) => dayOf(copy).slice(0, 7), keptMonths, keep)
  for (const [index, copy] of copies.entries()) {
    const before = copies[index + 1]
    if (copy.shrunk && before && keep.has(copy.id)) keep.add(before.id)
  }
  const due = new Date(now.getTime() - keptDaysAfterErasure * 24 * 3_600_000).toISOString()
  const lastDue = erasedAt.filter((at) => at <= due).reduce((latest, at) => (at > latest ? at : latest), '')
  return copies
    .filter((copy, index) => !keep.has(copy.id) || (index > 0 && copy.madeAt < lastDue))
    .map((copy) => copy.id)
}

/** Days, weeks and months in which nothing was copied do not count: after a long absence the old copies are still there. */
function keepNewestOfEach(
  copies: readonly DatedCopy[],
  periodOf: (copy: DatedCopy) => string,
  periods: number,
  keep: Set<string>,
): void {
  const seen = new Set<string>()
  for (const copy of copies) {
    const period = periodOf(copy)
    if (seen.has(period)) continue
    if (seen.size === periods) return
    seen.add(period)
    keep.add(copy.id)
  }
}

const mondayOf = (day: string) => addDays(day, 1 - weekdayOf(day))
