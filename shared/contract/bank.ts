// Files of the bank: taking them in, and the accounts they are of. Amounts are whole cents.
import { z } from 'zod'
import { payer, payerView } from './dues.ts'
import { amount, id } from './fields.ts'
import { command, query } from './method.ts'
import { errorCodes } from './reply.ts'

/** Between two statements the balance changed, and no line says why. */
const gap = z.object({
  afterDay: z.string(),
  afterCents: z.number(),
  beforeDay: z.string(),
  beforeCents: z.number(),
})

const warningCodes = [
  'versionUnknown',
  'foreignCurrency',
  'pendingLeftOut',
  'rowCutOff',
  'itemsDoNotAddUp',
  'totalsDiffer',
  'morePages',
] as const
const warning = z.object({
  code: z.enum(warningCodes),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** One account of a file that waits to be taken in. */
const foundAccount = z.object({
  /** As it stands in the file. */
  account: z.string(),
  /** How the association calls it; '' for a new one. */
  name: z.string(),
  isNew: z.boolean(),
  /** First and last day on which there is a line; null when there is none. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  lines: z.number(),
  newLines: z.number(),
  /** Of today: they wait for the next file. */
  waitingLines: z.number(),
  /** Of the new lines. */
  inCents: z.number(),
  outCents: z.number(),
  closeDay: z.string().nullable(),
  closeCents: z.number().nullable(),
  /** Statements whose lines do not make their closing balance. */
  unbalanced: z.number(),
  /** Gaps before, between or after the statements of this file. */
  gaps: z.array(gap),
})

/** A line that is probably in the book already, from a file of another kind. */
const samePair = z.object({
  day: z.string(),
  cents: z.number(),
  counterName: z.string().nullable(),
  text: z.string(),
  /** What stands with it in the book; null when that cannot be read now. */
  bookText: z.string().nullable(),
})

const takeInPreview = z.object({
  id: z.string(),
  fileName: z.string(),
  format: z.string(),
  warnings: z.array(warning),
  /** When this very file was taken in before: that moment. */
  takenAt: z.string().nullable(),
  counts: z.object({
    all: z.number(),
    new: z.number(),
    known: z.number(),
    same: z.number(),
    today: z.number(),
    later: z.number(),
  }),
  includeToday: z.boolean(),
  sameLines: z.enum(['skip', 'take']).nullable(),
  /** The first few. */
  samePairs: z.array(samePair),
  sameCount: z.number(),
  accounts: z.array(foundAccount),
  /** Statements in another currency, which are left out. */
  otherCurrency: z.number(),
  /** What has to be answered before it can be taken in. */
  hindrance: z.enum(['bankFileKnown', 'bankSameLinesOpen']).nullable(),
})

const account = z.object({
  id: z.string(),
  name: z.string(),
  iban: z.string(),
  isMain: z.boolean(),
  lines: z.number(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** The balance that the last statement closes with. */
  closeDay: z.string().nullable(),
  closeCents: z.number().nullable(),
  statements: z.number(),
  unbalanced: z.number(),
  gaps: z.array(gap),
})

const bankFile = z.object({
  id: z.string(),
  name: z.string(),
  format: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  lineCount: z.number(),
  leftOut: z.number(),
  takenAt: z.string(),
})

const share = z.object({ payer: payerView, cents: z.number() })

/** Whose money it may be, and what points to that in one sentence. */
const suggestion = z.object({ shares: z.array(share), reason: z.string() })

const lineGroups = ['certain', 'confirm', 'other'] as const

/** A line that nothing was done with yet. */
const openLine = z.object({
  id: z.string(),
  day: z.string(),
  /** What is left of it to do something with. */
  cents: z.number(),
  accountName: z.string(),
  counterName: z.string().nullable(),
  counterIban: z.string().nullable(),
  text: z.string(),
  group: z.enum(lineGroups),
  /** What would be done with a certain one; null for others. */
  work: z.enum(['dues', 'transfer', 'batch', 'return']).nullable(),
  /** What the matcher thinks, in one sentence. */
  reason: z.string(),
  suggestions: z.array(suggestion),
  /** A payment that was written down by hand and is probably this one. */
  hand: z.object({ paymentId: z.string(), day: z.string(), payer: payerView }).nullable(),
  /** What money of the same account was booked as before. */
  categoryId: z.string().nullable(),
  /** Of money that went out: who pays from the account it went to. */
  refundTo: payerView.nullable(),
})

/** A line that something was done with. */
const doneLine = z.object({
  id: z.string(),
  day: z.string(),
  cents: z.number(),
  counterName: z.string().nullable(),
  text: z.string(),
  payers: z.array(payerView),
  categoryIds: z.array(z.string()),
  isTransfer: z.boolean(),
  decided: z.enum(['certain', 'confirmed', 'chosen']).nullable(),
  reason: z.string().nullable(),
})

const learntAccount = z.object({ id: z.string(), iban: z.string(), payer: payerView, confirmedDay: z.string() })

export const bank = {
  /** Reads a received file; it is not in the book yet. */
  open: command(z.strictObject({ file: id }), z.object({ id: z.string() })),
  /** What taking it in would do. */
  preview: query(z.strictObject({ id }), takeInPreview),
  choose: command(
    z.strictObject({
      id,
      includeToday: z.boolean().optional(),
      sameLines: z.enum(['skip', 'take']).optional(),
    }),
    z.null(),
  ),
  takeIn: command(
    z.strictObject({
      id,
      /** What new accounts are called, by the account as it stands in the file. */
      names: z.array(z.strictObject({ account: z.string().max(64), name: z.string().trim().min(1).max(80) })).max(100),
      /** Books the lines that need no look in the same action. */
      bookCertain: z.boolean().default(false),
    }),
    z.object({ fileId: z.string(), count: z.number(), leftOut: z.number(), booked: z.number() }),
  ),
  close: command(z.strictObject({ id }), z.null()),

  /** The accounts with what is known of them. */
  accounts: query(z.strictObject({}), z.array(account)),
  files: query(
    z.strictObject({ limit: z.int().min(1).max(20_000) }),
    z.object({ rows: z.array(bankFile), total: z.number() }),
  ),

  /** Lines that wait, oldest first, with what is likely. */
  toAssign: query(
    z.strictObject({}),
    z.object({
      /** false: what is written with the lines cannot be read on this PC now. */
      isReadable: z.boolean(),
      lines: z.array(openLine),
      /** How many lines there are in all. */
      total: z.number(),
    }),
  ),
  /** How many lines wait; cheap, for other screens. */
  waiting: query(z.strictObject({}), z.object({ count: z.number() })),
  /** Books the certain ones among these lines. */
  bookCertain: command(
    z.strictObject({ lineIds: z.array(id).max(20_000) }),
    z.object({
      count: z.number(),
      /** What the book does not take as it is goes on waiting; why, in the words of that rule. */
      refused: z.array(
        z.object({
          lineId: z.string(),
          code: z.enum(errorCodes),
          details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable()),
        }),
      ),
    }),
  ),
  /** A line is dues of these payers and, where it is more than that, something else; together they make the whole of it. */
  assign: command(
    z.strictObject({
      lineId: id,
      parts: z
        .array(z.strictObject({ payer, cents: amount }))
        .min(1)
        .max(20),
      other: z.strictObject({ categoryId: id, cents: amount }).nullable().default(null),
    }),
    z.null(),
  ),
  /** A line is a payment that was written down by hand. */
  link: command(z.strictObject({ lineId: id, paymentId: id }), z.null()),
  /** A line is no dues but of this category. */
  bookAs: command(
    z.strictObject({
      lineId: id,
      categoryId: id,
      text: z
        .string()
        .trim()
        .max(500)
        .nullable()
        .transform((text) => (text === '' ? null : text)),
    }),
    z.null(),
  ),
  /** A line is money between own accounts or with the cash box. */
  bookAsTransfer: command(z.strictObject({ lineId: id }), z.null()),
  /** A line is money that went back to a payer. */
  bookAsRefund: command(z.strictObject({ lineId: id, payer }), z.null()),
  /** Lines that something was done with, newest first. */
  done: query(
    z.strictObject({ limit: z.int().min(1).max(20_000) }),
    z.object({ isReadable: z.boolean(), rows: z.array(doneLine), total: z.number() }),
  ),
  /** What was done with a line is taken back; it waits again. */
  release: command(z.strictObject({ lineId: id }), z.null()),

  /** Accounts that were learnt, newest first. */
  learnt: query(z.strictObject({}), z.object({ isReadable: z.boolean(), rows: z.array(learntAccount) })),
  /** Forgets whose account it is. */
  forget: command(z.strictObject({ id }), z.null()),
}

export type OpenLine = z.infer<typeof openLine>
