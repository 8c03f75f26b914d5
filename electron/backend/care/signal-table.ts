import { contactWays } from '../../../shared/domain/attendance.ts'
import {
  closeReasons,
  neutralKinds,
  referralOutcomes,
  signalKinds,
  signalSources,
  signalStates,
} from '../../../shared/domain/care.ts'
import {
  declareTable,
  idOf,
  oneOf,
  optionalIdOf,
  optionalOneOf,
  optionalSealedBytes,
  optionalText,
  text,
} from '../database/declare-table.ts'
import { consentColumns, consentGiven, neutralOrConsented } from './consent-columns.ts'

/**
 * Somebody, or somebody at an address, who asks attention. Its open follow-up - one owner, one next day - stands in the same row: so
 * an open signal has exactly one, on every computer and after every merge.
 */
export const signalTable = declareTable({
  name: 'signal',
  class: 'register',
  scope: 'zorg',
  privacy: { purpose: 'care', basis: 'consent', retention: 'care_6_months' },
  columns: {
    /** null: nobody knows who; then the place says where. */
    person_id: optionalIdOf('person'),
    place: optionalSealedBytes(),
    kind: oneOf(signalKinds, { basis: 'consent' }),
    source: oneOf(signalSources),
    said_by_person_id: optionalIdOf('person', { isHand: true }),
    /** What neighbours can do themselves: codes separated by commas. */
    own_help: optionalText(),
    opened_day: text(),
    renewed_day: text(),
    /** The first day nothing may be left of it. */
    expires_day: text(),
    owner_person_id: optionalIdOf('person', { isHand: true }),
    owner_name: optionalText({ isHand: true }),
    next_day: optionalText(),
    next_how: optionalOneOf(contactWays),
    state: oneOf(signalStates),
    closed_day: optionalText(),
    close_reason: optionalOneOf(closeReasons),
    ...consentColumns,
  },
  checks: [
    'person_id IS NOT NULL OR place IS NOT NULL',
    "(state = 'open') = (next_day IS NOT NULL)",
    "(state = 'gesloten') = (closed_day IS NOT NULL)",
    "(state = 'gesloten') = (close_reason IS NOT NULL)",
    neutralOrConsented('kind', neutralKinds),
  ],
  indexes: [['person_id'], ['state', 'next_day']],
})

/** Somebody was pointed to an organisation. Of a person only with their consent: it tells others about them. */
export const referralTable = declareTable({
  name: 'referral',
  class: 'register',
  scope: 'zorg',
  privacy: { purpose: 'care', basis: 'consent', retention: 'care_6_months' },
  columns: {
    signal_id: idOf('signal'),
    person_id: optionalIdOf('person'),
    /** An organisation of the book, or else a name. */
    organisation_id: optionalText(),
    organisation_name: optionalText(),
    day: text(),
    outcome: optionalOneOf(referralOutcomes),
    ...consentColumns,
  },
  checks: ['organisation_id IS NOT NULL OR organisation_name IS NOT NULL', `person_id IS NULL OR (${consentGiven})`],
  indexes: [['signal_id'], ['person_id']],
})

/** Somebody is in the book only because they were in need: they leave it by themselves, unless they became something else. */
export const careContactTable = declareTable({
  name: 'care_contact',
  class: 'register',
  scope: 'zorg',
  privacy: { purpose: 'care', basis: 'legitimate_interest', retention: 'care_6_months' },
  columns: {
    person_id: idOf('person'),
    /** The first day they need not be in the book any more. */
    expires_day: text(),
  },
  indexes: [['person_id']],
})

const talliedEvents = ['opened', 'closed', 'referred'] as const

/** What the year counts once the signals themselves are gone: a month and a code, nobody's. */
export const careTallyTable = declareTable({
  name: 'care_tally',
  class: 'register',
  scope: 'zorg',
  privacy: { purpose: 'care', basis: 'not_personal', retention: 'while_book' },
  columns: {
    event: oneOf(talliedEvents),
    /** YYYY-MM */
    month: text(),
    /** The kind that was opened, or the reason for closing. */
    code: optionalText(),
    organisation_id: optionalText(),
    organisation_name: optionalText(),
  },
  indexes: [['month']],
})
