// What somebody should pay: plans with dated rates, and the agreement per member.
import { intervals, paymentMethods, reductionKinds } from '../../../shared/domain/dues-schedule.ts'
import {
  declareTable,
  idOf,
  integer,
  oneOf,
  optionalIdOf,
  optionalInteger,
  optionalOneOf,
  optionalText,
  text,
} from '../database/declare-table.ts'

/** A fee plan [contributieregeling]: a name for a row of dated rates. */
export const feePlanTable = declareTable({
  name: 'fee_plan',
  class: 'register',
  scope: 'contributie',
  privacy: { purpose: 'dues', basis: 'not_personal', retention: 'while_book' },
  columns: {
    name: text(),
    /** For how many months its amounts are: 1, 3, 6 or 12; null, as in every plan made before version 6: one. */
    rate_months: optionalInteger({
      check: `{column} IN (${intervals.join(', ')})`,
      needsReader: { by: 2, silent: [1] },
    }),
  },
})

/** A rate from a day on, for the months of its plan. Old rates stay, so that the past can be worked out again. */
export const feeRateTable = declareTable({
  name: 'fee_rate',
  class: 'register',
  scope: 'contributie',
  privacy: { purpose: 'dues', basis: 'not_personal', retention: 'while_book' },
  columns: {
    fee_plan_id: idOf('fee_plan'),
    /** Cents for `rate_months` of the plan. */
    amount_cents: integer({ check: '{column} >= 0' }),
    valid_from: text(),
  },
  indexes: [['fee_plan_id', 'valid_from']],
})

/** What was agreed with one member. A change of terms closes the row and opens a new one. */
export const feeAgreementTable = declareTable({
  name: 'fee_agreement',
  class: 'register',
  scope: 'contributie',
  privacy: { purpose: 'dues', basis: 'agreement', retention: 'ledger_7_years' },
  columns: {
    membership_id: idOf('membership'),
    person_id: idOf('person'),
    fee_plan_id: idOf('fee_plan'),
    /** Months per due: 1, 3, 6 or 12. */
    interval_months: integer({ check: `{column} IN (${intervals.join(', ')})` }),
    anchor_day: text(),
    payer_person_id: optionalIdOf('person'),
    payer_household_id: optionalIdOf('household'),
    reduction_kind: optionalOneOf(reductionKinds),
    /** Cents off each amount of the plan, or percent off. */
    reduction_value: optionalInteger({ check: '{column} >= 0' }),
    reduction_reason: optionalText(),
    /** First day without the reduction. */
    reduction_until: optionalText(),
    method: oneOf(paymentMethods),
    from_day: text(),
    /** First day it no longer holds. */
    until_day: optionalText(),
  },
  checks: [
    '(payer_person_id IS NULL) <> (payer_household_id IS NULL)',
    "(reduction_kind IS NULL) OR (reduction_kind = 'exempt') OR (reduction_value IS NOT NULL)",
    'until_day IS NULL OR until_day >= from_day',
  ],
  indexes: [['person_id'], ['membership_id'], ['fee_plan_id'], ['payer_household_id'], ['payer_person_id']],
})
