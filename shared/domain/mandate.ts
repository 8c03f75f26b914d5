// A mandate [machtiging]: somebody allowed the association to take dues from an account.
import type { Day } from './calendar-date.ts'
import { addMonths } from './calendar-date.ts'

/** RCUR: time and again; OOFF: once. The codes of the bank's file. */
export const mandateKinds = ['RCUR', 'OOFF'] as const
export type MandateKind = (typeof mandateKinds)[number]

export const holdReasons = ['request', 'returned', 'deceased', 'other'] as const
export type HoldReason = (typeof holdReasons)[number]

/** `unused`: not used for 36 months, and therefore no longer valid; `used`: allowed one collection, which was made. */
export const mandateStates = ['active', 'unsigned', 'hold', 'ended', 'unused', 'used'] as const
export type MandateState = (typeof mandateStates)[number]

export interface MandateFacts {
  readonly kind: MandateKind
  /** null = printed, and not yet come back signed. */
  readonly signedOn: Day | null
  readonly heldOn: Day | null
  readonly endedOn: Day | null
  /** Day of the last collection by it, here or in an earlier administration; null = never. */
  readonly lastUsedOn: Day | null
}

/** Banks take no collection by a mandate that was not used for so long. */
const unusedMonths = 36

/** What a mandate allows on the day of a collection. */
export function mandateState(mandate: MandateFacts, on: Day): MandateState {
  if (mandate.endedOn !== null && mandate.endedOn <= on) return 'ended'
  if (mandate.heldOn !== null) return 'hold'
  if (mandate.signedOn === null) return 'unsigned'
  if (mandate.kind === 'OOFF' && mandate.lastUsedOn !== null) return 'used'
  return addMonths(mandate.lastUsedOn ?? mandate.signedOn, unusedMonths) <= on ? 'unused' : 'active'
}
