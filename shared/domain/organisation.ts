// Organisations around the neighbourhood: what kinds there are, and when the money for something runs out.
import { addMonths, type Day } from './calendar-date.ts'

export const organisationKinds = [
  'welzijn',
  'huisarts',
  'zorg',
  'gemeente',
  'wonen',
  'school',
  'taal',
  'nieuwkomers',
  'club',
  'geloof',
  'vrijwilligers',
  'stadsdorp',
  'bedrijf',
  'anders',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export const fundingKinds = ['incidenteel', 'structureel'] as const
export type FundingKind = (typeof fundingKinds)[number]

/** What came of pointing somebody the way; 'open' while nobody asked. */
export const referralOutcomes = ['open', 'geholpen', 'wachtlijst', 'niet_geholpen', 'niet_gegaan', 'onbekend'] as const
export type ReferralOutcome = (typeof referralOutcomes)[number]

/** Of an organisation that works with newcomers and wants to join. */
export const joinRequestStates = ['gevraagd', 'lid', 'niet'] as const
export type JoinRequestState = (typeof joinRequestStates)[number]

/** Half a year is what finding other money takes. */
const monthsToFindOther = 6

export const fundingStates = ['loopt', 'loopt_af', 'voorbij', 'nog_niet'] as const
export type FundingState = (typeof fundingStates)[number]

/** How money given from one day up to and including another stands on `today`; without a last day it goes on. */
export function fundingState(
  { from, lastDay }: { readonly from: Day; readonly lastDay: Day | null },
  today: Day,
): FundingState {
  if (lastDay !== null && lastDay < today) return 'voorbij'
  if (from > today) return 'nog_niet'
  return lastDay !== null && lastDay <= addMonths(today, monthsToFindOther) ? 'loopt_af' : 'loopt'
}
