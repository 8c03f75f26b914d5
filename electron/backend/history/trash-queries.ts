// The bin: rows with `deleted_at`, 30 days long, unless the ledger still needs them.
import { CompiledQuery } from 'kysely'
import { addDays, type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { trashTables } from '../../../shared/domain/trash-tables.ts'
import { type TableName, tableNamed } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { referencesTo } from '../journal/references.ts'
import { recordNames } from './record-names.ts'

export const daysInTrash = 30

export interface TrashItem {
  readonly table: (typeof trashTables)[number]
  readonly id: string
  readonly name: string | null
  /** ISO instant. */
  readonly deletedAt: string
  /** Day it may go for good; null while the ledger needs it. */
  readonly goesOn: string | null
}

export async function trashItems(db: Reader): Promise<TrashItem[]> {
  const items: TrashItem[] = []
  for (const table of trashTables) {
    const rows = await binOf(db, table)
    const ids = rows.map(({ id }) => id)
    const names = await recordNames(db, table, ids)
    const kept = await neededByLedger(db, table, ids)
    for (const { id, deletedAt, until } of rows) {
      const usual = addDays(dayOfClock(new Date(deletedAt)), daysInTrash)
      const goesOn = until === null || until < usual ? usual : addDays(until, 1)
      items.push({ table, id, name: names.get(id) ?? null, deletedAt, goesOn: kept.has(id) ? null : goesOn })
    }
  }
  return items.sort((a, b) => b.deletedAt.localeCompare(a.deletedAt))
}

/** What of a table lies in the bin, and the day until which it stays there whatever the time. */
async function binOf(db: Reader, table: TrashItem['table']) {
  const until = tableNamed(table)?.inBinUntil ?? 'NULL'
  const { rows } = await db.executeQuery<{ id: string; deletedAt: string; until: Day | null }>(
    CompiledQuery.raw(
      `SELECT id, deleted_at AS deletedAt, ${until} AS until FROM ${table} WHERE deleted_at IS NOT NULL`,
    ),
  )
  return rows
}

/** Which of these rows are named by ledger rows: money keeps its person for seven years. */
async function neededByLedger(db: Reader, table: TableName, ids: readonly string[]): Promise<Set<string>> {
  const needed = new Set<string>()
  for (const { table: other, column } of referencesTo(table)) {
    if (other.class !== 'fact') continue
    const query = `SELECT DISTINCT ${column} AS id FROM ${other.name} WHERE ${column} IN (SELECT value FROM json_each(?))`
    const { rows } = await db.executeQuery<{ id: string }>(CompiledQuery.raw(query, [JSON.stringify(ids)]))
    for (const { id } of rows) needed.add(id)
  }
  return needed
}
