import { endReasons, membershipKinds } from '../../../shared/domain/membership.ts'
import { declareTable, idOf, oneOf, optionalOneOf, optionalText, text } from '../database/declare-table.ts'

/** A period of being a member; joining again is a new row on the same person. */
export const membershipTable = declareTable({
  name: 'membership',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'membership', basis: 'agreement', retention: 'leaving_2_years' },
  columns: {
    person_id: idOf('person'),
    kind: oneOf(membershipKinds),
    from_day: text(),
    /** First day no longer a member; null while it runs. */
    until_day: optionalText(),
    end_reason: optionalOneOf(endReasons),
    /** The association's own number for a member, as written. */
    number: optionalText(),
  },
  checks: ['until_day IS NULL OR until_day >= from_day', 'end_reason IS NULL OR until_day IS NOT NULL'],
  // Holds all that says what somebody is on a day: lists and counts never go to the rows themselves.
  indexes: [['person_id', 'from_day', 'until_day', 'kind', 'deleted_at']],
})
