import type { bookkeeping } from '../../../shared/contract/bookkeeping.ts'
import { yearOf } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { chainEnds, checkChain } from '../ledger-chain/check-chain.ts'
import { cashBook } from './cash-book.ts'
import { cashOn, lowestCashFrom } from './cash-queries.ts'
import { bookingCategories } from './category-queries.ts'
import { addCategory, changeCategory } from './change-category.ts'
import { closeYear, setBudget } from './close-year.ts'
import { countCash } from './count-cash.ts'
import { makePack } from './make-pack.ts'
import { addBooking, addTransfer, reverseBooking, setCashOpening } from './record-booking.ts'
import { yearReport } from './year-report.ts'

export const bookkeepingHandlers: HandlersOf<typeof bookkeeping, BookContext> = {
  categories: (_input, { db }) => bookingCategories(db),
  addCategory: (input, context) => addCategory(context, input.kind, input.name),
  changeCategory: async ({ id, ...wish }, context) => {
    await changeCategory(context, id, wish)
    return null
  },
  cash: (input, context) => cashBook(context, input.year ?? yearOf(context.today())),
  cashOn: async (input, { db }) => ({
    cents: await cashOn(db, input.day),
    lowest: await lowestCashFrom(db, input.day),
  }),
  addBooking: (input, context) => addBooking(context, input),
  addTransfer: async (input, context) => {
    await addTransfer(context, input)
    return null
  },
  setCashOpening: async (input, context) => {
    await setCashOpening(context, input.day, input.amountCents)
    return null
  },
  countCash: (input, context) => countCash(context, input),
  reverseBooking: async (input, context) => {
    await reverseBooking(context, input.bookingId, input.reason)
    return null
  },
  year: (input, { db, today }) => yearReport(db, input.year ?? yearOf(today()), today()),
  setBudget: async (input, context) => {
    await setBudget(context, input.year, input.lines)
    return null
  },
  closeYear: async (input, context) => {
    await closeYear(context, input.year)
    return null
  },
  checkBooks: async (_input, { db }) => ({
    isWhole: (await checkChain(db)) === null,
    rows: (await chainEnds(db)).reduce((sum, { place }) => sum + place, 0),
  }),
  makePack: (input, context) => makePack(context, input.year),
}
