import { declareTable, idOf, integer, text } from '../database/declare-table.ts'

/** The payment reference [betalingskenmerk] of a member for the requests of one year. What was printed stays theirs for good. */
export const paymentReferenceTable = declareTable({
  name: 'payment_reference',
  class: 'register',
  scope: 'contributie',
  privacy: { purpose: 'dues', basis: 'agreement', retention: 'ledger_7_years' },
  columns: {
    person_id: idOf('person'),
    year: integer({ check: '{column} BETWEEN 2000 AND 2199' }),
    /** 16 digits. */
    number: text(),
  },
  indexes: [['number'], ['person_id', 'year']],
})
