// The lines of the bank [bankregels]. The line itself is a fact and holds ids, cents, days and codes only; what people wrote, and
// who they are, lies sealed beside it and can be erased without touching a sum.
import {
  declareTable,
  idOf,
  integer,
  oneOf,
  optionalIdOf,
  optionalInteger,
  optionalText,
  sealedBytes,
  text,
} from '../database/declare-table.ts'

/** Money that came in (positive) or went out. Its id follows from what it says, so that two PCs that take in the same line have one row. */
export const bankLineTable = declareTable({
  name: 'bank_line',
  class: 'fact',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'legal_obligation', retention: 'ledger_7_years' },
  columns: {
    bank_account_id: idOf('bank_account'),
    bank_file_id: idOf('bank_file', { circumstance: true }),
    bank_statement_id: idOf('bank_statement', { circumstance: true }),
    /** An item of a batch names the line of the whole batch; it is no money of its own. */
    parent_id: optionalIdOf('bank_line'),
    /** The same for the same line in every file; of the rows with one identity at most one is live. */
    identity: text(),
    book_day: text(),
    value_day: text(),
    code: optionalText(),
    batch_ref: optionalText(),
    batch_count: optionalInteger(),
    return_code: optionalText(),
    is_reversal: integer({ check: '{column} IN (0, 1)' }),
  },
  checks: ['amount_cents <> 0'],
  indexes: [['identity'], ['bank_account_id', 'book_day'], ['parent_id'], ['bank_file_id']],
})

/** Who it came from or went to, and what was written with it; the id is that of the line. */
export const bankLineTextTable = declareTable({
  name: 'bank_line_text',
  class: 'register',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'legal_obligation', retention: 'ledger_7_years' },
  columns: {
    /** JSON of {@link LineText}, sealed. */
    content: sealedBytes(),
    /** Keyed hash of the account on the other side, to find lines by it. */
    counter_hash: optionalText({ derived: true }),
  },
  indexes: [['counter_hash']],
})

/** An account that somebody pays from, learnt from a match that was confirmed; in the bin when it was forgotten again. */
export const payerAccountTable = declareTable({
  name: 'payer_account',
  class: 'register',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'agreement', retention: 'leaving_2_years' },
  columns: {
    iban: sealedBytes(),
    iban_hash: text({ derived: true }),
    payer_person_id: optionalIdOf('person'),
    payer_household_id: optionalIdOf('household'),
    confirmed_day: text(),
  },
  checks: ['(payer_person_id IS NULL) <> (payer_household_id IS NULL)'],
  indexes: [['iban_hash'], ['payer_person_id'], ['payer_household_id']],
})

/** A payment that was written down by hand before its line came from the bank: this line is that payment. */
export const bankLinkTable = declareTable({
  name: 'bank_link',
  class: 'register',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'not_personal', retention: 'ledger_7_years' },
  columns: { bank_line_id: idOf('bank_line'), payment_id: idOf('payment') },
  indexes: [['bank_line_id'], ['payment_id']],
})

/** Why a line was booked as it was: what the matcher saw, or that somebody chose it. */
export const bankDecisionTable = declareTable({
  name: 'bank_decision',
  class: 'register',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'legal_obligation', retention: 'ledger_7_years' },
  columns: {
    bank_line_id: idOf('bank_line'),
    /** certain: booked with the others that needed no look. confirmed: as it was offered. chosen: by hand. */
    decided: oneOf(['certain', 'confirmed', 'chosen']),
    /** JSON of the reason, sealed: it may name somebody. */
    reason: sealedBytes(),
  },
  indexes: [['bank_line_id']],
})
