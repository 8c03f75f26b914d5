// What came of the pairs of a round. The denominator is fixed beforehand: every pair that was formed, also those of whom nobody ever
// heard again. Leaving out the silent ones would make every round a success.

export interface PairOutcome {
  readonly pairs: number
  readonly never: number
  readonly once: number
  readonly oftener: number
}

/** @param contacts of every pair that was formed, how often they met and it was confirmed */
export function outcomeOf(contacts: readonly number[]): PairOutcome {
  return {
    pairs: contacts.length,
    never: contacts.filter((count) => count === 0).length,
    once: contacts.filter((count) => count === 1).length,
    oftener: contacts.filter((count) => count >= 2).length,
  }
}
