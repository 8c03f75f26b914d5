import { holdReasons, mandateKinds } from '../../../shared/domain/mandate.ts'
import { declareTable, idOf, oneOf, optionalOneOf, optionalText, text } from '../database/declare-table.ts'

/** What somebody signed so that dues may be taken from an account [machtiging]. What state it is in follows from its days. */
export const mandateTable = declareTable({
  name: 'mandate',
  class: 'register',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'agreement', retention: 'ledger_7_years' },
  columns: {
    /** Whose dues it is for, together with all who pay together with this person. */
    person_id: idOf('person'),
    /** By which the bank knows it [machtigingskenmerk]; never changes. */
    reference: text(),
    kind: oneOf(mandateKinds),
    /** Name of the account holder, as at the bank. */
    holder: text(),
    iban: text(),
    /** The account before the last change, where it may have been collected from. */
    previous_iban: optionalText(),
    signed_on: optionalText(),
    /** Day of the last collection in an earlier administration. */
    used_before_on: optionalText(),
    held_on: optionalText(),
    hold_reason: optionalOneOf(holdReasons),
    ended_on: optionalText(),
  },
  checks: ['(held_on IS NULL) = (hold_reason IS NULL)'],
  indexes: [['person_id'], ['reference']],
})
