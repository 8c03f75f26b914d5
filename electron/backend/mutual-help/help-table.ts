import {
  helpCategories,
  helpGrowths,
  helpOutcomes,
  helpRequestStates,
  helpTimes,
  institutionKinds,
  jobStates,
} from '../../../shared/domain/mutual-help.ts'
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

const told = {
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'help', basis: 'consent', retention: 'leaving_2_years' },
} as const

/** That neighbours helped each other is counted; who they were goes after a year. */
const happened = {
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'help', basis: 'not_personal', retention: 'while_book' },
} as const
const ofPeople = { basis: 'legitimate_interest', retention: 'gathering_1_year' } as const

/** One row per person, on every computer the same one. */
export const giverId = (personId: string) => `giver-${personId}`
/** One row per person and category, likewise. */
export const offerId = (personId: string, category: string) => `offer-${personId}-${category}`

/** When somebody can be asked, and how often; as they said it themselves. */
export const helpGiverTable = declareTable({
  name: 'help_giver',
  ...told,
  columns: {
    person_id: idOf('person'),
    on_days: integer({ check: '{column} IN (0, 1)' }),
    on_evenings: integer({ check: '{column} IN (0, 1)' }),
    on_weekends: integer({ check: '{column} IN (0, 1)' }),
    /** At most so many times a month; null: no limit. */
    per_month: optionalInteger({ check: '{column} BETWEEN 1 AND 31' }),
    /** First day on which they may be asked again. */
    paused_until: optionalText(),
    /** In their own words: "fietsen plakken, geen ladders". */
    words: optionalText(),
  },
  indexes: [['person_id']],
})

/** What somebody would gladly do. */
export const helpOfferTable = declareTable({
  name: 'help_offer',
  ...told,
  columns: { person_id: idOf('person'), category: oneOf(helpCategories), since_day: text() },
  indexes: [['person_id'], ['category']],
})

/** Somebody would like a hand. */
export const helpRequestTable = declareTable({
  name: 'help_request',
  ...happened,
  columns: {
    /** For whom; null: a neighbour who is not named. */
    person_id: optionalIdOf('person', ofPeople),
    /** Who asked it for somebody else; null: the person did, or it is not written down. */
    asked_by_person_id: optionalIdOf('person', { ...ofPeople, isHand: true }),
    /** Where it is counted, and where helpers are looked for when the person is not named. */
    neighbourhood_id: optionalIdOf('neighbourhood'),
    category: oneOf(helpCategories),
    institution: optionalOneOf(institutionKinds),
    words: optionalText(ofPeople),
    asked_day: text(),
    /** Before or on this day. */
    wanted_by: optionalText(),
    wanted_time: optionalOneOf(helpTimes),
    /** 1: goes on; 0: once. */
    lasting: integer({ check: '{column} IN (0, 1)' }),
    state: oneOf(helpRequestStates),
    helper_person_id: optionalIdOf('person', { ...ofPeople, isHand: true }),
    closed_day: optionalText(),
  },
  checks: ["(closed_day IS NULL) = (state IN ('open', 'voorgesteld', 'afgesproken'))"],
  indexes: [['state'], ['person_id'], ['helper_person_id']],
})

/** One neighbour did something for another [Dammetje]. It is over once it is done; it says nothing of how somebody is. */
export const helpActTable = declareTable({
  name: 'help_act',
  ...happened,
  columns: {
    /** Either may be a neighbour who is not named. */
    giver_person_id: optionalIdOf('person', ofPeople),
    receiver_person_id: optionalIdOf('person', ofPeople),
    request_id: optionalIdOf('help_request'),
    neighbourhood_id: optionalIdOf('neighbourhood'),
    category: oneOf(helpCategories),
    institution: optionalOneOf(institutionKinds),
    asked_day: optionalText(),
    done_day: text(),
    outcome: oneOf(helpOutcomes),
    /** Null: not known yet. */
    grew_into: optionalOneOf(helpGrowths),
    /** Codes with a space between them, as of a gathering. */
    connections: optionalText(),
  },
  indexes: [['done_day'], ['giver_person_id'], ['receiver_person_id'], ['request_id']],
})

/** Neighbours help with one house [klus]: a room is painted, a new house is furnished. */
export const helpJobTable = declareTable({
  name: 'help_job',
  ...happened,
  columns: {
    title: text(ofPeople),
    /** Whose house; null: somebody who is not named. */
    person_id: optionalIdOf('person', ofPeople),
    neighbourhood_id: optionalIdOf('neighbourhood'),
    place: optionalText(ofPeople),
    first_day: text(),
    last_day: optionalText(),
    state: oneOf(jobStates),
    grew_into: optionalOneOf(helpGrowths),
  },
  indexes: [['first_day'], ['person_id']],
})

export const helpJobMemberTable = declareTable({
  name: 'help_job_member',
  ...happened,
  privacy: { purpose: 'help', ...ofPeople },
  columns: { job_id: idOf('help_job'), person_id: idOf('person') },
  indexes: [['job_id'], ['person_id']],
})
