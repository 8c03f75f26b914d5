import type BetterSqlite3 from 'better-sqlite3'
import { chainOldRows } from '../../ledger-chain/chain-old-rows.ts'
import { columnDefinition, columnsOf, createIndexStatements, createTableStatements } from '../declare-table.ts'
import type { Migration } from '../migrate.ts'
import { allTables } from '../schema.ts'

// While version 2 is the newest, the declarations are its tables: what is declared and not there is added. The first change after
// its release writes these statements out here and adds 0003.
export const treasurerTables: Migration = {
  version: 2,
  name: 'tables of the treasurer',
  up(raw) {
    const present = new Set(
      raw.prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'index')").pluck().all(),
    )
    for (const table of allTables) {
      if (present.has(table.name)) addColumns(raw, table, present)
      else for (const statement of createTableStatements(table)) raw.exec(statement)
    }
    raw.exec('UPDATE book SET bank_secret = lower(hex(randomblob(32))) WHERE bank_secret IS NULL')
    chainOldRows(raw)
    for (const statement of moveAccount) raw.exec(statement)
  },
}

/** The account stood with the book; its row has the same id on every PC, so that two PCs that each move it have one account. */
const moveAccount = [
  `INSERT INTO bank_account (id, name, iban, holder, is_main, notice_days, pain_version)
    SELECT 'main-account', 'Betaalrekening', account_iban, coalesce(account_name, name), 1, 14, '08' FROM book WHERE account_iban IS NOT NULL`,
  'UPDATE book SET account_name = NULL, account_iban = NULL WHERE account_iban IS NOT NULL',
]

/** New columns of a table that has rows may be empty in them: only columns that can be null are added. */
function addColumns(
  raw: BetterSqlite3.Database,
  table: (typeof allTables)[number],
  present: ReadonlySet<unknown>,
): void {
  const known = new Set(raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table.name))
  for (const [name, column] of Object.entries(columnsOf(table)))
    if (!known.has(name)) raw.exec(`ALTER TABLE ${table.name} ADD COLUMN ${columnDefinition(name, column)}`)
  for (const [name, statement] of createIndexStatements(table)) if (!present.has(name)) raw.exec(statement)
}
