import { speakerKinds } from '../../../shared/domain/speakers.ts'
import { declareTable, idOf, oneOf, optionalIdOf, optionalText, text } from '../database/declare-table.ts'

/** Who spoke or told a story at a gathering. There is a row only of somebody who agreed to it: the day of that is part of it. */
export const speakerTable = declareTable({
  name: 'speaker',
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'gatherings', basis: 'consent', retention: 'gathering_1_year' },
  columns: {
    gathering_id: idOf('gathering'),
    kind: oneOf(speakerKinds),
    /** Somebody of the book, or else a name. */
    person_id: optionalIdOf('person'),
    name: optionalText(),
    topic: optionalText(),
    consent_day: text(),
  },
  checks: ['(person_id IS NULL) <> (name IS NULL)'],
  indexes: [['gathering_id'], ['person_id']],
})
