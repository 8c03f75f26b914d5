// Neighbours help each other: what they would gladly do, what is asked, what was done, and jobs at one house.
import { z } from 'zod'
import { connectionKinds } from '../domain/gathering-forms.ts'
import {
  helpCategories,
  helpGrowths,
  helpOutcomes,
  helpRequestStates,
  helpTimes,
  institutionKinds,
  jobStates,
  nearnesses,
} from '../domain/mutual-help.ts'
import { preferredContacts } from '../domain/preferred-contact.ts'
import { day, id } from './fields.ts'
import { command, query } from './method.ts'

const words = z.string().trim().max(200).nullable()
const category = z.enum(helpCategories)
const institution = z.enum(institutionKinds).nullable()
const growth = z.enum(helpGrowths).nullable()

/** Null: a neighbour who is not named. */
const neighbour = z.object({ id: z.string(), name: z.string() }).nullable()

const offered = {
  categories: z.array(category),
  /** Empty: at any time that suits both. */
  times: z.array(z.enum(helpTimes)),
  perMonth: z.int().min(1).max(31).nullable(),
  pausedUntil: z.string().nullable(),
  words: z.string().nullable(),
}

const helper = z.object({
  ...offered,
  personId: z.string(),
  name: z.string(),
  address: z.string(),
  /** Done or agreed this month. */
  thisMonth: z.int(),
  standing: z.enum(['yes', 'paused', 'full']),
})

const request = z.object({
  id: z.string(),
  person: neighbour,
  askedBy: neighbour,
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  category,
  institution,
  words: z.string().nullable(),
  askedDay: z.string(),
  wantedBy: z.string().nullable(),
  wantedTime: z.enum(helpTimes).nullable(),
  lasting: z.boolean(),
  state: z.enum(helpRequestStates),
  helper: neighbour,
  closedDay: z.string().nullable(),
  /** The day it was wanted by is past. */
  isLate: z.boolean(),
})

const act = z.object({
  id: z.string(),
  giver: neighbour,
  receiver: neighbour,
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  category,
  institution,
  askedDay: z.string().nullable(),
  doneDay: z.string(),
  outcome: z.enum(helpOutcomes),
  grewInto: growth,
  connections: z.array(z.enum(connectionKinds)),
})

const job = z.object({
  id: z.string(),
  title: z.string(),
  person: neighbour,
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  place: z.string().nullable(),
  firstDay: z.string(),
  lastDay: z.string().nullable(),
  state: z.enum(jobStates),
  grewInto: growth,
  team: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Its last day is past and nobody said how it went. */
  isOver: z.boolean(),
})

/** Somebody asked the same neighbour again and again; for the coordinator only. */
const pattern = z.object({
  receiver: z.object({ id: z.string(), name: z.string() }),
  giver: z.object({ id: z.string(), name: z.string() }),
  times: z.int(),
  days: z.int(),
})

const asked = {
  personId: id.nullable(),
  askedByPersonId: id.nullable(),
  /** Left out for somebody of the book: then it is their own group. */
  groupId: id.nullable(),
  category,
  institution,
  words,
  wantedBy: day.nullable(),
  wantedTime: z.enum(helpTimes).nullable(),
  lasting: z.boolean(),
}

const done = {
  giverId: id.nullable(),
  receiverId: id.nullable(),
  groupId: id.nullable(),
  category,
  institution,
  askedDay: day.nullable(),
  doneDay: day,
  outcome: z.enum(helpOutcomes),
  grewInto: growth,
  /** Left out: as it was. */
  connections: z.array(z.enum(connectionKinds)).optional(),
}

const planned = {
  title: z.string().trim().min(1).max(120),
  personId: id.nullable(),
  groupId: id.nullable(),
  place: z.string().trim().max(200).nullable(),
  firstDay: day,
  lastDay: day.nullable(),
  team: z.array(id).max(100),
}

export const mutualHelp = {
  /** Everything on one page: what is asked, who would gladly do what, the last `acts` acts and the jobs. */
  list: query(
    z.strictObject({ acts: z.int().min(1).max(1000) }),
    z.object({
      today: z.string(),
      groups: z.array(z.object({ id: z.string(), name: z.string() })),
      /** What somebody still waits for; the first wanted first. */
      requests: z.array(request),
      /** What ended in the last three months, newest first. */
      closed: z.array(request),
      helpers: z.array(helper),
      acts: z.array(act),
      actsInAll: z.int(),
      jobs: z.array(job),
      patterns: z.array(pattern),
    }),
  ),
  forPerson: query(
    z.strictObject({ personId: id }),
    z.object({
      today: z.string(),
      offer: helper.nullable(),
      requests: z.array(request),
      /** In the last twelve months. */
      gave: z.int(),
      received: z.int(),
      pattern: pattern.nullable(),
    }),
  ),
  /** Who could be asked for it, nearest first; those who rest or did what they could this month are counted, not named. */
  matches: query(
    z.strictObject({ requestId: id }),
    z.object({
      helpers: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          address: z.string(),
          phone: z.string().nullable(),
          preferredContact: z.enum(preferredContacts).nullable(),
          nearness: z.enum(nearnesses),
          times: z.array(z.enum(helpTimes)),
          perMonth: z.int().nullable(),
          thatMonth: z.int(),
          words: z.string().nullable(),
        }),
      ),
      resting: z.int(),
      /** Offer it, and their data are kept and not used. */
      restricted: z.int(),
      /** Would do it, at other times than the one wanted. */
      otherTimes: z.int(),
    }),
  ),

  /** What somebody would gladly do, as a whole: what is not named any more is withdrawn. */
  offer: command(
    z.strictObject({
      personId: id,
      categories: z.array(category).min(1).max(helpCategories.length),
      times: z.array(z.enum(helpTimes)).max(helpTimes.length),
      perMonth: z.int().min(1).max(31).nullable(),
      pausedUntil: day.nullable(),
      words,
    }),
    z.null(),
  ),
  stopOffering: command(z.strictObject({ personId: id }), z.null()),
  ask: command(z.strictObject(asked), z.object({ id: z.string() })),
  changeRequest: command(z.strictObject({ id, ...asked }), z.null()),
  /** Somebody was asked and has not said yes yet. */
  propose: command(z.strictObject({ id, personId: id }), z.null()),
  /** They will do it; null: a neighbour who is not named. */
  agree: command(z.strictObject({ id, personId: id.nullable() }), z.null()),
  /** The one who was asked cannot: it is open again. */
  decline: command(z.strictObject({ id }), z.null()),
  closeRequest: command(z.strictObject({ id, as: z.enum(['ingetrokken', 'niet_gelukt']) }), z.null()),
  /** A request that it answers is closed with it, unless it goes on. */
  recordAct: command(z.strictObject({ ...done, requestId: id.nullable() }), z.object({ id: z.string() })),
  changeAct: command(z.strictObject({ id, ...done }), z.null()),
  removeAct: command(z.strictObject({ id }), z.null()),
  planJob: command(z.strictObject(planned), z.object({ id: z.string() })),
  changeJob: command(z.strictObject({ id, ...planned }), z.null()),
  setJobState: command(z.strictObject({ id, state: z.enum(jobStates), grewInto: growth }), z.null()),
  removeJob: command(z.strictObject({ id }), z.null()),
}
