// Gives the rows of a book from before the chain their links, in the order they were written; part of migration 2.
import type BetterSqlite3 from 'better-sqlite3'
import { chainStart, chainText, type LedgerValues, ledgerShape, nextHash } from './chain-text.ts'

export function chainOldRows(raw: BetterSqlite3.Database, shape = ledgerShape): void {
  const insert = raw.prepare('INSERT INTO ledger_chain (id, device, place, table_name, hash) VALUES (?, ?, ?, ?, ?)')
  const last = new Map<string, { place: number; hash: string }>()
  for (const { table, columns, values } of rowsInOrder(raw, shape)) {
    const device = String(values.created_by)
    const before = last.get(device) ?? { place: 0, hash: chainStart }
    const link = { place: before.place + 1, hash: nextHash(before.hash, chainText(table, columns, values)) }
    insert.run(values.id, device, link.place, table, link.hash)
    last.set(device, link)
  }
}

/** By the moment they were written; of one moment in the order of the tables, and of one table in that of its rows. */
function rowsInOrder(raw: BetterSqlite3.Database, shape: typeof ledgerShape) {
  const rows = [...shape].flatMap(
    ([table, columns]) =>
      raw
        .prepare(`SELECT * FROM ${table} ORDER BY row_no`)
        .all()
        .map((values) => ({ table, columns, values: values as LedgerValues })), // flat rows of texts and whole numbers
  )
  const momentOf = (row: (typeof rows)[number]) => String(row.values.created_at)
  // A stable sort keeps the rest of the order.
  return rows.sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : momentOf(a) > momentOf(b) ? 1 : 0))
}
