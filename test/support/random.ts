// Chance that can be repeated: the same seed gives the same run.
export interface Random {
  /** 0 ≤ value < 1 */
  readonly next: () => number
  /** 0 ≤ value < limit, whole */
  readonly below: (limit: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item | undefined
  readonly chance: (share: number) => boolean
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  // mulberry32, a public-domain generator: 32 bits of state are enough to repeat a run.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { next, below, pick: (items) => items[below(items.length)], chance: (share) => next() < share }
}
