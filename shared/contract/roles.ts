import { z } from 'zod'
import { roles as roleNames, rolePatterns, sides } from '../domain/role-seats.ts'
import { day, id, optionalWords } from './fields.ts'
import { command, query } from './method.ts'

const seatState = z.enum(['bezet', 'kwetsbaar', 'onbemand', 'geen'])

const place = {
  role: z.enum(roleNames),
  /** Null, and of no organisation: of the whole association. */
  neighbourhoodId: id.nullable(),
  organisationId: id.nullable().default(null),
  /** Of a role at an organisation: paid or as a volunteer, and in which languages. */
  paid: z.boolean().nullable().default(null),
  languages: optionalWords(200).default(null),
  side: z.enum(sides).nullable(),
}

const held = { role: z.enum(roleNames), side: z.enum(sides).nullable() }

/** A role of the pattern of before that becomes one of the pattern of now. */
export const carry = z.strictObject({ termId: id, ...held })

const term = { personId: id, from: day, plannedEnd: day.nullable() }

export const roles = {
  /** Roles of the whole association today (board, treasurer, working group). */
  association: query(
    z.strictObject({}),
    z.array(
      z.object({
        termId: z.string(),
        personId: z.string(),
        name: z.string(),
        role: z.enum(roleNames),
        from: z.string(),
        plannedEnd: z.string().nullable(),
        endsSoon: z.boolean(),
      }),
    ),
  ),
  /** What assigning or ending does to the places of the binnenbuurt on that day. */
  previewAssign: query(
    z.strictObject({ ...place, ...term }),
    z.object({
      seatsAfter: seatState,
      /** Who is in the same place on that day. */
      besides: z.array(z.object({ termId: z.string(), personId: z.string(), name: z.string() })),
      /** The person is not in this binnenbuurt. */
      outsider: z.boolean(),
      /** The person already holds the other place here. */
      otherPlace: z.boolean(),
    }),
  ),
  assign: command(z.strictObject({ ...place, ...term }), z.object({ id: z.string() })),
  /** Only the planned end may change; null takes it away. */
  change: command(z.strictObject({ id, plannedEnd: day.nullable() }), z.null()),
  previewEnd: query(z.strictObject({ id, day }), z.object({ seatsAfter: seatState })),
  /** `day`: the first day no longer in the role. */
  end: command(z.strictObject({ id, day }), z.null()),
  /** The old term ends and the new one begins on `day`, or they overlap when `overlapUntil` is given. */
  handOver: command(
    z.strictObject({ id, toPersonId: id, day, overlapUntil: day.nullable(), plannedEnd: day.nullable() }),
    z.object({ id: z.string() }),
  ),
  /** Who has a role of another pattern than this one, by binnenbuurt, and the place that would match. */
  proposeCarry: query(
    z.strictObject({ pattern: z.enum(rolePatterns) }),
    z.array(
      z.object({
        termId: z.string(),
        name: z.string(),
        neighbourhoodName: z.string(),
        ...held,
        /** First day in the role, when that is yet to come. */
        beginsOn: z.string().nullable(),
        /** null: only they can say which place is theirs. */
        to: z.object(held).nullable(),
      }),
    ),
  ),
}
