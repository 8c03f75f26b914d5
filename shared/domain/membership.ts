// Being a member: periods on a person. Rejoining is a new period; nothing that was is changed.
import type { Day } from './calendar-date.ts'

export const membershipKinds = ['lid', 'belangstellende', 'contact', 'oud_lid'] as const
/** contact: somebody in need who is no member; outside dues and member counts. */
export type MembershipKind = (typeof membershipKinds)[number]

export const endReasons = ['verhuisd', 'opgezegd', 'overleden', 'geroyeerd', 'samengevoegd'] as const
export type EndReason = (typeof endReasons)[number]

export interface Period {
  readonly from: Day
  /** First day it no longer holds; null while it runs. */
  readonly until: Day | null
}

export interface MembershipPeriod extends Period {
  readonly kind: MembershipKind
}

/** What somebody is on a day. */
export type PersonStatus = MembershipKind | 'overleden'

/** `from` counts, `until` does not. */
export function isDuring(period: Period, day: Day): boolean {
  return period.from <= day && (period.until === null || day < period.until)
}

/** Two periods share at least one day. */
export function doOverlap(a: Period, b: Period): boolean {
  return (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until)
}

/** The period that holds on a day; the latest begun where two hold. */
export function findCurrent<P extends Period>(periods: readonly P[], day: Day): P | null {
  const current = periods.filter((period) => isDuring(period, day))
  return current.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0] ?? null
}

/** Somebody whose membership ended is an oud-lid, unless they died; who joins next month already counts as what they will be. */
export function findStatus(memberships: readonly MembershipPeriod[], deceasedOn: Day | null, day: Day): PersonStatus {
  if (deceasedOn !== null && deceasedOn <= day) return 'overleden'
  const lasting = memberships.filter((period) => period.until === null || period.until > day)
  return lasting.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]?.kind ?? 'oud_lid'
}

/** Size advice for a binnenbuurt around its target of 50: the ratios keep 60 and 15 for other targets. */
export function adviseSize(people: number, targetSize: number): 'splitsen' | 'samenvoegen' | null {
  if (people > targetSize * 1.2) return 'splitsen'
  if (people > 0 && people < targetSize * 0.3) return 'samenvoegen'
  return null
}
