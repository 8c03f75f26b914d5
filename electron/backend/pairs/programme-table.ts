import { programmeKinds, rhythmUnits } from '../../../shared/domain/pair-programme.ts'
import { declareTable, idOf, integer, oneOf, optionalText, text } from '../database/declare-table.ts'

const privacy = { purpose: 'pairs', basis: 'not_personal', retention: 'while_book' } as const

/** A programme that makes pairs: what is agreed on for every pair of it. */
export const programmeTable = declareTable({
  name: 'programme',
  class: 'register',
  scope: 'buurt',
  privacy,
  columns: {
    name: text(),
    kind: oneOf(programmeKinds),
    /** What the two sides are called, in the association's own words. */
    a_name: text(),
    b_name: text(),
    rhythm_unit: oneOf(rhythmUnits),
    rhythm_times: integer({ check: '{column} BETWEEN 1 AND 31' }),
    months: integer({ check: '{column} BETWEEN 1 AND 60' }),
    /** From this day on it takes nobody new. */
    closed_on: optionalText(),
  },
})

/** One time that a programme is done, often with an evening at which pairs are made. */
export const programmeRoundTable = declareTable({
  name: 'programme_round',
  class: 'register',
  scope: 'buurt',
  privacy,
  columns: {
    programme_id: idOf('programme'),
    name: text(),
    from_day: text(),
    /** The evening at which people meet and pairs are made. */
    matching_day: optionalText(),
    matching_place: optionalText(),
    /** What was done differently from the round before. */
    changes: optionalText(),
  },
  indexes: [['programme_id']],
})
