// Gives the rows of a book from before the chain their links, in the order they were written; part of migration 2.
import type BetterSqlite3 from 'better-sqlite3'
import { blocksAfter, endOf, type RowToLink } from './chain-blocks.ts'
import { type LedgerValues, ledgerShape } from './chain-text.ts'

export function chainOldRows(raw: BetterSqlite3.Database, shape = ledgerShape): void {
  const insert = raw.prepare(
    'INSERT INTO ledger_chain (id, device, place, links, rows, hash) VALUES (:id, :device, :place, :links, :rows, :hash)',
  )
  const byDevice = new Map<string, RowToLink[]>()
  for (const row of rowsInOrder(raw, shape)) {
    const device = String(row.values.created_by)
    const known = byDevice.get(device)
    if (known) known.push(row)
    else byDevice.set(device, [row])
  }
  for (const [device, rows] of byDevice)
    for (const block of blocksAfter(endOf(undefined), device, rows)) insert.run(block)
}

/** By the moment they were written; of one moment in the order of the tables, and of one table in that of its rows. */
function rowsInOrder(raw: BetterSqlite3.Database, shape: typeof ledgerShape): RowToLink[] {
  // A later version has more tables than this step found.
  const present = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  const rows = [...shape]
    .filter(([table]) => present.includes(table))
    .flatMap(
      ([table, columns]) =>
        raw
          .prepare(`SELECT * FROM ${table} ORDER BY row_no`)
          .all()
          .map((values) => ({ table, columns, values: values as LedgerValues })), // flat rows of texts and whole numbers
    )
  const momentOf = (row: RowToLink) => String(row.values.created_at)
  // A stable sort keeps the rest of the order.
  return rows.sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : momentOf(a) > momentOf(b) ? 1 : 0))
}
