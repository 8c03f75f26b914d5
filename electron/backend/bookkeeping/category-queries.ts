import type { CategoryKind } from '../../../shared/domain/booking-category.ts'
import { defaultCategories } from '../../../shared/domain/booking-category.ts'
import type { Reader } from '../database/transaction.ts'

export interface BookingCategory {
  readonly id: string
  readonly kind: CategoryKind
  /** null: the app's own words for it, by its id. */
  readonly name: string | null
  readonly isHidden: boolean
}

/** All categories of the book: the usual ones in their order, then its own. */
export async function bookingCategories(db: Reader): Promise<BookingCategory[]> {
  const rows = await db.selectFrom('booking_category').selectAll().where('deleted_at', 'is', null).execute()
  const own = new Map(
    rows.map((row) => [row.id, { id: row.id, kind: row.kind, name: row.name, isHidden: row.is_hidden === 1 }]),
  )
  const usual = defaultCategories.map(
    ({ code, kind }): BookingCategory => own.get(code) ?? { id: code, kind, name: null, isHidden: false },
  )
  const known = new Set(usual.map(({ id }) => id))
  const added = [...own.values()].filter(({ id }) => !known.has(id))
  return [...usual, ...added.sort((a, b) => compareText(a.name ?? '', b.name ?? '') || compareText(a.id, b.id))]
}

export async function categoryById(db: Reader, id: string): Promise<BookingCategory | undefined> {
  return (await bookingCategories(db)).find((category) => category.id === id)
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
