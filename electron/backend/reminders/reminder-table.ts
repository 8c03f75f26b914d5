// What was asked of whom, and when: the log of requests and reminders. Rows hold ids, cents, days, codes and the hash of a text.
import { letterLanguages, pauseKinds, reminderLevels, reminderWays } from '../../../shared/domain/reminder-rules.ts'
import { declareTable, idOf, integer, oneOf, optionalIdOf, optionalText, text } from '../database/declare-table.ts'

const ledger = {
  class: 'fact',
  scope: 'contributie',
  privacy: { purpose: 'dues', basis: 'legitimate_interest', retention: 'ledger_7_years' },
} as const

/** A request or reminder [herinnering] that went out; its amount is what was asked. */
export const reminderTable = declareTable({
  name: 'reminder',
  ...ledger,
  columns: {
    payer_person_id: optionalIdOf('person'),
    payer_household_id: optionalIdOf('household'),
    level: oneOf(reminderLevels),
    /** The day that stands on it. */
    day: text(),
    way: oneOf(reminderWays),
    language: oneOf(letterLanguages),
    /** SHA-256 of all that it said, in hexadecimal: whether a paper is this letter can be shown. */
    text_hash: text(),
  },
  checks: ['(payer_person_id IS NULL) <> (payer_household_id IS NULL)', 'amount_cents <> 0'],
  indexes: [['payer_person_id'], ['payer_household_id'], ['day']],
})

/** One due that a reminder was about, and what of it was open then. */
export const reminderDueTable = declareTable({
  name: 'reminder_due',
  ...ledger,
  columns: { reminder_id: idOf('reminder'), due_id: idOf('due') },
  checks: ['amount_cents <> 0'],
  indexes: [['reminder_id'], ['due_id']],
})

/** No letters to a person, or to a household, for a while or until somebody says so. */
export const reminderPauseTable = declareTable({
  name: 'reminder_pause',
  class: 'register',
  scope: 'contributie',
  privacy: { purpose: 'dues', basis: 'legitimate_interest', retention: 'leaving_2_years' },
  columns: {
    person_id: optionalIdOf('person'),
    household_id: optionalIdOf('household'),
    kind: oneOf(pauseKinds),
    reason: optionalText(),
    /** First day on which letters may go again. */
    until_day: optionalText(),
  },
  checks: ['(person_id IS NULL) <> (household_id IS NULL)', "kind <> 'pause' OR until_day IS NOT NULL"],
  indexes: [['person_id'], ['household_id']],
})

/** The id of the only row; without it the usual settings hold. */
export const reminderSettingsId = 'reminders'

/** How this association asks for its dues. */
export const reminderSettingsTable = declareTable({
  name: 'reminder_settings',
  class: 'register',
  scope: 'contributie',
  privacy: { purpose: 'dues', basis: 'not_personal', retention: 'while_book' },
  columns: {
    first_after_days: integer({ check: '{column} BETWEEN 0 AND 365' }),
    days_between: integer({ check: '{column} BETWEEN 7 AND 365' }),
    pay_within_days: integer({ check: '{column} BETWEEN 7 AND 90' }),
    last_level: oneOf(reminderLevels),
    asks_former_members: integer({ check: '{column} IN (0, 1)' }),
    /** What the last letter announces; 0 = no costs. Never added to what is asked. */
    cost_cents: integer({ check: '{column} BETWEEN 0 AND 4000' }),
    sender_address: text(),
    contact: text(),
    signed_by: text(),
  },
})
