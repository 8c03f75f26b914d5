import { countedWays, workForms } from '../../../shared/domain/gathering-forms.ts'
import { rhythmKinds } from '../../../shared/domain/series-rhythm.ts'
import {
  declareTable,
  integer,
  oneOf,
  optionalIdOf,
  optionalInteger,
  optionalOneOf,
  optionalText,
  text,
} from '../database/declare-table.ts'

/** Meetings that return. What stands here is what the next meetings are planned with. */
export const seriesTable = declareTable({
  name: 'series',
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'gatherings', basis: 'not_personal', retention: 'while_book' },
  columns: {
    /** The group it is for; null = everybody. */
    neighbourhood_id: optionalIdOf('neighbourhood'),
    title: text(),
    place: optionalText(),
    /** HH:MM */
    start_time: optionalText(),
    counted: oneOf(countedWays),
    rhythm: oneOf(rhythmKinds),
    every: integer({ check: '{column} > 0' }),
    /** 1 to 4, or 5 for the last weekday of its month. */
    nth: optionalInteger({ check: '{column} BETWEEN 1 AND 5' }),
    first_day: text(),
    /** First day it is no longer held; null while it goes on. */
    until_day: optionalText(),
    /** 1: at each meeting is written down which languages were spoken. */
    asks_languages: integer({ check: '{column} IN (0, 1)' }),
    work_form: optionalOneOf(workForms),
    /** Codes with a space between them, as of a gathering. */
    goals: optionalText(),
    connections: optionalText(),
  },
})
