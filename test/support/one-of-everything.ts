// A row in every table, each naming the rows it can name: for what must hold whatever tables there come to be.
import { type Column, columnsOf, type Table } from '../../electron/backend/database/declare-table.ts'
import { allTables } from '../../electron/backend/database/schema.ts'
import type { OpenTestBook } from './open-book.ts'

/** Stands in every free text that may say something of somebody, and in nothing else. */
export const canary = 'zilverreiger'
const counted = 'blijft'

const isPersonal = (table: Table, column: Column) =>
  table.class !== 'fact' &&
  (column.retention ?? table.privacy.retention) !== 'while_book' &&
  (column.basis ?? table.privacy.basis) !== 'not_personal'

/** All on one day; the rules of the rows are put aside, for the values are of no matter. The person died, alone, and owes nothing. */
export function writeOneOfEverything({ opened: { raw } }: OpenTestBook, day: string): void {
  raw.pragma('ignore_check_constraints = 1')
  raw.exec(`BEGIN; INSERT INTO action (id, at, device, kind, details) VALUES ('one-of-everything', '${day}T12:00:00.000Z', 'test', 'peopleImported', '{}');
    UPDATE current_action SET action_seq = (SELECT max(seq) FROM action)`)
  for (const table of allTables) {
    if (
      table.name === 'book' ||
      table.name === 'year_close' ||
      (table.class === 'local' && table.name !== 'bank_file_content')
    )
      continue
    const columns = Object.entries(columnsOf(table))
    const values = columns.map(([name, column]) => valueFor(table, name, column, day))
    const places = values.map(() => '?').join(', ')
    raw
      .prepare(`INSERT INTO ${table.name} (${columns.map(([name]) => name).join(', ')}) VALUES (${places})`)
      .run(...values)
  }
  raw.exec('UPDATE current_action SET action_seq = NULL; COMMIT')
  raw.pragma('ignore_check_constraints = 0')
}

function valueFor(table: Table, name: string, column: Column, day: string): string | number | Buffer | null {
  if (name === 'id')
    return table.name === 'bank_line_text'
      ? 'bank_line-row'
      : table.name === 'bank_file_content'
        ? 'sha'
        : `${table.name}-row`
  if (['deleted_at', 'erased_on', 'reverses_id'].includes(name)) return null
  if (name.startsWith('organisation_')) return counted
  if (name === 'sha256') return 'sha'
  if (column.references) return `${column.references}-row`
  if (column.type === 'BLOB') return Buffer.from(isPersonal(table, column) ? canary : counted)
  if (column.type === 'INTEGER')
    return name === 'year' || name === 'book_year' ? Number(day.slice(0, 4)) : name.endsWith('cents') ? 0 : 1
  if (column.codes) return column.codes[0] ?? null
  if (name === 'month') return day.slice(0, 7)
  if (/(day|_on|_until|^until|_end|_start|_at|valid_from|_by)$/.test(name)) return day
  return isPersonal(table, column) ? canary : counted
}
