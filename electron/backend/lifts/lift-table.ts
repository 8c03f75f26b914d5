import { liftKinds } from '../../../shared/domain/lifts.ts'
import { declareTable, idOf, integer, oneOf, optionalIdOf, optionalText } from '../database/declare-table.ts'

/** Somebody drives to a gathering with room for others, or needs a lift to it. */
export const liftTable = declareTable({
  name: 'lift',
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'gatherings', basis: 'legitimate_interest', retention: 'gathering_1_year' },
  columns: {
    gathering_id: idOf('gathering'),
    person_id: idOf('person'),
    kind: oneOf(liftKinds),
    /** Offered: how many fit. Needed: for how many. */
    seats: integer({ check: '{column} > 0' }),
    /** Where or when to be picked up. */
    note: optionalText(),
    /** Of a need: with whom. */
    offer_id: optionalIdOf('lift'),
  },
  checks: ["offer_id IS NULL OR kind = 'nodig'"],
  indexes: [['gathering_id'], ['person_id']],
})
