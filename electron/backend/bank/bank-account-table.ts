import { painVersions } from '../../../shared/domain/collection-days.ts'
import { declareTable, integer, oneOf, optionalInteger, optionalText, text } from '../database/declare-table.ts'

/** An account of the association itself at a bank. */
export const bankAccountTable = declareTable({
  name: 'bank_account',
  class: 'register',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'not_personal', retention: 'ledger_7_years' },
  columns: {
    /** As the association calls it: Betaalrekening, Spaarrekening. */
    name: text(),
    /** Plain IBAN, or the bare number that some files give instead. */
    iban: text(),
    /** The name exactly as at the bank: payers are warned when what they type differs from it. */
    holder: text(),
    /** Letters and QR codes ask for money on this one. */
    is_main: integer({ check: '{column} IN (0, 1)' }),
    /** What was on it at the end of the day before `opening_day`, from where the books are kept here. */
    opening_day: optionalText(),
    opening_cents: optionalInteger(),
    /** SEPA creditor identifier [incassant-ID], when the association collects by direct debit. */
    creditor_id: optionalText(),
    /** Cents; the most that the bank's contract lets through per item and per month. */
    item_limit_cents: optionalInteger({ check: '{column} > 0' }),
    month_limit_cents: optionalInteger({ check: '{column} > 0' }),
    /** Days between telling a payer and collecting; 14 unless agreed otherwise. */
    notice_days: integer({ check: '{column} BETWEEN 1 AND 90' }),
    pain_version: oneOf(painVersions),
  },
})
