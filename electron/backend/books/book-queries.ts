import { randomBytes } from 'node:crypto'
import type { BookPractices, BookRules, BookSettings } from '../../../shared/contract/books.ts'
import { type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { moduleCodes } from '../../../shared/domain/modules.ts'
import { presetCodes } from '../../../shared/domain/presets.ts'
import type { NewRow, Row } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { bookId } from './book-table.ts'

/** What the open book says of itself. Throws when it has no such row: then it was never made whole. */
export async function bookSettingsOf(db: Reader): Promise<BookSettings> {
  const row = await db.selectFrom('book').selectAll().where('id', '=', bookId).executeTakeFirstOrThrow()
  const used = await db
    .selectFrom('module_use')
    .select('id')
    .where('switched_on', '=', 1)
    .where('deleted_at', 'is', null)
    .execute()
  const isOn = new Set(used.map(({ id }) => id))
  return {
    ...rowToRules(row),
    preset: presetCodes.find((code) => code === row.preset) ?? null,
    modules: moduleCodes.filter((code) => isOn.has(code)),
  }
}

/** The day on which this book was begun; null where it is not known, as on a computer that joined later. */
export async function bookBeganOn(db: Reader): Promise<Day | null> {
  // Always the first: looking for it further on would read the whole journal of a computer that joined, at every start.
  const first = await db.selectFrom('action').select(['kind', 'at']).orderBy('seq').limit(1).executeTakeFirst()
  return first?.kind === 'bookCreated' ? dayOfClock(new Date(first.at)) : null
}

/** What keys the ids and signatures of this book, hexadecimal. */
export async function bookSecretOf(db: Reader): Promise<string> {
  const { bank_secret } = await db
    .selectFrom('book')
    .select('bank_secret')
    .where('id', '=', bookId)
    .executeTakeFirstOrThrow()
  if (bank_secret === null) throw new Error('the book has no secret')
  return bank_secret
}

export async function insertBook(tx: Transaction, { preset, modules, ...rules }: BookSettings): Promise<void> {
  await tx
    .insertInto('book')
    .values({ ...rulesToRow(rules), preset, bank_secret: randomBytes(32).toString('hex') })
    .execute()
  if (modules.length > 0)
    await tx
      .insertInto('module_use')
      .values(modules.map((id) => ({ id, switched_on: 1 })))
      .execute()
}

export async function updateBook(tx: Transaction, rules: BookRules): Promise<void> {
  await updateRow(tx, rulesToRow(rules))
}

/** Switches on what is named and off what is not. */
export async function setPractices(tx: Transaction, { preset, modules }: BookPractices): Promise<void> {
  await updateRow(tx, { preset })
  const present = await tx.selectFrom('module_use').selectAll().execute()
  for (const code of moduleCodes) {
    const isWanted = modules.includes(code)
    const row = present.find(({ id }) => id === code)
    if (!row && isWanted) await tx.insertInto('module_use').values({ id: code, switched_on: 1 }).execute()
    const isOn = row?.switched_on === 1 && row.deleted_at === null
    if (row && isOn !== isWanted)
      await tx
        .updateTable('module_use')
        .set({ switched_on: isWanted ? 1 : 0, deleted_at: null })
        .where('id', '=', code)
        .execute()
  }
}

async function updateRow(tx: Transaction, values: Partial<NewRow<'book'>>): Promise<void> {
  const { numUpdatedRows } = await tx.updateTable('book').set(values).where('id', '=', bookId).executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new Error(`the book has ${numUpdatedRows} rows of settings`)
}

function rowToRules(row: Row<'book'>): BookRules {
  return {
    name: row.name,
    kind: row.kind,
    rolePattern: row.role_pattern,
    minGatheringsPerYear: row.min_gatherings_per_year,
    duesEnabled: row.dues_enabled === 1,
    accountingStart: row.accounting_start,
  }
}

function rulesToRow(rules: BookRules): NewRow<'book'> {
  return {
    id: bookId,
    name: rules.name,
    kind: rules.kind,
    role_pattern: rules.rolePattern,
    min_gatherings_per_year: rules.minGatheringsPerYear,
    dues_enabled: rules.duesEnabled ? 1 : 0,
    accounting_start: rules.accountingStart,
  }
}

/** Somebody said that what an older program kept may go. */
export async function stopAsking(tx: Transaction): Promise<void> {
  await tx.updateTable('book').set({ asks_before_letting_go: 0 }).where('id', '=', bookId).execute()
}
