// A programme brings people or households together in pairs for a time, with a rhythm that was agreed on.

export const programmeKinds = ['maatjes', 'huishoudens', 'mentor', 'anders'] as const
export type ProgrammeKind = (typeof programmeKinds)[number]

export const rhythmUnits = ['week', 'maand'] as const
export type RhythmUnit = (typeof rhythmUnits)[number]

/** So many contacts in every week or calendar month. */
export interface Rhythm {
  readonly unit: RhythmUnit
  readonly times: number
}

export const pairSides = ['a', 'b'] as const
export type PairSide = (typeof pairSides)[number]

/** Who told of a contact. A contact that nobody confirmed does not count. */
export const contactTellers = ['a', 'b', 'allebei', 'begeleider'] as const
export type ContactTeller = (typeof contactTellers)[number]

export const contactStarters = ['a', 'b', 'samen'] as const
export type ContactStarter = (typeof contactStarters)[number]

export const clickAnswers = ['ja', 'nee', 'weet_niet'] as const
export type ClickAnswer = (typeof clickAnswers)[number]

export const pairEndReasons = ['klaar', 'geen_klik', 'geen_tijd', 'verhuisd', 'overleden', 'anders'] as const
export type PairEndReason = (typeof pairEndReasons)[number]

/** What a programme of a kind usually agrees on; every programme may say otherwise. */
export const usualAgreement: Readonly<Record<ProgrammeKind, Rhythm & { readonly months: number }>> = {
  maatjes: { unit: 'week', times: 1, months: 4 },
  huishoudens: { unit: 'maand', times: 2, months: 12 },
  mentor: { unit: 'week', times: 1, months: 10 },
  anders: { unit: 'maand', times: 2, months: 6 },
}
