import { contactResults, momentWays } from '../../../shared/domain/care.ts'
import { declareTable, idOf, oneOf, optionalIdOf, optionalText, sealedBytes, text } from '../database/declare-table.ts'
import { consentColumns, consentGiven } from './consent-columns.ts'

/** Two people were in touch. What was said is not here. */
export const contactMomentTable = declareTable({
  name: 'contact_moment',
  class: 'register',
  scope: 'zorg',
  privacy: { purpose: 'care', basis: 'legitimate_interest', retention: 'contact_moment_1_year' },
  columns: {
    /** null: somebody at the address of the signal. */
    person_id: optionalIdOf('person'),
    by_person_id: optionalIdOf('person', { isHand: true }),
    by_name: optionalText({ isHand: true }),
    day: text(),
    how: oneOf(momentWays),
    result: oneOf(contactResults),
    /** The signal it was a step of. */
    signal_id: optionalIdOf('signal'),
  },
  checks: ['person_id IS NOT NULL OR signal_id IS NOT NULL'],
  indexes: [['person_id', 'day'], ['signal_id']],
})

/** A private note. There is none without the consent of whom it is about, which stands beside it. */
export const careNoteTable = declareTable({
  name: 'care_note',
  class: 'register',
  scope: 'zorg',
  privacy: { purpose: 'care', basis: 'consent', retention: 'care_6_months' },
  columns: {
    person_id: idOf('person'),
    signal_id: optionalIdOf('signal'),
    contact_moment_id: optionalIdOf('contact_moment'),
    written_day: text(),
    /** The first day nothing may be left of it. */
    expires_day: text(),
    content: sealedBytes(),
    ...consentColumns,
  },
  checks: [consentGiven],
  indexes: [['person_id'], ['signal_id']],
})
