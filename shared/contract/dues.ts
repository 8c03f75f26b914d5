// Dues: plans and agreements, the run that raises dues, payments and what they pay. Amounts are whole cents, periods half-open.
import { z } from 'zod'
import { paymentMethods, reductionKinds } from '../domain/dues-schedule.ts'
import { dueStates } from '../domain/dues-status.ts'
import { largestAmount } from '../domain/money.ts'
import { amount, day, id, interval, optionalWords } from './fields.ts'
import { command, query } from './method.ts'

export const dueKinds = ['dues', 'opening'] as const
export const waiverReasons = ['hardship', 'deceased', 'board', 'uncollectable', 'other'] as const
const paymentReversalReasons = ['bounced', 'mistake', 'double'] as const

/** Who pays: one person, or a household together. */
export const payer = z.strictObject({ kind: z.enum(['person', 'household']), id })

/** A payer as it is shown: the people it pays for and where they live. */
export const payerView = z.object({
  kind: z.enum(['person', 'household']),
  id: z.string(),
  people: z.array(z.object({ id: z.string(), given: z.string(), family: z.string() })),
  /** Street and number; null when unknown. */
  address: z.string().nullable(),
})

const reduction = z.strictObject({
  kind: z.enum(reductionKinds),
  /** amount: cents off each amount of the plan; percent: 1 to 100; exempt: 0. */
  value: z.int().min(0).max(largestAmount),
  reason: optionalWords(200),
  /** First day without it; null = stays. */
  until: day.nullable(),
})

const terms = {
  planId: id,
  intervalMonths: interval,
  /** A day on which a period begins; null = with the calendar year, or by the month with the first whole month. */
  anchorDay: day.nullable(),
  /** null = the household the member lives in. */
  payer: payer.nullable(),
  reduction: reduction.nullable(),
  method: z.enum(paymentMethods),
}

const openMonth = z.object({ start: z.string(), cents: z.number() })

const status = z.object({
  /** First day not paid for; null when nothing was ever due. Money that is left counts for months to come. */
  paidUntil: z.string().nullable(),
  /** First day of the first period that was ever asked; null when nothing was. */
  firstDueStart: z.string().nullable(),
  /** Something of what was asked was paid or waived, if only part of a month. */
  isBegun: z.boolean(),
  openCents: z.number(),
  /** The part of it that is an opening balance. */
  openingCents: z.number(),
  openMonths: z.array(openMonth),
  /** Money of the payer that pays nothing yet; below zero the payer owes it. */
  creditCents: z.number(),
  /** How many months to come that money pays for. */
  aheadMonths: z.number(),
})

const agreement = z.object({
  id: z.string(),
  membershipId: z.string(),
  planId: z.string(),
  planName: z.string(),
  intervalMonths: interval,
  anchorDay: z.string(),
  payer: payerView,
  reduction: z
    .object({
      kind: z.enum(reductionKinds),
      value: z.number(),
      reason: z.string().nullable(),
      until: z.string().nullable(),
    })
    .nullable(),
  method: z.enum(paymentMethods),
  fromDay: z.string(),
  untilDay: z.string().nullable(),
  /** What it comes to now after the reduction, for so many months. */
  rateCents: z.number(),
  rateMonths: interval,
})

const payment = z.object({
  id: z.string(),
  day: z.string(),
  cents: z.number(),
  method: z.enum(paymentMethods),
  payer: payerView,
  note: z.string().nullable(),
  /** What it pays for now. */
  allocatedCents: z.number(),
  /** Of what pays nothing: what was given back. */
  refundedCents: z.number(),
  /** Of what pays nothing: what makes good what was given back and then taken back by the bank. */
  madeGoodCents: z.number(),
  state: z.enum(['counts', 'reversed']),
  reason: z.string().nullable(),
})

const due = z.object({
  id: z.string(),
  kind: z.enum(dueKinds),
  periodStart: z.string(),
  periodEnd: z.string(),
  amountCents: z.number(),
  paidCents: z.number(),
  waivedCents: z.number(),
  openCents: z.number(),
  state: z.enum(dueStates),
  months: z.array(openMonth),
  paidBy: z.array(z.object({ paymentId: z.string(), day: z.string(), cents: z.number() })),
})

const paymentLine = z.object({
  personId: z.string(),
  name: z.string(),
  openingCents: z.number(),
  months: z.array(openMonth.extend({ ahead: z.boolean(), whole: z.boolean() })),
  cents: z.number(),
})

const chosenParts = z.array(z.strictObject({ dueId: id, cents: amount })).max(500)

