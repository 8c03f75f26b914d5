import { declareTable, optionalInteger, optionalText, text } from '../database/declare-table.ts'

/** People behind one front door, with its address; a letter goes there once. */
export const householdTable = declareTable({
  name: 'household',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'contact', basis: 'agreement', retention: 'leaving_2_years' },
  columns: {
    /** '' when the address is not known. */
    street: text({ search: 'words' }),
    house_number: optionalInteger({ check: '{column} BETWEEN 0 AND 99999', search: 'words' }),
    house_suffix: text({ search: 'words' }),
    postcode: text(),
    city: text(),
    note: optionalText(),
  },
  indexes: [['street', 'house_number']],
})
