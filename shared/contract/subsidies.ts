import { z } from 'zod'
import { day, id, optionalWords } from './fields.ts'
import { command, query } from './method.ts'

const cents = z.number().int().min(0).max(1_000_000_000)

const plan = {
  giver: z.string().trim().min(1).max(120),
  purpose: z.string().trim().min(1).max(200),
  grantedDay: day,
  grantedCents: cents.min(1),
  /** Spent besides what stands at the gatherings. */
  otherCents: cents,
  otherNote: optionalWords(400),
  accountDay: day.nullable(),
}

const summary = z.object({
  id: z.string(),
  giver: z.string(),
  purpose: z.string(),
  grantedDay: z.string(),
  grantedCents: z.number(),
  otherCents: z.number(),
  otherNote: z.string().nullable(),
  accountDay: z.string().nullable(),
  accountedDay: z.string().nullable(),
  returnedCents: z.number().nullable(),
  /** What was held or called off cost, and the rest, together. */
  spentCents: z.number(),
  /** What the gatherings that are still to be held or written down are going to cost. */
  plannedCents: z.number(),
  /** Granted less what was spent and given back; below zero when more was spent. */
  leftCents: z.number(),
  /** Days until it must be accounted for; null when it was, or when no day was agreed. */
  daysLeft: z.number().nullable(),
  gatherings: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      day: z.string(),
      groupName: z.string().nullable(),
      isHeld: z.boolean(),
      /** It does not take place; only there when it cost something. */
      isCalledOff: z.boolean(),
      came: z.number(),
      costCents: z.number().nullable(),
    }),
  ),
})

export const subsidies = {
  list: query(z.strictObject({}), z.object({ today: z.string(), open: z.array(summary), accounted: z.array(summary) })),
  /** To choose from at a gathering. */
  names: query(z.strictObject({}), z.array(z.object({ id: z.string(), name: z.string() }))),
  add: command(z.strictObject(plan), z.object({ id: z.string() })),
  change: command(z.strictObject({ id, ...plan }), z.null()),
  /** It was accounted for on this day, and so much went back to the giver. */
  account: command(z.strictObject({ id, day, returnedCents: cents }), z.null()),
  remove: command(z.strictObject({ id }), z.null()),
}
