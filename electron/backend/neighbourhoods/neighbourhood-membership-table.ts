import { declareTable, idOf, optionalText, text } from '../database/declare-table.ts'

/** Taking part in a binnenbuurt; moving to another closes one row and opens the next. */
export const neighbourhoodMembershipTable = declareTable({
  name: 'neighbourhood_membership',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'groups', basis: 'agreement', retention: 'leaving_2_years' },
  columns: {
    person_id: idOf('person'),
    neighbourhood_id: idOf('neighbourhood'),
    from_day: text(),
    /** First day no longer in it; null while it runs. */
    until_day: optionalText(),
  },
  checks: ['until_day IS NULL OR until_day >= from_day'],
  // Both ways round and with all a count asks for.
  indexes: [
    ['person_id', 'until_day', 'deleted_at', 'neighbourhood_id'],
    ['neighbourhood_id', 'until_day', 'deleted_at', 'person_id'],
  ],
})
