// A book with dues, accounts and a cash box, and its database beside it: for tests of the treasurer's books.
import { write } from '../../electron/backend/database/write.ts'
import type { Day } from '../../shared/domain/calendar-date.ts'
import { type DuesSteps, duesSteps } from './dues-book.ts'
import { type OpenTestBook, openTestBook } from './open-book.ts'

export interface MoneyBook extends OpenTestBook, DuesSteps {
  /** An account at the bank with `cents` on it at the end of the day before `openingDay`. */
  readonly anAccount: (name?: string, opening?: { openingDay: Day; cents: number }) => Promise<string>
  readonly receive: (cents: number, booking?: Partial<Booking>) => Promise<string>
  readonly spend: (cents: number, booking?: Partial<Booking>) => Promise<string>
  readonly undoLast: () => Promise<void>
}

type Booking = Parameters<OpenTestBook['api']['bookkeeping']['addBooking']>[0]

/** Today is 23 November 2026; dues are kept from 1 January 2026. */
export async function openMoneyBook(options: { today?: Day } = {}): Promise<MoneyBook> {
  const book = await openTestBook(options)
  const { api, context } = book
  const addBooking = async (booking: Partial<Booking> & Pick<Booking, 'amountCents' | 'direction' | 'categoryId'>) =>
    (await api.bookkeeping.addBooking({ day: '2026-11-02', place: null, text: 'Barbecue', ...booking })).id
  let accounts = 0
  return {
    ...book,
    ...duesSteps(api),
    async anAccount(name = 'Betaalrekening', opening) {
      const id = context.newId()
      await write(context, { kind: 'bookChanged' }, (tx) =>
        tx
          .insertInto('bank_account')
          .values({
            id,
            name,
            iban: `NL${10 + ++accounts}TEST0123456789`,
            holder: 'Stadsdorp Oosterweide',
            is_main: accounts === 1 ? 1 : 0,
            opening_day: opening?.openingDay ?? null,
            opening_cents: opening?.cents ?? null,
            notice_days: 14,
            pain_version: '08',
            deleted_at: null,
          })
          .execute(),
      )
      return id
    },
    receive: (amountCents, booking) => addBooking({ amountCents, direction: 'in', categoryId: 'gift', ...booking }),
    spend: (amountCents, booking) => addBooking({ amountCents, direction: 'out', categoryId: 'activity', ...booking }),
    async undoLast() {
      const last = await api.history.lastAction({})
      await api.history.undo({ actionId: last?.id ?? '' })
    },
  }
}
