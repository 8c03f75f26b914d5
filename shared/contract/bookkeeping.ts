// The treasurer's books beside the dues: the cash box, other income and expenses, and the year. Amounts are whole cents.
import { z } from 'zod'
import { categoryKinds } from '../domain/booking-category.ts'
import { largestAmount } from '../domain/money.ts'
import { amount, day, id, interval, optionalWords } from './fields.ts'
import { command, query } from './method.ts'

const year = z.int().min(1900).max(9999)
/** An account, or null for the cash box. */
const place = id.nullable()

const category = z.object({
  id: z.string(),
  kind: z.enum(categoryKinds),
  /** null: the app's own words for it. */
  name: z.string().nullable(),
  isHidden: z.boolean(),
})

const account = z.object({ id: z.string(), name: z.string() })

const payer = z.object({
  kind: z.enum(['person', 'household']),
  id: z.string(),
  people: z.array(z.object({ id: z.string(), given: z.string(), family: z.string() })),
  address: z.string().nullable(),
})

const cashLine = z.object({
  id: z.string(),
  origin: z.enum(['payment', 'booking']),
  day: z.string(),
  /** Of the receipt; without gaps in a year. */
  number: z.number(),
  cents: z.number(),
  kind: z.enum(['dues', 'entry', 'transfer', 'opening']),
  categoryId: z.string().nullable(),
  payer: payer.nullable(),
  text: z.string().nullable(),
  /** The line it takes back. */
  reversesId: z.string().nullable(),
  isReversed: z.boolean(),
  /** The difference found at a count. */
  fromCount: z.boolean(),
  /** What was in the box after it. */
  balanceCents: z.number(),
})

const cashLow = z.object({ day: z.string(), cents: z.number() })

const cashCount = z.object({
  id: z.string(),
  day: z.string(),
  countedCents: z.number(),
  countedBy: z.string().nullable(),
  /** What the book said of that day when it was counted. */
  expectedCents: z.number(),
  /** What it says of that day now. */
  nowCents: z.number(),
  isAccepted: z.boolean(),
})

const accountBooking = z.object({
  id: z.string(),
  day: z.string(),
  cents: z.number(),
  kind: z.enum(['entry', 'transfer', 'opening']),
  categoryId: z.string().nullable(),
  accountId: z.string(),
  source: z.enum(['bank', 'memo']),
  text: z.string().nullable(),
  reversesId: z.string().nullable(),
  isReversed: z.boolean(),
})

const position = z.object({
  cashCents: z.number(),
  /** Money between own accounts of which one side is not written down yet. */
  onItsWayCents: z.number(),
  receivableCents: z.number(),
  prepaidCents: z.number(),
  /** What payers owe because it was given back, and then taken back by the bank as well. */
  owedBackCents: z.number(),
  /** What is owned, less what was paid ahead. */
  capitalCents: z.number(),
})

const resultLine = z.object({
  /** `dues` stands for the dues themselves. */
  categoryId: z.string(),
  name: z.string().nullable(),
  kind: z.enum(categoryKinds),
  cents: z.number(),
  lastYearCents: z.number(),
  budgetCents: z.number().nullable(),
})

const yearReport = z.object({
  today: z.string(),
  year: z.number(),
  years: z.array(z.number()),
  /** The last day that counts: today while the year is going on. */
  endDay: z.string(),
  isOver: z.boolean(),
  isClosed: z.boolean(),
  /** false: since it was closed something came in from another computer. */
  isAsClosed: z.boolean(),
  /** The year that can be closed next; null while none is over. */
  toClose: z.number().nullable(),
  accounts: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      beginCents: z.number(),
      endCents: z.number(),
      /** By the bank's own last statement. */
      bankSaysCents: z.number().nullable(),
    }),
  ),
  begin: position,
  end: position,
  broughtInCents: z.number(),
  lines: z.array(resultLine),
  resultCents: z.number(),
  lastYearResultCents: z.number(),
  dues: z.object({
    lines: z.array(
      z.object({
        planName: z.string().nullable(),
        rateCents: z.number(),
        rateMonths: interval,
        people: z.number(),
        months: z.number(),
        cents: z.number(),
      }),
    ),
    waivedCents: z.number(),
    waivedEarlierCents: z.number(),
    cents: z.number(),
  }),
  openByAge: z.array(
    z.object({ age: z.enum(['threeMonths', 'year', 'twoYears', 'older']), people: z.number(), cents: z.number() }),
  ),
  toDo: z.object({ duesToRun: z.number(), bankLines: z.number(), cashCountedOn: z.string().nullable() }),
})

