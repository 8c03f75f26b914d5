import { declareTable, idOf, integer, optionalIdOf, optionalText, text } from '../database/declare-table.ts'

/** One row per person, on every computer the same one. */
export const newcomerId = (personId: string) => `newcomer-${personId}`

/** Somebody came to live here, and when they were welcomed. By whom is no longer known after a year. */
export const newcomerTable = declareTable({
  name: 'newcomer',
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'welcome', basis: 'legitimate_interest', retention: 'leaving_2_years' },
  columns: {
    person_id: idOf('person'),
    arrived_day: text(),
    /** The first time somebody of the neighbourhood spoke with them in person. */
    contact_day: optionalText(),
    contact_by_person_id: optionalIdOf('person', { retention: 'gathering_1_year', isHand: true }),
    /** Who invited or introduced them. */
    invited_by_person_id: optionalIdOf('person', { isHand: true }),
    /** The day they were sent, or told, what is on. */
    informed_day: optionalText(),
    visited_day: optionalText(),
    /** The day they were taken off the list: no longer new. */
    settled_day: optionalText(),
  },
  indexes: [['person_id'], ['invited_by_person_id'], ['arrived_day'], ['settled_day']],
})

/** The id of the only row; without it the usual targets hold. */
export const welcomeSettingsId = 'welcome'

/** Within how many days what is to be done; 0 is the day of arrival itself. */
export const welcomeSettingsTable = declareTable({
  name: 'welcome_settings',
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'welcome', basis: 'not_personal', retention: 'while_book' },
  columns: {
    contact_within: integer({ check: '{column} BETWEEN 0 AND 365' }),
    informed_within: integer({ check: '{column} BETWEEN 0 AND 365' }),
    visited_within: integer({ check: '{column} BETWEEN 0 AND 365' }),
  },
})
