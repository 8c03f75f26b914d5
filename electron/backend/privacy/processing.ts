// What the book does with data of people, read from the declarations: by purpose, and within it by ground, term and who sees it.
import {
  type Column,
  columnsOf,
  type LegalBasis,
  type Purpose,
  type Retention,
  type Scope,
  type Table,
} from '../database/declare-table.ts'
import { allTables } from '../database/schema.ts'

export interface Processing {
  readonly purpose: Purpose
  readonly basis: LegalBasis
  readonly retention: Retention
  readonly scope: Scope
  readonly tables: readonly Table[]
  /** Tables in which something is kept encrypted. */
  readonly sealed: readonly Table[]
}

/** Tables that hold data of people, once for every purpose, ground, term and scope that a column of theirs has. */
export function processingOf(tables: readonly Table[] = allTables): Processing[] {
  const found = new Map<string, { -readonly [Key in keyof Processing]: Processing[Key] }>()
  for (const table of tables)
    for (const [name, column] of Object.entries(columnsOf(table))) {
      const { purpose, basis, retention } = { ...table.privacy, ...given(column) }
      if (basis === 'not_personal' || isOfProgram(name, column)) continue
      const key = [purpose, basis, retention, table.scope].join()
      const known = found.get(key) ?? { purpose, basis, retention, scope: table.scope, tables: [], sealed: [] }
      found.set(key, known)
      if (!known.tables.includes(table)) known.tables = [...known.tables, table]
      if (column.sealed && !known.sealed.includes(table)) known.sealed = [...known.sealed, table]
    }
  return [...found.values()].sort((a, b) => order.indexOf(a.purpose) - order.indexOf(b.purpose))
}

const order: readonly Purpose[] = [
  'membership',
  'contact',
  'groups',
  'dues',
  'gatherings',
  'care',
  'help',
  'pairs',
  'welcome',
  'rights',
  'book',
  'program',
]

/** Only what the column says itself. */
function given({ purpose, basis, retention }: Column) {
  return { ...(purpose && { purpose }), ...(basis && { basis }), ...(retention && { retention }) }
}

const ofProgram: ReadonlySet<string> = new Set(['id', 'deleted_at', 'created_at', 'created_by', 'reverses_id'])
const isOfProgram = (name: string, column: Column) => ofProgram.has(name) || column.derived === true
