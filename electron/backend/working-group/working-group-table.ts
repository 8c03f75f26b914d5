import { leaderMeetingKinds, networkPointKinds, trialResults } from '../../../shared/domain/working-group.ts'
import { declareTable, idOf, oneOf, optionalIdOf, optionalText, text } from '../database/declare-table.ts'

const notPersonal = { purpose: 'groups', basis: 'not_personal', retention: 'while_book' } as const

/** People with a role come together: intervision, training, a meeting of the working group. */
export const leaderMeetingTable = declareTable({
  name: 'leader_meeting',
  class: 'register',
  scope: 'leden',
  privacy: notPersonal,
  columns: {
    kind: oneOf(leaderMeetingKinds),
    day: text(),
    topic: optionalText(),
    place: optionalText(),
    note: optionalText(),
  },
  indexes: [['day']],
})

/** A role was there, by whoever held it: no list of people is kept. */
export const leaderAttendanceTable = declareTable({
  name: 'leader_attendance',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'groups', basis: 'agreement', retention: 'leaving_2_years' },
  columns: { meeting_id: idOf('leader_meeting'), role_term_id: idOf('role_term') },
  indexes: [['meeting_id'], ['role_term_id']],
})

export const ideaTable = declareTable({
  name: 'idea',
  class: 'register',
  scope: 'leden',
  privacy: notPersonal,
  columns: {
    what: text(),
    day: text(),
    /** The group it comes from; null: from elsewhere, then in words or not at all. */
    neighbourhood_id: optionalIdOf('neighbourhood'),
    from_words: optionalText(),
  },
})

/** Somebody tried the idea. */
export const ideaTrialTable = declareTable({
  name: 'idea_trial',
  class: 'register',
  scope: 'leden',
  privacy: notPersonal,
  columns: {
    idea_id: idOf('idea'),
    neighbourhood_id: optionalIdOf('neighbourhood'),
    by_words: optionalText(),
    day: text(),
    worked: oneOf(trialResults),
    note: optionalText(),
  },
  indexes: [['idea_id']],
})

/** What goes well, what is hard, what we ask: for the meeting of the network. */
export const networkPointTable = declareTable({
  name: 'network_point',
  class: 'register',
  scope: 'leden',
  privacy: notPersonal,
  columns: {
    kind: oneOf(networkPointKinds),
    words: text(),
    neighbourhood_id: optionalIdOf('neighbourhood'),
    day: text(),
    /** It was brought there; null while it waits. */
    brought_day: optionalText(),
    answer: optionalText(),
  },
})
