// Money that is no dues. A booking is a row of the ledger like a payment: ids, cents, days and codes; what somebody wrote with it
// stands beside it.
import { categoryKinds } from '../../../shared/domain/booking-category.ts'
import { declareTable, idOf, integer, oneOf, optionalIdOf, optionalText, text } from '../database/declare-table.ts'

const ledger = {
  class: 'fact',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'legal_obligation', retention: 'ledger_7_years' },
} as const

/** A category the book added, or one of the usual ones that it calls otherwise or does not use. The usual ones need no row. */
export const bookingCategoryTable = declareTable({
  name: 'booking_category',
  class: 'register',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'not_personal', retention: 'ledger_7_years' },
  columns: {
    kind: oneOf(categoryKinds),
    /** null: as the words of the app have it. */
    name: optionalText(),
    is_hidden: integer({ check: '{column} IN (0, 1)' }),
  },
})

/** Money in (above zero) or out of an account or the cash box. */
export const bookingTable = declareTable({
  name: 'booking',
  ...ledger,
  bookedOn: 'day',
  columns: {
    day: text(),
    /** entry: income or an expense. transfer: between own accounts or with the cash box. opening: what was there when the books began. */
    kind: oneOf(['entry', 'transfer', 'opening']),
    category_id: optionalIdOf('booking_category'),
    /** null: the cash box. */
    account_id: optionalIdOf('bank_account'),
    /** What shows that it is true: a line of the bank, a receipt of the cash box, or a note of the treasurer. */
    source: oneOf(['bank', 'cash', 'memo']),
    bank_line_id: optionalText(),
    /** Both sides of a transfer that were written together; of an entry the payment that was written with it. */
    transfer_id: optionalText(),
    /** The cash count whose difference it is. */
    cash_count_id: optionalIdOf('cash_count'),
    reason: optionalText(),
  },
  checks: [
    'amount_cents <> 0',
    "(kind = 'entry') = (category_id IS NOT NULL)",
    "(source = 'bank') = (bank_line_id IS NOT NULL)",
    "(source = 'cash') = (account_id IS NULL)",
  ],
  indexes: [['day'], ['bank_line_id']],
})

/** What it was for, in somebody's own words. Beside the ledger, because it may hold a name and must be erasable. */
export const bookingNoteTable = declareTable({
  name: 'booking_note',
  class: 'register',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'legal_obligation', retention: 'ledger_7_years' },
  columns: { booking_id: idOf('booking'), text: text() },
  indexes: [['booking_id']],
})

/** The cash box was counted; the amount is what was in it. */
export const cashCountTable = declareTable({
  name: 'cash_count',
  ...ledger,
  bookedOn: 'day',
  columns: { day: text(), reason: optionalText() },
  indexes: [['day']],
})

/** Who counted. */
export const cashCountNoteTable = declareTable({
  name: 'cash_count_note',
  class: 'register',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'legal_obligation', retention: 'ledger_7_years' },
  columns: { cash_count_id: idOf('cash_count'), counted_by: text() },
  indexes: [['cash_count_id']],
})
