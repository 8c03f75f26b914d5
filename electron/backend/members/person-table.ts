import { preferredContacts } from '../../../shared/domain/preferred-contact.ts'
import { declareTable, idOf, optionalInteger, optionalOneOf, optionalText, text } from '../database/declare-table.ts'

export const personTable = declareTable({
  name: 'person',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'membership', basis: 'agreement', retention: 'leaving_2_years' },
  columns: {
    household_id: idOf('household'),
    first_name: text({ search: 'words' }),
    /** Tussenvoegsel; '' when there is none. */
    infix: text({ search: 'words' }),
    last_name: text({ search: 'words' }),
    /** Roepnaam where it differs; '' otherwise. */
    called: text({ search: 'words' }),
    /** The year only: nobody needs the day. */
    birth_year: optionalInteger({ check: '{column} BETWEEN 1880 AND 2200' }),
    phone: optionalText({ search: 'phone', purpose: 'contact' }),
    mobile: optionalText({ search: 'phone', purpose: 'contact' }),
    email: optionalText({ purpose: 'contact' }),
    preferred_contact: optionalOneOf(preferredContacts, { purpose: 'contact' }),
    /** Codes or words separated by commas. */
    languages: optionalText({ purpose: 'contact', basis: 'legitimate_interest' }),
    /** Name and number of somebody to call; told by the person. */
    emergency_contact: optionalText({ purpose: 'contact', basis: 'consent' }),
    note: optionalText({ basis: 'legitimate_interest' }),
    moved_on: optionalText(),
    deceased_on: optionalText(),
    /** Who this was is taken away, for good; the row stays for the amounts and counts that name it. */
    erased_on: optionalText(),
    /** Lower case, no accents, last name first: what lists page on. */
    sort_name: text({ derived: true }),
  },
  checks: ["first_name <> '' OR last_name <> ''"],
  indexes: [['sort_name', 'id'], ['household_id']],
})