const runSummary = z.object({
  added: z.object({ count: z.number(), cents: z.number() }),
  reversed: z.object({ count: z.number(), cents: z.number() }),
  /** Credit that pays dues now. */
  allocated: z.object({ count: z.number(), cents: z.number() }),
  /** Paid for dues that go, and for nothing that is open now: it becomes credit. */
  freedCents: z.number(),
  /** People whose dues change. */
  people: z.number(),
  /** First and last day on which an added due begins; null when none. */
  from: z.string().nullable(),
  to: z.string().nullable(),
})

export const dues = {
  /** The whole of it: three sums over a year, and who has something open, longest behind first. */
  overview: query(
    z.strictObject({ limit: z.int().min(1).max(20_000) }),
    z.object({
      today: z.string(),
      year: z.number(),
      /** What nobody has to pay any more does not count. */
      expectedCents: z.number(),
      receivedCents: z.number(),
      openCents: z.number(),
      /** Open of earlier years. */
      olderCents: z.number(),
      creditCents: z.number(),
      /** Who owes what was given back, because the bank took it back as well. */
      owedBack: z.array(z.object({ payer: payerView, cents: z.number() })),
      payers: z.array(
        z.object({
          payer: payerView,
          paidUntil: z.string().nullable(),
          openCents: z.number(),
          creditCents: z.number(),
          months: z.array(z.string()),
          openingCents: z.number(),
        }),
      ),
      payerCount: z.number(),
      /** Payers with an agreement that holds today and nothing open. */
      settledCount: z.number(),
      /** First day that is not paid for, when it is the same for all of them; else null. */
      settledUntil: z.string().nullable(),
      /** First day of the last month that was asked of everybody who pays now; null when nothing was ever asked. */
      raisedTo: z.string().nullable(),
      agreementCount: z.number(),
      planCount: z.number(),
    }),
  ),
  previewRun: query(z.strictObject({}), runSummary),
  /** Adds missing dues, reverses wrong ones, and lets credit pay; doing it twice changes nothing. */
  run: command(z.strictObject({}), runSummary),

  /** Everything about one person's dues. */
  person: query(
    z.strictObject({ personId: id }),
    z.object({
      enabled: z.boolean(),
      status,
      /** The agreement that holds today or begins later. */
      agreement: agreement.nullable(),
      earlier: z.array(agreement),
      /** The membership that an agreement can be made for. */
      membership: z.object({ id: z.string(), fromDay: z.string() }).nullable(),
      /** Where the person lives. */
      household: z.object({ id: z.string() }),
      /** Who pays now, or would when nothing else is agreed. */
      payer: payerView,
      /** What an agreement can name as payer. */
      payerChoices: z.array(payerView),
      dues: z.array(due),
      payments: z.array(payment),
    }),
  ),
  payments: query(
    z.strictObject({ find: z.string().max(80), limit: z.int().min(1).max(20_000) }),
    z.object({ rows: z.array(payment), total: z.number() }),
  ),
  /** People to choose a payer from, by name or street. */
  findPayers: query(
    z.strictObject({ find: z.string().max(80) }),
    z.array(z.object({ personId: z.string(), name: z.string(), address: z.string().nullable(), payer: payerView })),
  ),

  /** What an amount would pay, and what is then true; nothing is written. */
  previewPayment: query(
    z.strictObject({
      payer,
      amountCents: z.int().min(0).max(largestAmount),
      day: day.nullable(),
      parts: chosenParts.nullable(),
    }),
    z.object({
      payer: payerView,
      openCents: z.number(),
      creditCents: z.number(),
      /** What the payer owes because it was given back and taken back by the bank: how much of the amount goes to it, and what is left. */
      owedBack: z.object({ paidCents: z.number(), leftCents: z.number() }),
      lines: z.array(paymentLine),
      /** Months that are wholly paid by it, and what one costs when they all cost the same. */
      wholeMonths: z.number(),
      monthCents: z.number().nullable(),
      /** Pays whole months, with nothing left over. */
      fits: z.boolean(),
      /** Left over as credit, after the months to come that it covers. */
      restCents: z.number(),
      after: z.array(
        z.object({ personId: z.string(), name: z.string(), paidUntil: z.string().nullable(), openCents: z.number() }),
      ),
      /** What is open, to divide otherwise. */
      open: z.array(
        z.object({
          dueId: z.string(),
          personId: z.string(),
          name: z.string(),
          kind: z.enum(dueKinds),
          periodStart: z.string(),
          periodEnd: z.string(),
          openCents: z.number(),
        }),
      ),
      /** The same amount of the same payer on the same day was written down before. */
      looksDouble: z.boolean(),
      /** Day close by on which the bank brought the same amount of the same payer: written down as a transfer it would count twice. */
      byBankOn: z.string().nullable(),
    }),
  ),
  recordPayment: command(
    z.strictObject({
      payer,
      amountCents: amount,
      day,
      method: z.enum(paymentMethods),
      note: optionalWords(500),
      /** null = oldest first. */
      parts: chosenParts.nullable(),
      /** The user said that it is another payment than the one that looks the same. */
      notDouble: z.boolean(),
    }),
    z.object({ id: z.string(), allocatedCents: z.number(), restCents: z.number() }),
  ),
  /** Takes a payment back (bounced, mistake, twice); what it paid is open again. */
  reversePayment: command(
    z.strictObject({ paymentId: id, reason: z.enum(paymentReversalReasons) }),
    z.object({ openAgainCents: z.number() }),
  ),
  /** The money of this payment no longer pays this due; it becomes credit. */
  reverseAllocation: command(z.strictObject({ paymentId: id, dueId: id }), z.object({ cents: z.number() })),
  /** Gives credit back. */
  refund: command(
    z.strictObject({ payer, amountCents: amount, day, method: z.enum(paymentMethods), note: optionalWords(500) }),
    z.object({ id: z.string() }),
  ),
  /** What a payer owes of what was given back does not come any more; `note` stands with it in the books. */
  writeOffOwedBack: command(
    z.strictObject({ payer, note: z.string().trim().min(1).max(500) }),
    z.object({ cents: z.number() }),
  ),
  /** Somebody need not pay a due, or `amountCents` of it. */
  waive: command(
    z.strictObject({ dueId: id, amountCents: amount.nullable(), reason: z.enum(waiverReasons) }),
    z.object({ cents: z.number() }),
  ),
  reverseWaiver: command(z.strictObject({ dueId: id }), z.object({ cents: z.number() })),
  /** A debt from before this book kept dues, as one line. */
  addOpeningBalance: command(z.strictObject({ personId: id, amountCents: amount, day }), z.object({ id: z.string() })),
  reverseOpeningBalance: command(z.strictObject({ dueId: id }), z.null()),

  plans: query(
    z.strictObject({}),
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        /** Agreements that hold today. */
        agreements: z.number(),
        /** What it asks today, for so many months; its rates are for as many. */
        rateCents: z.number(),
        rateMonths: interval,
        rates: z.array(z.object({ id: z.string(), amountCents: z.number(), validFrom: z.string() })),
      }),
    ),
  ),
  addPlan: command(
    z.strictObject({
      name: z.string().trim().min(1).max(80),
      amountCents: z.int().min(0).max(largestAmount),
      /** For how many months every amount of it is; stays so. */
      rateMonths: interval.default(1),
      validFrom: day,
    }),
    z.object({ id: z.string() }),
  ),
  renamePlan: command(z.strictObject({ planId: id, name: z.string().trim().min(1).max(80) }), z.null()),
  removePlan: command(z.strictObject({ planId: id }), z.null()),
  /** A rate from a day on; on a day that has one already it takes its place. */
  setRate: command(
    z.strictObject({ planId: id, amountCents: z.int().min(0).max(largestAmount), validFrom: day }),
    z.null(),
  ),
  removeRate: command(z.strictObject({ rateId: id }), z.null()),

  /** Makes the agreement of a member from a day on; one that still held ends on that day. */
  agree: command(z.strictObject({ personId: id, fromDay: day, ...terms }), z.object({ id: z.string() })),
  /** Members with whom nothing is agreed, by name; `from` is the day dues begin in this book. */
  withoutAgreement: query(
    z.strictObject({}),
    z.object({ people: z.array(z.object({ personId: z.string(), name: z.string() })), from: z.string().nullable() }),
  ),
  /** Agrees with these of them, each from the day they joined at the earliest; as one action. Nobody who was not shown is among them. */
  agreeWithAll: command(
    z.strictObject({
      planId: id,
      intervalMonths: terms.intervalMonths,
      anchorDay: terms.anchorDay.default(null),
      method: terms.method,
      fromDay: day,
      personIds: z.array(id).max(20_000),
    }),
    z.object({ count: z.number() }),
  ),
  /** From this day on the member pays nothing. */
  endAgreement: command(z.strictObject({ personId: id, untilDay: day }), z.null()),
}

export type Payer = z.output<typeof payer>
export type PayerView = z.output<typeof payerView>
export type DuesStatusView = z.output<typeof status>
export type AgreementView = z.output<typeof agreement>
export type DueView = z.output<typeof due>
export type PaymentView = z.output<typeof payment>
export type PersonDues = z.output<typeof dues.person.output>
export type DuesOverview = z.output<typeof dues.overview.output>
export type PaymentPreview = z.output<typeof dues.previewPayment.output>
