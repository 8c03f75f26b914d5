// Gives the rows of a book from before the chain their links, in the order they were written; part of migration 2.
import type BetterSqlite3 from 'better-sqlite3'
import type { Table } from '../database/declare-table.ts'
import { columnsOf } from '../database/declare-table.ts'
import { allTables } from '../database/schema.ts'
import { chainStart, chainText, type LedgerValues, nextHash } from './chain-text.ts'

export function chainOldRows(raw: BetterSqlite3.Database, tables: readonly Table[] = allTables): void {
  const insert = raw.prepare('INSERT INTO ledger_chain (id, device, place, table_name, hash) VALUES (?, ?, ?, ?, ?)')
  const last = new Map<string, { place: number; hash: string }>()
  for (const { table, values } of rowsInOrder(raw, tables)) {
    const device = String(values.created_by)
    const before = last.get(device) ?? { place: 0, hash: chainStart }
    const link = { place: before.place + 1, hash: nextHash(before.hash, chainText(table, values)) }
    insert.run(values.id, device, link.place, table.name, link.hash)
    last.set(device, link)
  }
}

function rowsInOrder(raw: BetterSqlite3.Database, tables: readonly Table[]) {
  const facts = tables.filter((table) => table.class === 'fact')
  const rows = facts.flatMap(
    (table, at) =>
      raw
        .prepare(`SELECT row_no, ${Object.keys(columnsOf(table)).join(', ')} FROM ${table.name}`)
        .all()
        .map((values) => ({ table, at, values: values as LedgerValues })), // flat rows of texts and whole numbers
  )
  const keyOf = ({ at, values }: (typeof rows)[number]) =>
    [String(values.created_at), at, Number(values.row_no)] as const
  return rows.sort((a, b) => {
    const [atA, tableA, noA] = keyOf(a)
    const [atB, tableB, noB] = keyOf(b)
    return atA < atB ? -1 : atA > atB ? 1 : tableA - tableB || noA - noB
  })
}
