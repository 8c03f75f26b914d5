// Words of looking after each other. Codes come first: what is chosen from a list says less about somebody than a sentence does.
import { addDays, addMonths, type Day } from './calendar-date.ts'

/** What can be written down of anybody, also without being asked: nothing about health, grief, loneliness or money. */
export const neutralKinds = ['aandacht', 'kennismaken', 'praktisch', 'opgevallen'] as const
/** What says something about health or about what is only theirs to tell: with their consent alone. */
export const specialKinds = ['gezondheid', 'eenzaam', 'mantelzorg', 'rouw', 'geld', 'veiligheid'] as const
export const signalKinds = [...neutralKinds, ...specialKinds] as const
export type SignalKind = (typeof signalKinds)[number]

/** Where it came from. */
export const signalSources = ['zelf', 'buur', 'bijeenkomst', 'familie', 'organisatie', 'anders'] as const
export type SignalSource = (typeof signalSources)[number]

/** What neighbours can do themselves. */
export const ownHelp = ['bellen', 'langsgaan', 'meenemen', 'boodschap', 'klus', 'vervoer', 'eten'] as const
export type OwnHelp = (typeof ownHelp)[number]

export const signalStates = ['open', 'gesloten'] as const
export const closeReasons = [
  'geholpen',
  'doorverwezen',
  'niet_nodig',
  'wil_niet',
  'niet_bereikt',
  'vertrokken',
  'overleden',
] as const
export type CloseReason = (typeof closeReasons)[number]

/** How two people were in touch; the first four are also ways to agree on beforehand. */
export const momentWays = ['bellen', 'langsgaan', 'kaartje', 'bericht', 'toevallig'] as const
export type MomentWay = (typeof momentWays)[number]

/** What came of it, and no more than that. */
export const contactResults = ['gesproken', 'boodschap', 'niet_bereikt', 'wil_niet', 'vaker'] as const
export type ContactResult = (typeof contactResults)[number]

/** Whether somebody was spoken to: only this counts as contact. */
export const spokenResults = ['gesproken', 'wil_niet', 'vaker'] as const satisfies readonly ContactResult[]

export const referralOutcomes = ['aangenomen', 'wacht', 'niet_gelukt', 'wil_niet'] as const
export type ReferralOutcome = (typeof referralOutcomes)[number]

/** Why somebody did not come. What says something about health is kept with their consent alone. */
export const neutralCauses = ['vervoer', 'ver', 'taal', 'kinderopvang', 'tijdstip', 'geen_zin'] as const
const specialCauses = ['ziek', 'mantelzorg', 'trap'] as const
export const absenceCauses = [...neutralCauses, ...specialCauses] as const
export type AbsenceCause = (typeof absenceCauses)[number]

/** Why somebody is away for longer. */
export const neutralWhys = ['reis', 'familie', 'verbouwing'] as const
const specialWhys = ['ziekenhuis', 'herstel', 'mantelzorg'] as const
export const absenceWhys = [...neutralWhys, ...specialWhys] as const
export type AbsenceWhy = (typeof absenceWhys)[number]

export const consentGivers = ['zelf', 'vertegenwoordiger'] as const
export const consentWays = ['mondeling', 'schriftelijk'] as const

/** The words somebody agreed to; a change of them is a new number. */
export const consentTextVersion = 1

export interface Consent {
  readonly by: (typeof consentGivers)[number]
  readonly how: (typeof consentWays)[number]
  readonly day: Day
}

export const isSpecialKind = (kind: SignalKind): boolean => includes(specialKinds, kind)
export const isSpecialCause = (cause: AbsenceCause): boolean => includes(specialCauses, cause)
export const isSpecialWhy = (why: AbsenceWhy): boolean => includes(specialWhys, why)

/** Half a year after it was last renewed nothing is left of it. */
const careMonths = 6
/** So many days before, somebody is asked whether it is still needed. */
export const careWarningDays = 30
/** That two people were in touch is kept a year. */
export const momentMonths = 12

export const careUntil = (day: Day): Day => addMonths(day, careMonths)

/** Whether it is time to ask if this is still needed. */
export const endsSoon = (expires: Day, today: Day): boolean => expires <= addDays(today, careWarningDays)

const includes = (codes: readonly string[], code: string): boolean => codes.includes(code)
