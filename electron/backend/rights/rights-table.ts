// What people said about the use of what is kept of them.
import { consentGivers, consentWays } from '../../../shared/domain/care.ts'
import { consentPurposes, disputeOutcomes, restrictionReasons } from '../../../shared/domain/person-rights.ts'
import { declareTable, idOf, integer, oneOf, optionalOneOf, optionalText, text } from '../database/declare-table.ts'

const kept = {
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'rights', basis: 'legal_obligation', retention: 'leaving_2_years' },
} as const

/** The id of what somebody last said about a purpose: one row per person and purpose, on every computer the same one. */
export const consentId = (personId: string, purpose: string) => `consent-${personId}-${purpose}`

/** Yes or no to one purpose. What was said before stands in the history. */
export const consentTable = declareTable({
  name: 'consent',
  ...kept,
  columns: {
    person_id: idOf('person'),
    purpose: oneOf(consentPurposes),
    given_by: oneOf(consentGivers),
    how: oneOf(consentWays),
    /** null: they never said yes. */
    given_day: optionalText(),
    /** Which words they were asked with. */
    text_version: integer({ check: '{column} > 0' }),
    /** The day they said no, or took their yes back. */
    withdrawn_day: optionalText(),
  },
  checks: ['given_day IS NOT NULL OR withdrawn_day IS NOT NULL'],
  indexes: [['person_id']],
})

/** What is known of somebody is kept and not used [beperking]. */
export const restrictionTable = declareTable({
  name: 'restriction',
  ...kept,
  columns: {
    person_id: idOf('person'),
    reason: oneOf(restrictionReasons),
    from_day: text(),
    /** First day on which the data may be used again. */
    until_day: optionalText(),
  },
  checks: ['until_day IS NULL OR until_day >= from_day'],
  indexes: [['person_id']],
})

/** Somebody says that something which is kept of them is not right, and it is not settled yet [betwist]. */
export const disputeTable = declareTable({
  name: 'dispute',
  ...kept,
  columns: {
    person_id: idOf('person'),
    /** `table.column` of what it is about; null: everything. */
    about: optionalText(),
    /** What they say themselves. */
    what: text(),
    since_day: text(),
    settled_day: optionalText(),
    outcome: optionalOneOf(disputeOutcomes),
  },
  checks: ['(settled_day IS NULL) = (outcome IS NULL)'],
  indexes: [['person_id']],
})
