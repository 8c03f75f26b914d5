// The year: what the association means to spend, and the years that are closed.
import { declareTable, integer, text } from '../database/declare-table.ts'

/** What is expected of a category in a year; `dues` stands for the dues themselves. */
export const budgetLineTable = declareTable({
  name: 'budget_line',
  class: 'register',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'not_personal', retention: 'ledger_7_years' },
  columns: { year: integer(), category_id: text(), cents: integer({ check: '{column} >= 0' }) },
  indexes: [['year']],
})

/** A year that takes no row any more. The amount is what the association owned at its end. */
export const yearCloseTable = declareTable({
  name: 'year_close',
  class: 'fact',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'legal_obligation', retention: 'ledger_7_years' },
  columns: {
    year: integer({ check: '{column} BETWEEN 1900 AND 9999' }),
    /** Of the whole chain of the ledger at that moment. */
    chain_hash: text(),
    /** JSON of ids and cents: what was on every account, in the cash box, still to be received and paid ahead. */
    balances: text(),
  },
  indexes: [['year']],
})
