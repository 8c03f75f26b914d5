import { z } from 'zod'
import { absenceReasons, attendanceStatuses } from '../domain/attendance.ts'
import { connectionKinds, countedWays, gatheringGoals, workForms } from '../domain/gathering-forms.ts'
import { day, id, optionalWords } from './fields.ts'
import { followUpSummary } from './follow-ups.ts'
import { command, query } from './method.ts'

/** HH:MM on a 24-hour clock. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const state = z.enum(['gepland', 'niet_vastgelegd', 'gehouden', 'afgelast'])
const status = z.enum(attendanceStatuses)
const reason = z.enum(absenceReasons)

const plan = {
  day,
  title: z.string().trim().min(1).max(120),
  place: optionalWords(120),
  hostPersonId: id.nullable(),
  startTime: time.nullable(),
  capacity: z.number().int().min(1).max(10_000).nullable(),
  language: optionalWords(200),
  theme: optionalWords(120),
  programme: optionalWords(400),
  note: optionalWords(4000),
  // What a book uses only when it has chosen to; left out it stays as it is.
  workForm: z.enum(workForms).nullable().optional(),
  goals: z.array(z.enum(gatheringGoals)).optional(),
  connections: z.array(z.enum(connectionKinds)).optional(),
  themeAsked: z.boolean().optional(),
  volunteerHours: z.number().int().min(0).max(10_000).nullable().optional(),
  subsidyId: id.nullable().optional(),
  costCents: z.number().int().min(0).max(100_000_000).nullable().optional(),
}

/** Everybody invited by what is known; `coming` said beforehand that they would come. */
const counts = z.object({
  invited: z.number(),
  present: z.number(),
  excused: z.number(),
  missed: z.number(),
  unknown: z.number(),
  coming: z.number(),
})

const summary = z.object({
  id: z.string(),
  day: z.string(),
  startTime: z.string().nullable(),
  title: z.string(),
  place: z.string().nullable(),
  hostName: z.string().nullable(),
  /** The data of the host are kept and not used. */
  isHostRestricted: z.boolean(),
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  state,
  /** namen: everybody invited has a row. aantal: nobody is invited, and `guests` is how many came. */
  counted: z.enum(countedWays),
  seriesId: z.string().nullable(),
  guests: z.number(),
  counts,
})

const invitee = z.object({
  personId: z.string(),
  /** Name and group as they were at the invitation. */
  name: z.string(),
  groupName: z.string().nullable(),
  status,
  reason: reason.nullable(),
  coming: z.boolean(),
  /** Away for longer on the day, and the first day they are back where that is known. */
  away: z.object({ until: z.string().nullable() }).nullable(),
  /** Their data are kept and not used: they stand on no list that leaves the book. */
  isRestricted: z.boolean(),
})

const absentee = z.object({
  personId: z.string(),
  name: z.string(),
  status: z.enum(['afgemeld', 'niet_gekomen']),
  reason: reason.nullable(),
  /** Recorded gatherings not attended since last present, this one included; `unknown` lay between them. */
  absences: z.number(),
  unknown: z.number(),
  /** The answer to "get in touch?"; null = not answered. */
  contact: z.boolean().nullable(),
  /** What was agreed because of this gathering. */
  followUp: followUpSummary.nullable(),
  /** Somebody already looks in because of something else. */
  otherFollowUp: followUpSummary.nullable(),
})

const marked = { gatheringId: id, personId: id }

