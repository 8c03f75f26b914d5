import { roles, sides } from '../../../shared/domain/role-seats.ts'
import {
  declareTable,
  idOf,
  oneOf,
  optionalIdOf,
  optionalInteger,
  optionalOneOf,
  optionalText,
  text,
} from '../database/declare-table.ts'

/** Somebody in a role for a time. Person, role and group never change: close it and open another. */
export const roleTermTable = declareTable({
  name: 'role_term',
  class: 'assignment',
  scope: 'leden',
  privacy: { purpose: 'groups', basis: 'agreement', retention: 'leaving_2_years' },
  columns: {
    person_id: idOf('person'),
    role: oneOf(roles),
    /** Null, and of no organisation: a role of the whole association. */
    neighbourhood_id: optionalIdOf('neighbourhood'),
    /** Of who connects people with an organisation, and works there. */
    organisation_id: optionalIdOf('organisation'),
    /** 1 paid, 0 as a volunteer; null where it does not matter. */
    paid: optionalInteger({ check: '{column} IN (0, 1)' }),
    /** The languages spoken in this role, in words. */
    languages: optionalText(),
    /** Of a duo only, and only what people say of themselves. */
    side: optionalOneOf(sides, { basis: 'consent' }),
    from_day: text(),
    /** First day no longer in the role; null while it runs. */
    until_day: optionalText(),
    /** The day it is meant to end; somebody has to end it. */
    planned_end: optionalText(),
  },
  checks: ['until_day IS NULL OR until_day >= from_day'],
  indexes: [['neighbourhood_id'], ['person_id']],
})
