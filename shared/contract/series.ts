import { z } from 'zod'
import { connectionKinds, countedWays, gatheringGoals, workForms } from '../domain/gathering-forms.ts'
import { rhythmKinds } from '../domain/series-rhythm.ts'
import { day, id, optionalWords } from './fields.ts'
import { command, query } from './method.ts'

const rhythm = z.strictObject({
  kind: z.enum(rhythmKinds),
  /** Every so many weeks or months. */
  every: z.number().int().min(1).max(52),
  /** Which of its weekday in the month: 1 to 4, or 5 for the last; null of a rhythm by weeks. */
  nth: z.number().int().min(1).max(5).nullable(),
  /** Day of the first meeting; it says the weekday. */
  firstDay: day,
})

const settings = {
  title: z.string().trim().min(1).max(120),
  place: optionalWords(120),
  startTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  rhythm,
  asksLanguages: z.boolean(),
  // What a book uses only when it has chosen to; left out it stays as it is.
  workForm: z.enum(workForms).nullable().optional(),
  goals: z.array(z.enum(gatheringGoals)).optional(),
  connections: z.array(z.enum(connectionKinds)).optional(),
}

const meeting = z.object({ id: z.string(), day: z.string() })

const summary = z.object({
  id: z.string(),
  title: z.string(),
  groupId: z.string().nullable(),
  groupName: z.string().nullable(),
  place: z.string().nullable(),
  startTime: z.string().nullable(),
  counted: z.enum(countedWays),
  rhythm,
  asksLanguages: z.boolean(),
  /** First day it is no longer held; null while it goes on. */
  untilDay: z.string().nullable(),
  next: meeting.nullable(),
  /** Held and not written down yet, oldest first. */
  toRecord: z.array(meeting),
  /** How many meetings were written down, and how many came to the last. */
  held: z.number(),
  last: meeting.extend({ came: z.number() }).nullable(),
})

export const series = {
  list: query(z.strictObject({}), z.object({ today: z.string(), going: z.array(summary), ended: z.array(summary) })),
  get: query(
    z.strictObject({ id }),
    summary.extend({
      today: z.string(),
      workForm: z.enum(workForms).nullable(),
      goals: z.array(z.enum(gatheringGoals)),
      connections: z.array(z.enum(connectionKinds)),
      planned: z.array(meeting.extend({ moved: z.boolean(), cancelled: z.boolean() })),
      /** Its rhythm gives more days than stand in the list. */
      canPlanAhead: z.boolean(),
      /** Written down, newest first; at most 60. */
      past: z.array(
        meeting.extend({
          came: z.number(),
          invited: z.number(),
          language: z.string().nullable(),
          theme: z.string().nullable(),
        }),
      ),
      average: z.number().nullable(),
      /** Each language once, with at how many meetings it was spoken; most first. */
      languages: z.array(z.object({ language: z.string(), meetings: z.number() })),
    }),
  ),
  /** The days a rhythm would give, before it is saved. */
  preview: query(z.strictObject({ rhythm }), z.array(z.string())),
  /** Begins a series and plans its first meetings. */
  start: command(
    z.strictObject({ groupId: id.nullable(), counted: z.enum(countedWays), ...settings }),
    z.object({ id: z.string(), planned: z.number() }),
  ),
  /** What is planned follows, except what was changed by hand. */
  change: command(z.strictObject({ id, ...settings }), z.null()),
  /** From this day on it is not held; what was planned after it goes. */
  end: command(z.strictObject({ id, day }), z.object({ removed: z.number() })),
  resume: command(z.strictObject({ id }), z.object({ planned: z.number() })),
  planAhead: command(z.strictObject({ id }), z.object({ planned: z.number() })),
  /** A meeting on a day of its own, also one that was held already. */
  addMeeting: command(z.strictObject({ seriesId: id, day }), z.object({ id: z.string() })),
}