export const bookkeeping = {
  categories: query(z.strictObject({}), z.array(category)),
  addCategory: command(
    z.strictObject({ kind: z.enum(categoryKinds), name: z.string().trim().min(1).max(60) }),
    z.object({ id: z.string() }),
  ),
  changeCategory: command(
    z.strictObject({
      id,
      name: z.string().trim().min(1).max(60).optional(),
      isHidden: z.boolean().optional(),
    }),
    z.null(),
  ),

  /** The cash box over a year, and what else was written down on the accounts. */
  cash: query(
    z.strictObject({ year: year.nullable() }),
    z.object({
      today: z.string(),
      year: z.number(),
      /** Years with money in them, newest first. */
      years: z.array(z.number()),
      isClosed: z.boolean(),
      /** What was in the box when the year began. */
      openingCents: z.number(),
      balanceCents: z.number(),
      /** The first day at the end of which there is less than nothing in it: something is missing, or was written down wrongly. */
      belowZero: cashLow.nullable(),
      /** By day. */
      lines: z.array(cashLine),
      counts: z.array(cashCount),
      /** Newest first. */
      accountBookings: z.array(accountBooking),
      categories: z.array(category),
      accounts: z.array(account),
    }),
  ),
  /** What the book says is in the cash box at the end of a day, and the least there is at the end of that or a later day. */
  cashOn: query(z.strictObject({ day }), z.object({ cents: z.number(), lowest: cashLow })),
  /** Money that came in or went out and is no dues. */
  addBooking: command(
    z.strictObject({
      day,
      direction: z.enum(['in', 'out']),
      amountCents: amount,
      categoryId: id,
      place,
      text: optionalWords(300),
    }),
    z.object({ id: z.string() }),
  ),
  /** Money brought to the bank, fetched from it, or moved between own accounts. */
  addTransfer: command(
    z.strictObject({
      day,
      amountCents: amount,
      from: place,
      to: place,
      text: optionalWords(300),
      /** The side of the account comes with the line of a bank file. */
      awaitBankFile: z.boolean(),
    }),
    z.null(),
  ),
  /** What was in the cash box when the books began. */
  setCashOpening: command(z.strictObject({ day, amountCents: z.int().min(0).max(largestAmount) }), z.null()),
  countCash: command(
    z.strictObject({
      day,
      countedCents: z.int().min(0).max(largestAmount),
      countedBy: z.string().trim().min(1).max(80),
      /** Writes the difference down, so that the book says what is in the box. */
      acceptDifference: z.boolean(),
    }),
    z.object({ differenceCents: z.number() }),
  ),
  reverseBooking: command(z.strictObject({ bookingId: id, reason: z.enum(['mistake', 'double']) }), z.null()),

  /** The year on one page; null = this year. */
  year: query(z.strictObject({ year: year.nullable() }), yearReport),
  /** Per category what is expected; null takes it away. */
  setBudget: command(
    z.strictObject({
      year,
      lines: z.array(z.strictObject({ categoryId: id, cents: z.int().min(0).max(largestAmount).nullable() })).max(200),
    }),
    z.null(),
  ),
  /** The year takes no row any more; taken back by undoing it while no later year is closed. */
  closeYear: command(z.strictObject({ year }), z.null()),
  /** Whether every row of the ledger is still as it was written, and how many there are. */
  checkBooks: query(z.strictObject({}), z.object({ isWhole: z.boolean(), rows: z.number() })),
  /** Makes the zip for the kascommissie and gives the handle to fetch it with. */
  makePack: command(
    z.strictObject({ year }),
    z.object({
      file: z.string(),
      name: z.string(),
      /** false: nothing here can make a PDF, so the report is a web page. */
      isPdf: z.boolean(),
      /** Files of the bank that cannot be opened on this computer. */
      missing: z.array(z.string()),
    }),
  ),
}

export type YearReport = z.output<typeof yearReport>
export type ResultLine = z.output<typeof resultLine>
export type CashBook = z.output<typeof bookkeeping.cash.output>
export type CashLineView = z.output<typeof cashLine>
export type CashCountView = z.output<typeof cashCount>
export type AccountBookingView = z.output<typeof accountBooking>
export type CategoryView = z.output<typeof category>
