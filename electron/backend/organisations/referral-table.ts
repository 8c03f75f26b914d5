import { referralOutcomes } from '../../../shared/domain/organisation.ts'
import { declareTable, idOf, oneOf, optionalText, text } from '../database/declare-table.ts'

/**
 * Somebody was pointed to an organisation: a day and what came of it, never who or why. Who it was stands with the signal it came
 * of, and only when they agreed.
 */
export const organisationReferralTable = declareTable({
  name: 'organisation_referral',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'care', basis: 'not_personal', retention: 'while_book' },
  columns: {
    organisation_id: idOf('organisation'),
    day: text(),
    outcome: oneOf(referralOutcomes),
    outcome_day: optionalText(),
  },
  checks: ["(outcome_day IS NULL) = (outcome = 'open')", 'outcome_day IS NULL OR outcome_day >= day'],
  indexes: [['organisation_id', 'day']],
})
