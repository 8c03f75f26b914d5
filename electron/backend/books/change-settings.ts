import type { BookSettings } from '../../../shared/contract/books.ts'
import type { BookContext } from '../context.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { bookSettingsOf, updateBook } from './book-queries.ts'
import { bookId } from './book-table.ts'

/** Writes down what the association decided. @throws RuleBroken `badInput` when dues have no first day */
export async function changeSettings(settings: BookSettings, context: BookContext): Promise<BookSettings> {
  checkSettings(settings)
  await write(context, { kind: 'bookChanged', subject: { table: 'book', id: bookId } }, (tx) =>
    updateBook(tx, settings),
  )
  return bookSettingsOf(context.db)
}

/** Dues without a first day would be asked from the beginning of time. */
export function checkSettings(settings: BookSettings): void {
  if (settings.duesEnabled && settings.accountingStart === null)
    throw new RuleBroken('badInput', { field: 'accountingStart' })
}
