// Payment requests and reminders: who is asked for what, the letters, and the log of what went out. Amounts are whole cents.
import { z } from 'zod'
import { letterLanguages, pauseKinds, reminderLevels, reminderWays, withheldReasons } from '../domain/reminder-rules.ts'
import { shownPaper } from './documents.ts'
import { payerView } from './dues.ts'
import { day, id } from './fields.ts'
import { command, query } from './method.ts'

const payer = z.strictObject({ kind: z.enum(['person', 'household']), id })
const payers = z.array(payer).min(1).max(5000)
const level = z.enum(reminderLevels)
const way = z.enum(reminderWays)
const language = z.enum(letterLanguages)
/** ownLanguage: said once more in the language of who reads it, where that is written down and letters speak it. */
const wanted = { way, language, ownLanguage: z.boolean() }

const step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('now'), level }),
  z.object({ kind: z.literal('later'), level, from: z.string() }),
  z.object({ kind: z.literal('withheld'), reason: z.enum(withheldReasons), until: z.string().nullable() }),
])

const sentReminder = z.object({ id: z.string(), level, day: z.string(), way, language, cents: z.number() })

const pause = z.object({
  id: z.string(),
  /** Whose pause it is; null = the household's. */
  personId: z.string().nullable(),
  kind: z.enum(pauseKinds),
  reason: z.string().nullable(),
  untilDay: z.string().nullable(),
})

const letter = z.object({
  payer: payerView,
  level,
  language,
  day: z.string(),
  cents: z.number(),
  /** The letter as the text of an e-mail. */
  mail: z.object({ to: z.string().nullable(), subject: z.string(), body: z.string() }),
  /** Of every word that the letter says. */
  textHash: z.string(),
})

/** Why somebody who was asked for got no letter: a reason of the rules, or something about this way of sending. */
export const leftReasons = [...withheldReasons, 'later', 'noAddress', 'noEmail', 'changed'] as const
const left = z.object({ payer: payerView, reason: z.enum(leftReasons) })

const settings = {
  firstAfterDays: z.int().min(0).max(365),
  daysBetween: z.int().min(7).max(365),
  payWithinDays: z.int().min(7).max(90),
  lastLevel: level,
  asksFormerMembers: z.boolean(),
  /** What the last letter announces as costs; 0 = none. Never part of what is asked. */
  costCents: z.int().min(0).max(4000),
  senderAddress: z.string().trim().max(300),
  contact: z.string().trim().max(200),
  signedBy: z.string().trim().max(80),
}

export const reminders = {
  /** Everybody with something open, longest behind first, and what happens next. */
  overview: query(
    z.strictObject({}),
    z.object({
      today: z.string(),
      openCents: z.number(),
      payers: z.array(
        z.object({
          payer: payerView,
          /** What may be asked now: open, less what the payer has left. */
          cents: z.number(),
          /** First day of the oldest period that is open. */
          oldest: z.string(),
          step,
          /** About what is still open, newest first. */
          sent: z.array(sentReminder),
          pauses: z.array(pause),
          hasAddress: z.boolean(),
          hasEmail: z.boolean(),
          neighbourhoodIds: z.array(z.string()),
        }),
      ),
      /** Who owes what was given back, because the bank took it back as well; no letter asks for it. */
      owedBack: z.array(z.object({ payer: payerView, cents: z.number() })),
      people: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          cents: z.number(),
          oldest: z.string(),
          /** Who pays for them. */
          payer,
          neighbourhoodIds: z.array(z.string()),
        }),
      ),
      /** null = people who are in none. */
      neighbourhoods: z.array(
        z.object({
          id: z.string().nullable(),
          name: z.string().nullable(),
          people: z.number(),
          cents: z.number(),
          oldest: z.string(),
        }),
      ),
      /** What letters ask to pay on; null = not known yet. */
      account: z.object({ holder: z.string(), iban: z.string() }).nullable(),
      settings: z.object(settings),
    }),
  ),
  /** The letters of today, how they lie on paper where that is the way, and who gets none after all. */
  letters: query(
    z.strictObject({ payers, ...wanted }),
    z.object({ letters: z.array(letter), paper: shownPaper.nullable(), left: z.array(left) }),
  ),
  /** A file of the letters on paper; html: a web page that needs nothing else. */
  makeLetters: command(
    z.strictObject({ payers, language, ownLanguage: z.boolean(), format: z.enum(['pdf', 'html']) }),
    z.object({ file: z.string(), name: z.string() }),
  ),
  /** Keeps the payment references that stand on these letters, so that a payment by them is recognised. Before printing or copying. */
  giveReferences: command(z.strictObject({ payers }), z.null()),
  /** Writes down that letters went out. One that would be different by now is left out: somebody paid, or something changed. */
  record: command(
    z.strictObject({
      ...wanted,
      day,
      letters: z
        .array(z.strictObject({ payer, textHash: z.string().length(64) }))
        .min(1)
        .max(5000),
    }),
    z.object({ recorded: z.number(), left: z.array(left) }),
  ),
  /** Each time that letters went out, newest first: who got which, and who got none and why. */
  log: query(
    z.strictObject({ limit: z.int().min(1).max(1000) }),
    z.array(
      z.object({
        id: z.string(),
        day: z.string(),
        letters: z.array(sentReminder.extend({ payer: payerView })),
        withheld: z.array(left),
      }),
    ),
  ),
  /** All letters to a payer that count, newest first. */
  ofPayer: query(z.strictObject({ payer }), z.array(sentReminder)),
  pause: command(
    z.strictObject({
      payer,
      kind: z.enum(pauseKinds),
      reason: z
        .string()
        .trim()
        .max(200)
        .nullable()
        .transform((text) => (text === '' ? null : text)),
      untilDay: day.nullable(),
    }),
    z.object({ id: z.string() }),
  ),
  endPause: command(z.strictObject({ id }), z.null()),
  changeSettings: command(z.strictObject(settings), z.null()),
}

const settingsShape = z.object(settings)
export type ReminderSettings = z.output<typeof settingsShape>
export type RemindersOverview = z.output<typeof reminders.overview.output>
export type ReminderLetter = z.output<typeof letter>
export type LettersAnswer = z.output<typeof reminders.letters.output>
export type LeftReason = (typeof leftReasons)[number]
export type SentReminderView = z.output<typeof sentReminder>
export type ReminderLog = z.output<typeof reminders.log.output>
