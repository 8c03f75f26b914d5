import { barrierKinds, barrierOutcomes, foundWays } from '../../../shared/domain/barriers.ts'
import { declareTable, oneOf, optionalIdOf, optionalOneOf, optionalText, text } from '../database/declare-table.ts'

/** What keeps people from coming, what was done about it and whether it helped. About no person: nobody can be named here. */
export const barrierTable = declareTable({
  name: 'barrier',
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'gatherings', basis: 'not_personal', retention: 'while_book' },
  columns: {
    kind: oneOf(barrierKinds),
    /** In own words; may be empty. */
    note: text(),
    found_how: oneOf(foundWays),
    found_day: text(),
    /** For which gatherings: those of a series, else of a group, else all. */
    series_id: optionalIdOf('series'),
    neighbourhood_id: optionalIdOf('neighbourhood'),
    /** What was done, from which day on. */
    measure: optionalText(),
    measure_day: optionalText(),
    /** What people say of it themselves; null while nobody said. */
    outcome: optionalOneOf(barrierOutcomes),
    outcome_note: optionalText(),
    /** It stands in the way no longer, or nothing can be done about it. */
    closed_day: optionalText(),
  },
  checks: ['(measure IS NULL) = (measure_day IS NULL)'],
})
