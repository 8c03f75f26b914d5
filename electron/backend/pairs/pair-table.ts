import {
  clickAnswers,
  contactStarters,
  contactTellers,
  pairEndReasons,
  pairSides,
} from '../../../shared/domain/pair-programme.ts'
import {
  declareTable,
  idOf,
  integer,
  oneOf,
  optionalIdOf,
  optionalInteger,
  optionalOneOf,
  optionalText,
  text,
} from '../database/declare-table.ts'

const ofPeople = { basis: 'legitimate_interest', retention: 'pair_1_year' } as const
/** That there was a pair, and how often they met, is counted in what came of the round; who they were is forgotten a year later. */
const counted = { purpose: 'pairs', basis: 'not_personal', retention: 'while_book' } as const

/** Somebody, or a household, who would like to be in a pair: what they like, when they can. No file. */
export const pairIntakeTable = declareTable({
  name: 'pair_intake',
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'pairs', ...ofPeople },
  columns: {
    programme_id: idOf('programme'),
    programme_round_id: optionalIdOf('programme_round'),
    person_id: optionalIdOf('person'),
    household_id: optionalIdOf('household'),
    side: oneOf(pairSides),
    day: text(),
    interests: optionalText(),
    availability: optionalText(),
    languages: optionalText(),
    brings: optionalText(),
    /** When this side was spoken to apart from the other. */
    spoken_on: optionalText(),
    withdrawn_on: optionalText(),
  },
  checks: ['(person_id IS NULL) <> (household_id IS NULL)'],
  indexes: [['programme_id'], ['person_id'], ['household_id']],
})

/** Two who were brought together. It stays when it ended early or nothing was ever heard of it: it counts in what came of the round. */
export const pairTable = declareTable({
  name: 'pair',
  class: 'register',
  scope: 'buurt',
  privacy: counted,
  columns: {
    programme_id: idOf('programme'),
    programme_round_id: optionalIdOf('programme_round'),
    a_person_id: optionalIdOf('person', ofPeople),
    a_household_id: optionalIdOf('household', ofPeople),
    b_person_id: optionalIdOf('person', ofPeople),
    b_household_id: optionalIdOf('household', ofPeople),
    from_day: text(),
    planned_until: text(),
    until_day: optionalText(),
    end_reason: optionalOneOf(pairEndReasons),
    /** Whether they went on as friends; null is not known. */
    continued: optionalInteger({ check: '{column} IN (0, 1)' }),
    /** Codes with a space between them, as of a gathering. */
    connections: optionalText(),
    is_once: integer({ check: '{column} IN (0, 1)' }),
    /** Takes over when the one of side B cannot. */
    deputy_person_id: optionalIdOf('person', { ...ofPeople, isHand: true }),
    coach_person_id: optionalIdOf('person', { ...ofPeople, isHand: true }),
    shared_ground: optionalText(ofPeople),
    a_brings: optionalText(ofPeople),
    b_brings: optionalText(ofPeople),
    /** After the first meeting, each asked apart. */
    a_click: optionalOneOf(clickAnswers, ofPeople),
    b_click: optionalOneOf(clickAnswers, ofPeople),
    trained_on: optionalText(),
    mid_talk_on: optionalText(),
    end_talk_on: optionalText(),
    rest_until: optionalText(),
    // With a minor on side A.
    guardian_name: optionalText(ofPeople),
    guardian_contact: optionalText(ofPeople),
    school: optionalText(ofPeople),
    goal: optionalText(ofPeople),
    parent_consent_on: optionalText(ofPeople),
    vog_until: optionalText(ofPeople),
  },
  checks: [
    // Neither: it is not known any more.
    'a_person_id IS NULL OR a_household_id IS NULL',
    'b_person_id IS NULL OR b_household_id IS NULL',
    'planned_until > from_day',
    '(until_day IS NULL) = (end_reason IS NULL)',
    'until_day IS NULL OR until_day >= from_day',
  ],
  indexes: [
    ['programme_id'],
    ['programme_round_id'],
    ['a_person_id'],
    ['b_person_id'],
    ['until_day'],
    ['a_household_id'],
    ['b_household_id'],
  ],
})

/** They met, called or wrote: a day is enough. */
export const pairContactTable = declareTable({
  name: 'pair_contact',
  class: 'register',
  scope: 'buurt',
  privacy: counted,
  columns: {
    pair_id: idOf('pair'),
    day: text(),
    /** Who told of it; null is not confirmed, and does not count. */
    confirmed_by: optionalOneOf(contactTellers),
    initiated_by: optionalOneOf(contactStarters, ofPeople),
  },
  indexes: [['pair_id', 'day']],
})
