// A computer that stopped, or went on under another name after a copy was put back, goes on taking part until somebody takes it off.

export interface ListedComputer {
  readonly id: string
  readonly name: string
  readonly isHere: boolean
  /** ISO instant; null for never. */
  readonly heardAt: string | null
}

const quietDays = 30
const dayMs = 24 * 60 * 60 * 1000

export interface LeftComputers {
  /** Nothing came from these for a month. */
  readonly quiet: readonly { readonly name: string; readonly since: string }[]
  /** Names that stand in the list more than once. */
  readonly doubled: readonly string[]
}

/** Which computers perhaps take part no more; whether they do only people know. */
export function leftComputers(computers: readonly ListedComputer[], now: Date): LeftComputers {
  const quiet = computers.flatMap(({ name, isHere, heardAt }) =>
    !isHere && heardAt !== null && now.getTime() - Date.parse(heardAt) > quietDays * dayMs
      ? [{ name, since: heardAt }]
      : [],
  )
  const byName = Map.groupBy(computers, ({ name }) => name)
  return { quiet, doubled: [...byName].flatMap(([name, ofName]) => (ofName.length > 1 ? [name] : [])) }
}
