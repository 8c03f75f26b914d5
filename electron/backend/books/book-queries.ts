import { randomBytes } from 'node:crypto'
import type { BookSettings } from '../../../shared/contract/books.ts'
import type { NewRow, Row } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { bookId } from './book-table.ts'

/** What the open book says of itself. Throws when it has no such row: then it was never made whole. */
export async function bookSettingsOf(db: Reader): Promise<BookSettings> {
  const row = await db.selectFrom('book').selectAll().where('id', '=', bookId).executeTakeFirstOrThrow()
  return rowToSettings(row)
}

export async function insertBook(tx: Transaction, settings: BookSettings): Promise<void> {
  await tx
    .insertInto('book')
    .values({ ...settingsToRow(settings), bank_secret: randomBytes(32).toString('hex') })
    .execute()
}

export async function updateBook(tx: Transaction, settings: BookSettings): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('book')
    .set(settingsToRow(settings))
    .where('id', '=', bookId)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error(`the book has ${numUpdatedRows} rows of settings`)
}

function rowToSettings(row: Row<'book'>): BookSettings {
  return {
    name: row.name,
    kind: row.kind,
    rolePattern: row.role_pattern,
    minGatheringsPerYear: row.min_gatherings_per_year,
    duesEnabled: row.dues_enabled === 1,
    accountingStart: row.accounting_start,
  }
}

function settingsToRow(settings: BookSettings): NewRow<'book'> {
  return {
    id: bookId,
    name: settings.name,
    kind: settings.kind,
    role_pattern: settings.rolePattern,
    min_gatherings_per_year: settings.minGatheringsPerYear,
    dues_enabled: settings.duesEnabled ? 1 : 0,
    accounting_start: settings.accountingStart,
  }
}
