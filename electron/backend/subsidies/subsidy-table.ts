import { declareTable, integer, optionalInteger, optionalText, text } from '../database/declare-table.ts'

/** Money somebody gave for gatherings, and by when its use must be accounted for. What it went to stands on the gatherings. */
export const subsidyTable = declareTable({
  name: 'subsidy',
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'gatherings', basis: 'not_personal', retention: 'while_book' },
  columns: {
    giver: text(),
    purpose: text(),
    granted_day: text(),
    granted_cents: integer({ check: '{column} > 0' }),
    /** Spent besides what the gatherings cost, such as the hire of a tent. */
    other_cents: integer({ check: '{column} >= 0' }),
    other_note: optionalText(),
    /** Day before which it must be accounted for. */
    account_day: optionalText(),
    /** Day it was. */
    accounted_day: optionalText(),
    /** What had to be given back. */
    returned_cents: optionalInteger({ check: '{column} >= 0' }),
  },
})
