import { z } from 'zod'
import { neighbourhoodStatuses } from '../domain/neighbourhood-status.ts'
import { rolePatterns, roles, sides } from '../domain/role-seats.ts'
import { day, id, optionalWords } from './fields.ts'
import { command, query } from './method.ts'

const seatHolder = z.object({
  termId: z.string(),
  personId: z.string(),
  name: z.string(),
  from: z.string(),
  until: z.string().nullable(),
  plannedEnd: z.string().nullable(),
})

const seat = z.object({
  role: z.enum(roles),
  side: z.enum(sides).nullable(),
  holders: z.array(seatHolder),
  next: seatHolder.nullable(),
  /** When it becomes empty, if that is near or past and nobody follows. */
  endsSoon: z.string().nullable(),
  /** Days two people held it together, when longer than a hand-over; else 0. */
  longOverlapDays: z.number(),
  /** Who held it last, while it is empty. */
  last: z.object({ name: z.string(), until: z.string(), died: z.boolean() }).nullable(),
})

const summary = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(neighbourhoodStatuses).nullable(),
  statusDay: z.string().nullable(),
  /** First day it no longer exists; null while it does. */
  activeUntil: z.string().nullable(),
  people: z.number(),
  members: z.number(),
  targetSize: z.number(),
  sizeAdvice: z.enum(['splitsen', 'samenvoegen']).nullable(),
  seatState: z.enum(['bezet', 'kwetsbaar', 'onbemand', 'geen']),
  seats: z.array(seat),
  /** Of this year; of a group that began during it the goal is in proportion to what was left of it. */
  gatherings: z.object({
    held: z.number(),
    planned: z.number(),
    goal: z.number(),
    perYear: z.number(),
    /** The day in this year from which they are asked for. */
    from: z.string(),
  }),
})

const plan = {
  name: z.string().trim().min(1).max(80),
  areaNote: optionalWords(400),
  targetSize: z.int().min(1).max(10_000),
  cadencePerYear: z.int().min(0).max(52).nullable(),
}

export const neighbourhoods = {
  /** Those that exist by name, then the closed ones. */
  list: query(
    z.strictObject({}),
    z.object({
      today: z.string(),
      pattern: z.enum(rolePatterns),
      open: z.array(summary),
      closed: z.array(summary),
      /** People who belong today but to no binnenbuurt. */
      withoutNeighbourhood: z.number(),
    }),
  ),
  /** Names only, to choose from. */
  names: query(z.strictObject({}), z.array(z.object({ id: z.string(), name: z.string() }))),
  get: query(
    z.strictObject({ id }),
    summary.extend({
      today: z.string(),
      pattern: z.enum(rolePatterns),
      areaNote: z.string().nullable(),
      chatLink: z.string().nullable(),
      cadencePerYear: z.number().nullable(),
      activeFrom: z.string().nullable(),
      deletedAt: z.string().nullable(),
      /** Roles in this binnenbuurt that are not one of its places, such as a member of a working group. */
      otherRoles: z.array(seatHolder.extend({ role: z.enum(roles), side: z.enum(sides).nullable() })),
    }),
  ),
  add: command(
    /** `chatLink`: where the group chats, as text. */
    z.strictObject({ ...plan, chatLink: optionalWords(400).default(null) }),
    z.object({ id: z.string() }),
  ),
  change: command(
    z.strictObject({
      id,
      ...z.object(plan).partial().shape,
      chatLink: optionalWords(400).optional(),
      status: z.enum(neighbourhoodStatuses).nullable().optional(),
    }),
    z.null(),
  ),
  previewClose: query(
    z.strictObject({ id, day }),
    z.object({ people: z.number(), roles: z.number(), plannedGatherings: z.number() }),
  ),
  /** Ends it on `day`: people stay in the book without it, roles in it end. */
  close: command(z.strictObject({ id, day }), z.null()),
  reopen: command(z.strictObject({ id }), z.null()),
  /** One that never had anybody goes to the Prullenbak. */
  remove: command(z.strictObject({ id }), z.null()),
}
