import { absenceReasons, attendanceStatuses } from '../../../shared/domain/attendance.ts'
import { countedWays, workForms } from '../../../shared/domain/gathering-forms.ts'
import { storedGatheringStates } from '../../../shared/domain/gathering-state.ts'
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

/** What may say something of somebody; what is counted stays. */
const ofPeople = { basis: 'legitimate_interest', retention: 'gathering_1_year' } as const

export const gatheringTable = declareTable({
  name: 'gathering',
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'gatherings', basis: 'not_personal', retention: 'while_book' },
  columns: {
    /** The group it is for; null = the whole association. */
    neighbourhood_id: optionalIdOf('neighbourhood'),
    day: text(),
    /** HH:MM */
    start_time: optionalText(),
    title: text(),
    place: optionalText(ofPeople),
    host_person_id: optionalIdOf('person', { ...ofPeople, isHand: true }),
    programme: optionalText(),
    /** How many fit in the host's living room. */
    capacity: optionalInteger({ check: '{column} > 0' }),
    language: optionalText(),
    theme: optionalText(),
    note: optionalText(ofPeople),
    /** People without an invitation: counted, never named. */
    guests: integer({ check: '{column} >= 0' }),
    state: oneOf(storedGatheringStates),
    series_id: optionalIdOf('series'),
    /** The day the rhythm of its series gave it; moving the meeting leaves this as it is. */
    series_day: optionalText(),
    /** Null = by name. Of `aantal` everybody who came stands in `guests`. */
    counted: optionalOneOf(countedWays),
    work_form: optionalOneOf(workForms),
    /** Codes with a space between them. */
    goals: optionalText(),
    connections: optionalText(),
    /** 1: people asked for this theme themselves. */
    theme_asked: optionalInteger({ check: '{column} IN (0, 1)' }),
    /** Hours of everybody who helped, together. */
    volunteer_hours: optionalInteger({ check: '{column} >= 0' }),
    subsidy_id: optionalIdOf('subsidy'),
    /** What it cost of the subsidy. */
    cost_cents: optionalInteger({ check: '{column} >= 0' }),
  },
  // A series knows by it which of its days to skip.
  inBinUntil: 'series_day',
  indexes: [['day'], ['state', 'day'], ['neighbourhood_id', 'day'], ['series_id', 'day']],
})

/**
 * One row for everybody invited, whether they came or not: otherwise all who are known would be present. After a year it counts, under
 * an id; who it was stands with the person alone, and goes with them.
 */
export const attendanceTable = declareTable({
  name: 'attendance',
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'gatherings', basis: 'legitimate_interest', retention: 'leaving_2_years' },
  columns: {
    gathering_id: idOf('gathering'),
    person_id: idOf('person'),
    /** Name and group as they were when invited: moving or leaving later does not change what happened. */
    name_snapshot: text(ofPeople),
    neighbourhood_snapshot: optionalText({ basis: 'not_personal', retention: 'while_book' }),
    /** 1: said beforehand that they would come. What happened is `status`. */
    said_coming: integer({ check: '{column} IN (0, 1)' }),
    status: oneOf(attendanceStatuses),
    // Reason and answer count only while the status is one of absence; they stay when an undo takes just the status back.
    reason: optionalOneOf(absenceReasons, ofPeople),
    /** The answer to "get in touch?": 1 yes, 0 no, null not answered. */
    attention: optionalInteger({ check: '{column} IN (0, 1)', ...ofPeople }),
  },
  indexes: [['gathering_id'], ['person_id']],
})
