// Explicit consent stands in the very row it is about: whoever copies, merges or restores the row has it too, and the database can
// refuse a row without it.
import { type Consent, consentGivers, consentTextVersion, consentWays } from '../../../shared/domain/care.ts'
import { optionalInteger, optionalOneOf, optionalText } from '../database/declare-table.ts'

export const consentColumns = {
  consent_by: optionalOneOf(consentGivers),
  consent_how: optionalOneOf(consentWays),
  consent_day: optionalText(),
  /** Which words were agreed to. */
  consent_text: optionalInteger(),
}

/** SQL that holds when somebody agreed to what the row says. */
export const consentGiven =
  'consent_by IS NOT NULL AND consent_how IS NOT NULL AND consent_day IS NOT NULL AND consent_text IS NOT NULL'

/** SQL that holds when the row says something that needs no consent, or has it. */
export const neutralOrConsented = (column: string, neutral: readonly string[]): string =>
  `${column} IN (${neutral.map((code) => `'${code}'`).join(', ')}) OR (${consentGiven})`

export function consentValues(consent: Consent | null) {
  return {
    consent_by: consent?.by ?? null,
    consent_how: consent?.how ?? null,
    consent_day: consent?.day ?? null,
    consent_text: consent ? consentTextVersion : null,
  }
}

export function consentOf(row: {
  readonly consent_by: Consent['by'] | null
  readonly consent_how: Consent['how'] | null
  readonly consent_day: string | null
}): Consent | null {
  const { consent_by: by, consent_how: how, consent_day: day } = row
  return by !== null && how !== null && day !== null ? { by, how, day } : null
}
