import { contactWays, followUpStates } from '../../../shared/domain/attendance.ts'
import { contactResults } from '../../../shared/domain/care.ts'
import {
  declareTable,
  idOf,
  oneOf,
  optionalIdOf,
  optionalOneOf,
  optionalText,
  text,
} from '../database/declare-table.ts'

/** Somebody looks in on a neighbour before a day. It says who, when and how; never why. */
export const followUpTable = declareTable({
  name: 'follow_up',
  class: 'register',
  scope: 'zorg',
  privacy: { purpose: 'care', basis: 'legitimate_interest', retention: 'follow_up_6_months' },
  columns: {
    person_id: idOf('person'),
    gathering_id: optionalIdOf('gathering'),
    /** Who looks in: a person of the book, or else a name. */
    owner_person_id: optionalIdOf('person', { isHand: true }),
    owner_name: optionalText({ isHand: true }),
    due_day: text(),
    state: oneOf(followUpStates),
    done_day: optionalText(),
    how: optionalOneOf(contactWays),
    /** What came of it, in one word. */
    outcome: optionalOneOf(contactResults),
  },
  checks: ["(done_day IS NOT NULL) = (state = 'gedaan')"],
  indexes: [['person_id'], ['state', 'due_day']],
})
