// What a figure or a benchmark gives back: one printed line, and whether it reached its goal.
export interface Result {
  readonly id: string
  readonly values: Readonly<Record<string, string | number>>
  readonly ok: boolean
}

export interface RunOptions {
  /** The form that fits in `npm test`. */
  readonly short: boolean
  readonly seed: number
  /** A folder to measure instead of what is made up, where a figure can. */
  readonly set?: string
}
