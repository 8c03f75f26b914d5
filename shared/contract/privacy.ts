// What the association can show of how it keeps to the law: what it keeps and why, what it tells people, what went wrong.
import { z } from 'zod'
import { breachedData, breachKinds, breachLocks } from '../domain/person-rights.ts'
import { termsAfterLeaving } from '../domain/retention.ts'
import { day, id, optionalWords } from './fields.ts'
import { command, query } from './method.ts'

const breach = {
  kind: z.enum(breachKinds),
  happenedDay: day.nullable(),
  /** ISO instant. */
  foundAt: z.iso.datetime(),
  what: z.string().trim().min(1).max(1000),
  kinds: z.array(z.enum(breachedData)),
  people: z.int().min(0).max(1_000_000),
  isLocked: z.enum(breachLocks),
  measures: optionalWords(1000),
  toldAuthorityDay: day.nullable(),
  toldPeopleDay: day.nullable(),
  whyNot: optionalWords(500),
  closedDay: day.nullable(),
}

const keptBreach = z.object({
  id: z.string(),
  ...breach,
  /** ISO instant: 72 hours after it was found. */
  reportBefore: z.string(),
  /** note: writing it down is enough. authority: the AP too. everybody: the people too. */
  advice: z.enum(['note', 'authority', 'everybody']),
})

const receipt = z.object({ id: z.string(), erasedAt: z.string(), rows: z.int() })
const settings = {
  contact: z.string().trim().max(200),
  assessedDay: day.nullable(),
  assessedBy: optionalWords(120),
  monthsAfterLeaving: z.literal(termsAfterLeaving),
}

/** register: what is kept and why (article 30). notice: what members are told. assessment: the risks, and what is done about them. */
export const privacyDocuments = ['register', 'notice', 'assessment'] as const

export const privacy = {
  overview: query(
    z.strictObject({}),
    z.object({
      today: z.string(),
      now: z.string(),
      settings: z.object({
        contact: z.string(),
        assessedDay: z.string().nullable(),
        assessedBy: z.string().nullable(),
        monthsAfterLeaving: z.literal(termsAfterLeaving),
      }),
      /** Nobody went through the assessment for a year. */
      isAssessmentDue: z.boolean(),
      /** How many people are in the book now, and where the newest copy was made: for a breach. */
      people: z.int(),
      breaches: z.array(keptBreach),
      receipts: z.array(receipt),
    }),
  ),
  settle: command(z.strictObject(settings), z.null()),
  document: query(
    z.strictObject({
      of: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.enum(privacyDocuments) }),
        z.strictObject({ kind: z.literal('receipt'), id }),
        z.strictObject({ kind: z.enum(['breach', 'breachLetter']), id }),
      ]),
    }),
    z.object({ title: z.string(), page: z.string(), style: z.string() }),
  ),
  addBreach: command(z.strictObject(breach), z.object({ id: z.string() })),
  changeBreach: command(z.strictObject({ id, ...breach }), z.null()),
}
