// What people may ask about what is kept of them, in codes.

/** What somebody can say yes or no to, each apart. Private notes of care have their consent in the very row. */
export const consentPurposes = ['ledenlijst', 'mail', 'foto', 'verhaal'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

/** Of these somebody wants to know at a gathering who said what. */
export const gatheringPurposes = ['foto', 'verhaal'] as const satisfies readonly ConsentPurpose[]

/** Which words are asked with now; their text stands in the words of the app under this number. */
export const purposeTextVersion = 1

/** Why somebody's data are kept and not used (article 18 of the GDPR). */
export const restrictionReasons = ['betwist', 'onrechtmatig', 'bewijs', 'bezwaar'] as const

export const disputeOutcomes = ['verbeterd', 'gebleven'] as const

/** What happened to the data. */
export const breachKinds = ['kwijt', 'gestolen', 'verkeerd_verstuurd', 'ingekeken', 'anders'] as const

/** Which data it was about. */
export const breachedData = [
  'namen',
  'adressen',
  'bereik',
  'contributie',
  'rekeningen',
  'bijeenkomsten',
  'aandacht',
] as const

export const breachLocks = ['ja', 'nee', 'onbekend'] as const

/** So many hours after it was found the authority must know (article 33). */
const hoursToReport = 72

/** The authority wants to know within this moment. @param foundAt ISO instant */
export const reportBefore = (foundAt: string): string =>
  new Date(Date.parse(foundAt) + hoursToReport * 3_600_000).toISOString()

/**
 * Whether the authority, and whether the people themselves, must be told. What was locked well enough cannot be read by the finder;
 * what may hurt somebody - attention, accounts - is told to them too.
 */
export function breachAdvice(breach: {
  readonly isLocked: boolean
  readonly kinds: readonly (typeof breachedData)[number][]
  readonly people: number
}): 'note' | 'authority' | 'everybody' {
  if (breach.isLocked || breach.people === 0) return 'note'
  return breach.kinds.some((kind) => kind === 'aandacht' || kind === 'rekeningen') ? 'everybody' : 'authority'
}
