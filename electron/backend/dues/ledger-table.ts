// The ledger: rows are added and never changed. A reversal is a row with the negative amount that names the original,
// so that every sum over these tables is a plain sum. Rows hold ids, cents, days and codes only; names stay with the person.
import { dueKinds, waiverReasons } from '../../../shared/contract/dues.ts'
import { paymentMethods } from '../../../shared/domain/dues-schedule.ts'
import { declareTable, idOf, oneOf, optionalIdOf, optionalText, text } from '../database/declare-table.ts'

const ledger = {
  class: 'fact',
  scope: 'contributie',
  privacy: { purpose: 'dues', basis: 'legal_obligation', retention: 'ledger_7_years' },
} as const

/** What somebody has to pay for a period [te betalen], or the opening balance of debts from before. */
export const dueTable = declareTable({
  name: 'due',
  ...ledger,
  bookedOn: 'period_start',
  columns: {
    /** null for an opening balance. */
    agreement_id: optionalIdOf('fee_agreement'),
    person_id: idOf('person'),
    kind: oneOf(dueKinds),
    period_start: text(),
    /** First day after the period; the same as the start for an opening balance. */
    period_end: text(),
    reason: optionalText(),
  },
  checks: ["(kind = 'dues') = (agreement_id IS NOT NULL)", 'period_end >= period_start'],
  indexes: [['agreement_id'], ['person_id'], ['period_start']],
})

/** Money that came in; negative = money given back. */
export const paymentTable = declareTable({
  name: 'payment',
  ...ledger,
  bookedOn: 'day',
  columns: {
    day: text(),
    payer_person_id: optionalIdOf('person'),
    payer_household_id: optionalIdOf('household'),
    method: oneOf(paymentMethods),
    /** The line of a bank file it came from. */
    bank_line_id: optionalText(),
    /** The item of a collection that brought it. */
    collection_item_id: optionalIdOf('collection_item'),
    reason: optionalText(),
  },
  checks: ['(payer_person_id IS NULL) <> (payer_household_id IS NULL)', 'amount_cents <> 0'],
  indexes: [['day'], ['payer_person_id'], ['payer_household_id'], ['bank_line_id'], ['collection_item_id']],
})

/** What somebody wrote with a payment. Beside the ledger, because it may hold a name and must be erasable. */
export const paymentNoteTable = declareTable({
  name: 'payment_note',
  class: 'register',
  scope: 'contributie',
  privacy: { purpose: 'dues', basis: 'legitimate_interest', retention: 'leaving_2_years' },
  columns: { payment_id: idOf('payment'), text: text() },
  indexes: [['payment_id']],
})

/** Which money pays which due [toewijzing]. */
export const allocationTable = declareTable({
  name: 'allocation',
  ...ledger,
  columns: { payment_id: idOf('payment'), due_id: idOf('due') },
  checks: ['amount_cents <> 0'],
  indexes: [['payment_id'], ['due_id']],
})

/** What somebody need not pay after all [kwijtschelding]. */
export const waiverTable = declareTable({
  name: 'waiver',
  ...ledger,
  columns: { due_id: idOf('due'), reason: oneOf(waiverReasons) },
  checks: ['amount_cents <> 0'],
  indexes: [['due_id']],
})
