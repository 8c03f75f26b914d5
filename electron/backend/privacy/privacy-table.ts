// What the association can show of how it keeps to the law. No names in any of it.
import { breachKinds, breachLocks } from '../../../shared/domain/person-rights.ts'
import { termsAfterLeaving } from '../../../shared/domain/retention.ts'
import { declareTable, integer, oneOf, optionalInteger, optionalText, text } from '../database/declare-table.ts'

const shown = {
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'rights', basis: 'not_personal', retention: 'while_book' },
} as const

/** That somebody was erased, and what that came to; not who. */
export const erasureReceiptTable = declareTable({
  name: 'erasure_receipt',
  ...shown,
  columns: {
    /** ISO instant. */
    erased_at: text(),
    /** JSON: how many rows went, per table. */
    gone: text(),
    /** JSON: how many rows of the ledger stay, without the name. */
    stays: text(),
    /** The last day on which those amounts must be kept; null when there are none. */
    ledger_until: optionalText(),
    /** From this day on no copy on this computer can hold the name any more. */
    copies_until: text(),
  },
})

/** Data were lost, stolen or sent to the wrong person [datalek]. */
export const dataBreachTable = declareTable({
  name: 'data_breach',
  ...shown,
  columns: {
    kind: oneOf(breachKinds),
    /** null: nobody knows. */
    happened_day: optionalText(),
    /** ISO instant: from here the 72 hours count. */
    found_at: text(),
    /** In own words, without names. */
    what: text(),
    /** Codes with a space between them. */
    kinds: text(),
    people: integer({ check: '{column} >= 0' }),
    is_locked: oneOf(breachLocks),
    /** What was done about it. */
    measures: optionalText(),
    told_authority_day: optionalText(),
    told_people_day: optionalText(),
    /** Why it was not told, where it was not. */
    why_not: optionalText(),
    closed_day: optionalText(),
  },
})

/** The id of the only row. */
export const privacySettingsId = 'privacy'

export const privacySettingsTable = declareTable({
  name: 'privacy_settings',
  ...shown,
  columns: {
    /** Whom people turn to; the name of a role or of somebody who agreed to that. */
    contact: text({ basis: 'legitimate_interest' }),
    /** For how many months the details of who left are kept; null: as usual. */
    months_after_leaving: optionalInteger({ check: `{column} IN (${termsAfterLeaving.join(', ')})` }),
    /** The last day somebody went through the impact assessment. */
    assessed_day: optionalText(),
    assessed_by: optionalText({ basis: 'legitimate_interest' }),
  },
})
