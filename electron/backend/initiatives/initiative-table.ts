import { initiativeStates, ownGoalOutcomes } from '../../../shared/domain/initiative.ts'
import { targetCountings, targetKinds, targetSources } from '../../../shared/domain/initiative-target.ts'
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

const notPersonal = { purpose: 'groups', basis: 'not_personal', retention: 'while_book' } as const
const personal = { purpose: 'groups', basis: 'agreement', retention: 'leaving_2_years' } as const

/** Something people want to bring about together, by steps, and by what they will know that it worked. */
export const initiativeTable = declareTable({
  name: 'initiative',
  class: 'register',
  scope: 'leden',
  privacy: notPersonal,
  columns: {
    name: text({ search: 'words' }),
    goal: optionalText({ search: 'words' }),
    /** Who pulls it: a person of the book, or else a name. */
    owner_person_id: optionalIdOf('person', { ...personal, isHand: true }),
    owner_name: optionalText(personal),
    /** The organisation it is anchored in. */
    organisation_id: optionalIdOf('organisation'),
    state: oneOf(initiativeStates),
    from_day: optionalText(),
    /** The day it is meant to be done. */
    planned_end: optionalText(),
    note: optionalText(),
  },
})

export const initiativeStepTable = declareTable({
  name: 'initiative_step',
  class: 'register',
  scope: 'leden',
  privacy: notPersonal,
  columns: {
    initiative_id: idOf('initiative'),
    what: text(),
    due_day: optionalText(),
    done_day: optionalText(),
  },
  indexes: [['initiative_id']],
})

/** One thing by which it can be seen; several conditions are several rows. */
export const initiativeTargetTable = declareTable({
  name: 'initiative_target',
  class: 'register',
  scope: 'leden',
  privacy: notPersonal,
  columns: {
    initiative_id: idOf('initiative'),
    /** What is counted, or what is meant, in words. */
    what: text(),
    kind: oneOf(targetKinds),
    source: oneOf(targetSources),
    counting: oneOf(targetCountings),
    needed: optionalInteger({ check: '{column} > 0' }),
    /** One on each line. */
    areas: optionalText(),
    days: optionalInteger({ check: '{column} > 0' }),
    year: optionalInteger({ check: '{column} BETWEEN 1900 AND 2200' }),
    loyal_times: optionalInteger({ check: '{column} > 0' }),
    loyal_out_of: optionalInteger({ check: '{column} > 0' }),
    by_day: optionalText(),
  },
  checks: [
    "(needed IS NULL) = (kind IN ('mijlpaal', 'eigen_woorden'))",
    "kind <> 'deel' OR needed <= 100",
    'loyal_times IS NULL OR loyal_out_of IS NULL OR loyal_times <= loyal_out_of',
  ],
  indexes: [['initiative_id']],
})

export const initiativeMeasurementTable = declareTable({
  name: 'initiative_measurement',
  class: 'register',
  scope: 'leden',
  privacy: notPersonal,
  columns: {
    target_id: idOf('initiative_target'),
    day: text(),
    value: integer({ check: '{column} >= 0' }),
    /** Of a share: out of how many. */
    whole: optionalInteger({ check: '{column} > 0' }),
    area: optionalText(),
    /** Where the number comes from, in words. */
    source: optionalText(),
  },
  checks: ['whole IS NULL OR value <= whole'],
  indexes: [['target_id', 'day']],
})

/** Somebody who joined, as a volunteer for instance. */
export const initiativeSignUpTable = declareTable({
  name: 'initiative_sign_up',
  class: 'register',
  scope: 'leden',
  privacy: notPersonal,
  columns: {
    initiative_id: idOf('initiative'),
    day: text(),
    /** By what they heard of it: a stall, a booklet, a lunch. */
    source: optionalText(),
    area: optionalText(),
    /** Where they are active. */
    organisation_id: optionalIdOf('organisation'),
    person_id: optionalIdOf('person', personal),
    /** A word to know them by, for who is not in the book. */
    known_as: optionalText(personal),
    seen_day: optionalText(),
    left_day: optionalText(),
  },
  checks: ['seen_day IS NULL OR seen_day >= day', 'left_day IS NULL OR left_day >= day'],
  indexes: [['initiative_id']],
})

/** A gathering that counts for an initiative. */
export const initiativeGatheringTable = declareTable({
  name: 'initiative_gathering',
  class: 'register',
  scope: 'buurt',
  privacy: notPersonal,
  columns: { initiative_id: idOf('initiative'), gathering_id: idOf('gathering') },
  indexes: [['initiative_id'], ['gathering_id']],
})

/** What somebody wants to reach for themself, in their own words. Written down only when they want it to be. */
export const initiativeOwnGoalTable = declareTable({
  name: 'initiative_own_goal',
  class: 'register',
  scope: 'leden',
  privacy: { ...personal, basis: 'consent' },
  columns: {
    initiative_id: idOf('initiative'),
    person_id: optionalIdOf('person'),
    known_as: optionalText(),
    day: text(),
    goal: text(),
    step: optionalText(),
    outcome: optionalOneOf(ownGoalOutcomes),
    outcome_day: optionalText(),
  },
  checks: ['(outcome IS NULL) = (outcome_day IS NULL)'],
  indexes: [['initiative_id']],
})
