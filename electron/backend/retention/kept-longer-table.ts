import { declareTable, optionalIdOf, optionalInteger, text } from '../database/declare-table.ts'

/** Somebody said that a person, or the texts of a book year, stay for longer than usual; until when, and why. */
export const keptLongerTable = declareTable({
  name: 'kept_longer',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'membership', basis: 'legitimate_interest', retention: 'leaving_2_years' },
  columns: {
    person_id: optionalIdOf('person'),
    book_year: optionalInteger({ check: '{column} BETWEEN 1900 AND 2200' }),
    /** The first day somebody decides anew. */
    until_day: text(),
    reason: text(),
    decided_day: text(),
  },
  checks: ['(person_id IS NULL) <> (book_year IS NULL)', 'until_day > decided_day'],
  indexes: [['person_id']],
})
