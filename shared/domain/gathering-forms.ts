// What kind of gathering it is and what it is for: fixed lists, so that a year can be counted.

/** From meeting once to helping each other: five ways in which neighbours meet. */
export const workForms = ['eenmalig', 'dialoog', 'verdiepen', 'terugkerend', 'elkaar_helpen'] as const
export type WorkForm = (typeof workForms)[number]

/** What a gathering wants to bring about; one may serve several. */
export const gatheringGoals = ['nabuurschap', 'saamhorigheid', 'signaleren', 'eenzaamheid'] as const
export type GatheringGoal = (typeof gatheringGoals)[number]

/** With whom it connects: the own community, the local community, institutions. None, one, or all three at once. */
export const connectionKinds = ['eigen', 'lokaal', 'instanties'] as const
export type ConnectionKind = (typeof connectionKinds)[number]

/** How who came is written down: by name, or only how many. */
export const countedWays = ['namen', 'aantal'] as const
export type CountedWay = (typeof countedWays)[number]

/** Codes as one text of a row, in the order of their list; null for none. */
export function writeCodes<Code extends string>(list: readonly Code[], chosen: readonly Code[]): string | null {
  return list.filter((code) => chosen.includes(code)).join(' ') || null
}

/** The codes in the text of a row; what this version does not know is passed over. */
export function readCodes<Code extends string>(list: readonly Code[], text: string | null): Code[] {
  const known = new Set((text ?? '').split(' '))
  return list.filter((code) => known.has(code))
}

/** Languages as people write them, with commas or "en" between them. */
export function readLanguages(text: string | null): string[] {
  return (text ?? '')
    .split(/[,;/]|\s+(?:en|and)\s+/)
    .map((word) => word.trim())
    .filter(Boolean)
}