export const gatherings = {
  /** `group`: a neighbourhood's id, 'association' for what is for everybody, null for all. Past ones of `year` (null = the latest). */
  list: query(
    z.strictObject({ year: z.number().int().nullable(), group: id.nullable() }),
    z.object({
      today: z.string(),
      groups: z.array(z.object({ id: z.string(), name: z.string() })),
      years: z.array(z.number()),
      year: z.number(),
      planned: z.array(summary),
      toRecord: z.array(summary),
      past: z.array(summary),
    }),
  ),
  detail: query(
    z.strictObject({ id }),
    summary.extend({
      today: z.string(),
      /** How many of the invited have data that are kept and not used. */
      restricted: z.number(),
      hostPersonId: z.string().nullable(),
      programme: z.string().nullable(),
      capacity: z.number().nullable(),
      language: z.string().nullable(),
      theme: z.string().nullable(),
      note: z.string().nullable(),
      workForm: z.enum(workForms).nullable(),
      goals: z.array(z.enum(gatheringGoals)),
      connections: z.array(z.enum(connectionKinds)),
      themeAsked: z.boolean(),
      volunteerHours: z.number().nullable(),
      subsidyId: z.string().nullable(),
      costCents: z.number().nullable(),
      series: z.object({ title: z.string(), asksLanguages: z.boolean() }).nullable(),
      /** In the group on the day, and not invited: joined after the invitation. */
      lateJoiners: z.array(z.object({ personId: z.string(), name: z.string() })),
      /** It is more than a year ago: how many came is known, and no longer who. */
      namesGone: z.boolean(),
      absentees: z.array(absentee),
    }),
  ),
  /** Who is invited, by surname. `find` looks in the names. */
  invitees: query(
    z.strictObject({ gatheringId: id, find: z.string().max(80), limit: z.number().int().min(1).max(20_000) }),
    z.object({ rows: z.array(invitee), total: z.number() }),
  ),
  /** People who can still be added to the invitation, by name. */
  findInvitable: query(
    z.strictObject({ gatheringId: id, find: z.string().max(80) }),
    z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        groupName: z.string().nullable(),
        /** Their data are kept and not used: they cannot be added. */
        isRestricted: z.boolean(),
      }),
    ),
  ),
  /** What the planning form offers: the groups, and who would be invited on that day. */
  planning: query(
    z.strictObject({ groupId: id.nullable(), day: day.nullable() }),
    z.object({
      groups: z.array(z.object({ id: z.string(), name: z.string() })),
      invited: z.number(),
      /** Belong to the group, and are not invited: their data are kept and not used. */
      restricted: z.number(),
      hosts: z.array(z.object({ personId: z.string(), name: z.string() })),
    }),
  ),
  forPerson: query(
    z.strictObject({ personId: id, limit: z.number().int().min(1).max(200) }),
    z.object({
      rows: z.array(
        z.object({ gatheringId: z.string(), day: z.string(), title: z.string(), state, status, coming: z.boolean() }),
      ),
      total: z.number(),
      absences: z.number(),
      unknown: z.number(),
    }),
  ),

  /** Plans a gathering and invites everybody of the group (members and interested people). */
  plan: command(
    z.strictObject({ groupId: id.nullable(), counted: z.enum(countedWays).optional(), ...plan }),
    z.object({ id: z.string(), invited: z.number() }),
  ),
  change: command(z.strictObject({ id, ...plan }), z.null()),
  /** To another day; all else stays as it is. */
  move: command(z.strictObject({ id, day }), z.null()),
  cancel: command(z.strictObject({ id }), z.null()),
  reinstate: command(z.strictObject({ id }), z.null()),
  remove: command(z.strictObject({ id }), z.null()),

  invite: command(
    z.strictObject({ gatheringId: id, personIds: z.array(id).min(1).max(20_000) }),
    z.object({ invited: z.number() }),
  ),
  uninvite: command(z.strictObject(marked), z.null()),
  /** Beforehand: said to come, or takes that back. */
  expect: command(z.strictObject({ ...marked, coming: z.boolean() }), z.null()),
  /** Choosing 'onbekend' takes the mark away. */
  mark: command(z.strictObject({ ...marked, status }), z.null()),
  /** Everybody who is still unknown was there, in one action. */
  markRest: command(z.strictObject({ gatheringId: id }), z.object({ marked: z.number() })),
  setReason: command(z.strictObject({ ...marked, reason: reason.nullable() }), z.null()),
  /** Answers "get in touch?"; yes makes a follow-up for the contact person within two weeks. */
  answerContact: command(z.strictObject({ ...marked, contact: z.boolean() }), z.null()),
  setGuests: command(z.strictObject({ gatheringId: id, guests: z.number().int().min(0).max(10_000) }), z.null()),
  /** Of a gathering that is only counted: so many came, and it is written down. `languages`: left out stays as it was. */
  recordHeadcount: command(
    z.strictObject({
      gatheringId: id,
      count: z.number().int().min(0).max(100_000),
      languages: optionalWords(200).optional(),
    }),
    z.null(),
  ),
  setNote: command(z.strictObject({ gatheringId: id, note: optionalWords(4000) }), z.null()),
  /** The attendance is written down as far as it is known. */
  complete: command(z.strictObject({ gatheringId: id }), z.object({ unknown: z.number() })),
}
