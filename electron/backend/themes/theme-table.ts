import { declareTable, optionalIdOf, optionalText, text } from '../database/declare-table.ts'

/** A theme that people asked for, until it was held or nobody wants it any more. Who asked is not written down. */
export const themeTable = declareTable({
  name: 'asked_theme',
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'gatherings', basis: 'not_personal', retention: 'while_book' },
  columns: {
    theme: text(),
    asked_day: text(),
    /** Where it is to be held, if that was said. */
    series_id: optionalIdOf('series'),
    /** Where it was held. */
    gathering_id: optionalIdOf('gathering'),
    /** Nobody wants it any more. */
    dropped_day: optionalText(),
  },
  checks: ['gathering_id IS NULL OR dropped_day IS NULL'],
  indexes: [['gathering_id']],
})
