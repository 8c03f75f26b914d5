import type { BookSettings } from '../../../shared/contract/books.ts'
import { isIban, plainIban } from '../../../shared/domain/iban.ts'
import type { BookContext } from '../context.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { bookSettingsOf, updateBook } from './book-queries.ts'
import { bookId } from './book-table.ts'

/** Writes down what the association decided. Throws RuleBroken `ibanInvalid`, or `badInput` when dues have no first day. */
export async function changeSettings(wanted: BookSettings, context: BookContext): Promise<BookSettings> {
  const settings = checkSettings(wanted)
  await write(context, { kind: 'bookChanged', subject: { table: 'book', id: bookId } }, (tx) =>
    updateBook(tx, settings),
  )
  return bookSettingsOf(context.db)
}

/** The settings as they are kept; dues without a first day would be asked from the beginning of time. */
export function checkSettings(settings: BookSettings): BookSettings {
  if (settings.duesEnabled && settings.accountingStart === null)
    throw new RuleBroken('badInput', { field: 'accountingStart' })
  const accountIban = settings.accountIban === null ? null : plainIban(settings.accountIban) || null
  if (accountIban !== null && !isIban(accountIban)) throw new RuleBroken('ibanInvalid', { field: 'accountIban' })
  return { ...settings, accountIban, accountName: settings.accountName?.trim() || null }
}
