// The least honest work there is for a write: the same rows in the same tables, the same journal and search rows, the same links
// of the ledger's chain, by prepared statements made by hand, one durable commit, on the same disk with the same settings. No
// rules, no triggers, no parsing. What the app takes is measured against this in the same run.
import { rmSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import type { Table } from '../../electron/backend/database/declare-table.ts'
import {
  columnsOf,
  createTableStatements,
  isJournaled,
  isSearched,
} from '../../electron/backend/database/declare-table.ts'
import type { TableName } from '../../electron/backend/database/schema.ts'
import { allTables, tables } from '../../electron/backend/database/schema.ts'
import { setSettings } from '../../electron/backend/database/settings.ts'
import { journalStatements } from '../../electron/backend/journal/journal-tables.ts'
import { searchTableStatements } from '../../electron/backend/journal/triggers.ts'
import { blocksAfter, endOf, type RowToLink } from '../../electron/backend/ledger-chain/chain-blocks.ts'

type Values = Readonly<Record<string, string | number | Uint8Array | null>>

export interface ComposedFloor {
  readonly raw: BetterSqlite3.Database
  /** Inserts rows with their journal row and search row. Call inside {@link ComposedFloor.commit}. */
  readonly insert: (table: TableName, rows: readonly Values[]) => void
  /** Ties these rows of the ledger to the ones before. Call inside {@link ComposedFloor.commit}. */
  readonly link: (rows: readonly RowToLink[]) => void
  /** One action: its journal head, `work`, and one durable commit. */
  readonly commit: (work: () => void) => void
  readonly close: () => void
}

/** A new book file without triggers. Removed again on close. */
export function openComposedFloor(file: string): ComposedFloor {
  const raw = new BetterSqlite3(file)
  setSettings(raw)
  for (const statement of [
    ...journalStatements,
    ...allTables.flatMap(createTableStatements),
    ...searchTableStatements(allTables),
  ])
    raw.exec(statement)
  const change = raw.prepare(
    "INSERT INTO change (action_seq, table_name, row_id, op, before, after) VALUES (?, ?, ?, 'insert', NULL, ?)",
  )
  const action = raw.prepare(
    "INSERT INTO action (id, at, device, kind, details) VALUES (?, ?, 'floor', 'undone', '{}')",
  )
  const inserts = new Map(allTables.map((table) => [table.name, preparedInsert(raw, table)]))
  const block = raw.prepare(
    'INSERT INTO ledger_chain (id, device, place, links, rows, hash) VALUES (:id, :device, :place, :links, :rows, :hash)',
  )
  let actions = 0
  return {
    raw,
    insert(name, rows) {
      const insert = inserts.get(name)
      const columns = Object.keys(columnsOf(tables[name]))
      const sealed = columns.filter((column) => columnsOf(tables[name])[column]?.type === 'BLOB')
      const isRecorded = isJournaled(tables[name])
      for (const row of rows) {
        const whole = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
        insert?.(whole)
        if (isRecorded) change.run(actions, name, whole.id, recorded(whole, sealed))
      }
    },
    link(rows) {
      for (const values of blocksAfter(endOf(undefined), 'floor', rows)) block.run(values)
    },
    commit(work) {
      actions += 1
      raw.exec('BEGIN')
      action.run(`floor ${actions}`, new Date().toISOString())
      work()
      raw.exec('COMMIT')
    },
    close() {
      raw.close()
      rmSync(file, { force: true })
    },
  }
}

/** A row as the journal has it: sealed values stand there as hexadecimal text. */
function recorded(row: Values, sealed: readonly string[]): string {
  if (sealed.length === 0) return JSON.stringify(row)
  const texts = sealed.map((name) => [
    name,
    Buffer.from(row[name] as Uint8Array)
      .toString('hex')
      .toUpperCase(),
  ]) // bytes by their type
  return JSON.stringify({ ...row, ...Object.fromEntries(texts) })
}

function preparedInsert(raw: BetterSqlite3.Database, table: Table): (row: Values) => void {
  const columns = Object.keys(columnsOf(table))
  const insert = raw.prepare(
    `INSERT INTO ${table.name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const searched = Object.entries(table.columns).filter(([, column]) => column.search)
  if (!isSearched(table)) return (row) => insert.run(columns.map((column) => row[column]))
  const words = searched.filter(([, column]) => column.search === 'words').map(([name]) => name)
  const phones = searched.filter(([, column]) => column.search === 'phone').map(([name]) => name)
  const search = raw.prepare(
    `INSERT INTO ${table.name}_search (rowid, words${phones.length > 0 ? ', phones' : ''}) VALUES (?, ?${phones.length > 0 ? ', ?' : ''})`,
  )
  return (row) => {
    const { lastInsertRowid } = insert.run(columns.map((column) => row[column]))
    const join = (names: readonly string[]) => names.map((name) => row[name] ?? '').join(' ')
    if (phones.length > 0)
      search.run(lastInsertRowid, join(words), phoneForms(phones.map((name) => String(row[name] ?? ''))))
    else search.run(lastInsertRowid, join(words))
  }
}

function phoneForms(phones: readonly string[]): string {
  return phones
    .map((phone) => {
      const digits = phone.replace(/[ \-()./]/g, '').replace('+31', '0')
      return `${digits} ${digits.slice(2)} ${digits.slice(-4)}`
    })
    .join(' ')
}
