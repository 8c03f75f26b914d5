// The bin: rows with `deleted_at`, 30 days long, unless the ledger still needs them.
import { CompiledQuery } from 'kysely'
import { addDays, type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { trashTables } from '../../../shared/domain/trash-tables.ts'
import type { TableName } from '../database/schema.ts'
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
    const rows = await db
      .selectFrom(table as 'person') // every one of these tables has both columns
      .select(['id', 'deleted_at'])
      .where('deleted_at', 'is not', null)
      .execute()
    const ids = rows.map(({ id }) => id)
    const names = await recordNames(db, table, ids)
    const kept = await neededByLedger(db, table, ids)
    const skipped = table === 'gathering' ? await skippedDays(db) : new Map<string, Day>()
    for (const { id, deleted_at } of rows) {
      const usual = addDays(dayOfClock(new Date(deleted_at ?? '')), daysInTrash)
      const skippedDay = skipped.get(id)
      const goesOn = skippedDay === undefined || skippedDay < usual ? usual : addDays(skippedDay, 1)
      items.push({
        table,
        id,
        name: names.get(id) ?? null,
        deletedAt: deleted_at ?? '',
        goesOn: kept.has(id) ? null : goesOn,
      })
    }
  }
  return items.sort((a, b) => b.deletedAt.localeCompare(a.deletedAt))
}

/** The days on which a series would meet, had somebody not thrown that meeting away. */
async function skippedDays(db: Reader): Promise<ReadonlyMap<string, Day>> {
  const rows = await db
    .selectFrom('gathering')
    .select(['id', 'series_day'])
    .where('deleted_at', 'is not', null)
    .where('series_day', 'is not', null)
    .execute()
  return new Map(rows.flatMap(({ id, series_day }) => (series_day === null ? [] : [[id, series_day] as const])))
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
