// What is past its day now, and letting it go: in its table, in the journal and in the search index.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { newlyExpiringKinds } from '../../../shared/domain/retention.ts'
import { eraseRows } from '../care/erase-care.ts'
import type { Retention, Table } from '../database/declare-table.ts'
import { type TableName, tables } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { idList, rowsOf } from '../dues/rows.ts'
import { wipe } from '../sync/merge/erase-rows.ts'
import { forgetOldValues } from '../sync/merge/write-heard.ts'
import { emptiedColumns, retentionRules, type WayOfGoing } from './retention-rules.ts'

export interface PastRow {
  readonly table: TableName
  readonly id: string
  readonly retention: Retention
  readonly goneOn: Day
}

/** Rows that still hold something they may hold no longer on `day`. */
export async function pastRows(db: Reader, goes: WayOfGoing, day: Day): Promise<PastRow[]> {
  const found: PastRow[] = []
  for (const { table, retention, goneOn, holds } of rulesThatGo(goes)) {
    const rows = await rowsOf<{ id: string; goneOn: Day }>(
      db,
      `SELECT id, goneOn FROM (SELECT id, ${goneOn} AS goneOn FROM ${table} WHERE ${holds}) WHERE goneOn <= ?1`,
      [day],
    )
    found.push(...rows.map((row) => ({ ...row, table, retention })))
  }
  return found
}

/** What an older program promised nothing of waits in its book until somebody said that it may go. */
export async function asksBeforeLettingGo(db: Reader): Promise<boolean> {
  const book = await db.selectFrom('book').select('asks_before_letting_go').executeTakeFirst()
  return book?.asks_before_letting_go === 1
}

export const isAskedAbout = ({ retention }: Pick<PastRow, 'retention'>): boolean =>
  newlyExpiringKinds.some((kind) => kind === retention)

/** Inside an erasure. */
export async function letGo(tx: Transaction, rows: readonly PastRow[], at: string): Promise<void> {
  const gone: PastRow[] = []
  for (const [key, ofTable] of Map.groupBy(rows, ({ table, retention }) => `${table} ${retention}`)) {
    const [first] = ofTable
    if (!first) throw new Error(`no rows of ${key}`)
    const { table, retention } = first
    const columns = emptiedColumns(table, retention)
    if (columns === undefined) gone.push(...ofTable)
    else await emptyRows(tx, first, columns, ofTable)
  }
  const ofThisPc = gone.filter(({ table }) => isOfThisPc(table))
  for (const { table, id } of ofThisPc) {
    await rowsOf(tx, `DELETE FROM ${table} WHERE id = ?1`, [id])
    await forgetOldValues(tx, table, [id])
  }
  await eraseRows(
    tx,
    gone.filter(({ table }) => !isOfThisPc(table)),
    at,
  )
}

/** No other computer has to hear that they are gone. */
function isOfThisPc(name: TableName): boolean {
  const table: Table = tables[name]
  return table.class === 'local' || table.staysHere === true
}

async function emptyRows(
  tx: Transaction,
  { table, retention }: PastRow,
  columns: readonly string[],
  rows: readonly PastRow[],
): Promise<void> {
  const ids = rows.map(({ id }) => id)
  const closes = retentionRules[retention].tables[table]?.closes
  if (closes)
    await rowsOf(tx, `UPDATE ${table} SET ${closes} AND id IN (SELECT value FROM json_each(?1))`, [idList(ids)])
  await wipe(tx, tables[table], ids, Object.fromEntries(columns.map((name) => [name, emptyValue(table, name)])))
}

function rulesThatGo(goes: WayOfGoing) {
  const codes = Object.keys(retentionRules) as Retention[] // the keys are retentions by their type
  return codes
    .filter((retention) => retentionRules[retention].goes === goes)
    .flatMap((retention) =>
      Object.entries(retentionRules[retention].tables).map(([name, { goneOn }]) => {
        const table = name as TableName // a key of that very object
        const columns = emptiedColumns(table, retention)
        const left = columns?.map((column) => `${column} IS NOT ${literal(emptyValue(table, column))}`)
        return { table, retention, goneOn, holds: left ? `(${left.join(' OR ')})` : 'true' }
      }),
    )
}

function emptyValue(table: TableName, name: string): '' | null {
  const column = Object.entries(tables[table].columns).find(([each]) => each === name)?.[1]
  if (column?.nullable) return null
  if (column?.type === 'TEXT' && !column.check) return ''
  throw new Error(`${table}.${name} cannot be empty`)
}

const literal = (value: '' | null) => (value === null ? 'NULL' : `''`)
