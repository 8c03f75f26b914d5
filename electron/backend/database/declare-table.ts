// A table is declared once; journal triggers, search, privacy register, export, erasure and sync all read this.
import type { Generated } from 'kysely'

/**
 * How rows of a table live and merge:
 * register – values that change; assignment – intervals such as roles; fact – append-only money; local – of this PC only.
 */
export type SyncClass = 'register' | 'assignment' | 'fact' | 'local'

/** Who may see it, also inside one book that two people keep. */
export type Scope = 'leden' | 'buurt' | 'contributie' | 'bank' | 'zorg'

export type Purpose =
  | 'book'
  | 'membership'
  | 'contact'
  | 'groups'
  | 'dues'
  | 'gatherings'
  | 'care'
  | 'help'
  | 'pairs'
  | 'program'
  | 'welcome'
  | 'rights'
export type LegalBasis = 'agreement' | 'legitimate_interest' | 'legal_obligation' | 'consent' | 'not_personal'
/** How long after its reason ended a value may stay. */
export type Retention =
  | 'while_book'
  | 'leaving_2_years'
  | 'ledger_7_years'
  | 'gathering_1_year'
  | 'follow_up_6_months'
  | 'care_6_months'
  | 'contact_moment_1_year'
  | 'pair_1_year'

export interface Privacy {
  readonly purpose: Purpose
  readonly basis: LegalBasis
  readonly retention: Retention
}

type SqlType = 'TEXT' | 'INTEGER' | 'BLOB'

export interface Column<Value = unknown> extends Partial<Privacy> {
  readonly type: SqlType
  readonly nullable: boolean
  /** The table whose id this column holds; undo refuses to remove a row that others name. */
  readonly references?: string
  /** Of a person who has a hand in it, by id or by a name: the row is about others, and is shown to this one no further than that. */
  readonly isHand?: boolean
  /** A CHECK on this row alone, written with the column's name. */
  readonly check?: string
  /** The codes it may hold; each has a word for the screen. */
  readonly codes?: readonly string[]
  /** Stored as AES-256-GCM ciphertext. */
  readonly sealed?: boolean
  /** What search reads: words of a text, or the digits of a telephone number. */
  readonly search?: 'words' | 'phone'
  /** A key: it opens or proves what the association sends, and stands in nothing that leaves the book. */
  readonly isKey?: boolean
  /** Made by code out of the other columns of the row; says nothing by itself. */
  readonly derived?: boolean
  /** Of a fact whose id follows from what it says: tells how this computer came by it, not what it is, so two computers may differ. */
  readonly circumstance?: boolean
  /**
   * It says what other values mean: who does not know it misreads those. `by` is the first version of the shared files whose programs
   * know it, `silent` the values that say what those before took for granted.
   */
  readonly needsReader?: { readonly by: number; readonly silent: readonly (string | number)[] }
  /** Carries the value's type only; never set. */
  readonly value?: Value
}

type ColumnOptions = Omit<Column, 'type' | 'nullable' | 'value'>
export type Columns = Readonly<Record<string, Column>>

export interface Table<Name extends string = string, Class extends SyncClass = SyncClass, C extends Columns = Columns> {
  readonly name: Name
  readonly class: Class
  readonly scope: Scope
  readonly privacy: Privacy
  readonly columns: C
  readonly checks: readonly string[]
  readonly indexes: readonly (readonly string[])[]
  /** Of this PC alone: journaled, so that it can be undone, and never told to another PC. */
  readonly staysHere?: boolean
  /** Of a fact: the column with the day it counts from. A closed year takes no such row; a fact without it is of no day. */
  readonly bookedOn?: string
  /** Of what can be thrown away: the column with a day until which it stays in the bin, however long that is; null: no such day. */
  readonly inBinUntil?: string
}

/**
 * Declares a table. Beside its own columns it gets `id` (TEXT, the primary key) and
 * register, assignment: `deleted_at` (null = live, else the moment it went to the bin);
 * fact: `created_at`, `created_by` (device), `amount_cents`, `reverses_id` (a reversal is a row with the negative amount that names the original).
 */
export function declareTable<const Name extends string, const Class extends SyncClass, const C extends Columns>(
  table: Omit<Table<Name, Class, C>, 'checks' | 'indexes'> & Partial<Pick<Table, 'checks' | 'indexes'>>,
): Table<Name, Class, C> {
  return { checks: [], indexes: [], ...table }
}

export const text = (options: ColumnOptions = {}): Column<string> => ({ type: 'TEXT', nullable: false, ...options })
export const optionalText = (options: ColumnOptions = {}): Column<string | null> => ({
  type: 'TEXT',
  nullable: true,
  ...options,
})
export const integer = (options: ColumnOptions = {}): Column<number> => ({
  type: 'INTEGER',
  nullable: false,
  ...options,
})
export const optionalInteger = (options: ColumnOptions = {}): Column<number | null> => ({
  type: 'INTEGER',
  nullable: true,
  ...options,
})
/** A value stored as ciphertext: what stands here is what Sealer.seal made. Not in a table of class `fact`. */
export const sealedBytes = (): Column<Buffer> => ({ type: 'BLOB', nullable: false, sealed: true })
export const optionalSealedBytes = (): Column<Buffer | null> => ({ type: 'BLOB', nullable: true, sealed: true })
/** Bytes as they are; only of a table that stays on this PC, for the journal cannot hold them. */
export const optionalBytes = (): Column<Buffer | null> => ({ type: 'BLOB', nullable: true })
/** One of a fixed list of codes, enforced by a CHECK on the row. */
export function oneOf<const Code extends string>(codes: readonly Code[], options: ColumnOptions = {}): Column<Code> {
  return { type: 'TEXT', nullable: false, check: `{column} IN (${codes.map(quoted).join(', ')})`, codes, ...options }
}
export function optionalOneOf<const Code extends string>(
  codes: readonly Code[],
  options: ColumnOptions = {},
): Column<Code | null> {
  return { ...oneOf(codes, options), nullable: true } as Column<Code | null> // the CHECK lets NULL pass
}
/** The id of a row of another table. */
export const idOf = (table: string, options: ColumnOptions = {}): Column<string> =>
  text({ references: table, ...options })
export const optionalIdOf = (table: string, options: ColumnOptions = {}): Column<string | null> =>
  optionalText({ references: table, ...options })

const quoted = (code: string) => `'${code.replaceAll("'", "''")}'`

type ValueOf<C> = C extends Column<infer Value> ? Value : never
type OwnColumns<C extends Columns> = { [K in keyof C]: ValueOf<C[K]> }
type RegisterColumns = { deleted_at: string | null }
type FactColumns = { created_at: string; created_by: string; amount_cents: number; reverses_id: string | null }

/** A row of a declared table as it is read. */
export type RowOf<T extends Table> =
  T extends Table<string, infer Class, infer C>
    ? { id: string } & OwnColumns<C> &
        (Class extends 'fact' ? FactColumns : Class extends 'local' ? unknown : RegisterColumns)
    : never

/** A row as Kysely's types want it: `row_no` joins a row to its search entry and is given by SQLite. */
export type KyselyTable<T extends Table> = RowOf<T> & { row_no: Generated<number> }

/** A row to insert: what may be null may be left out. */
export type NewRowOf<T extends Table> = Insertable<RowOf<T>>
type Insertable<R> = { [K in keyof R as null extends R[K] ? never : K]: R[K] } & {
  [K in keyof R as null extends R[K] ? K : never]?: R[K]
}

const registerColumns: Columns = { deleted_at: optionalText() }
const factColumns: Columns = {
  created_at: text(),
  created_by: text(),
  amount_cents: integer(),
  reverses_id: optionalText(),
}

/** All columns of a table that hold something, `id` first; not `row_no`. */
export function columnsOf(table: Table): Readonly<Record<string, Column>> {
  const own = { id: text(), ...table.columns }
  switch (table.class) {
    case 'register':
    case 'assignment':
      return { ...own, ...registerColumns }
    case 'fact':
      return { ...own, ...factColumns }
    case 'local':
      return own
  }
}

export const isJournaled = (table: Table): boolean => table.class !== 'local'
export const isSearched = (table: Table): boolean => Object.values(table.columns).some((column) => column.search)

/** The CREATE statements of a declared table and its indexes. */
export function createTableStatements(table: Table): string[] {
  const columns = Object.entries(columnsOf(table)).map(([name, column]) => columnDefinition(name, column))
  const checks = table.checks.map((check) => `CHECK (${check})`)
  const factChecks = table.class === 'fact' ? ['CHECK ((reverses_id IS NULL) OR reverses_id <> id)'] : []
  const definition = ['row_no INTEGER PRIMARY KEY', ...columns, ...checks, ...factChecks].join(',\n  ')
  return [
    `CREATE TABLE ${table.name} (\n  ${definition}\n) STRICT`,
    ...createIndexStatements(table).map(([, statement]) => statement),
  ]
}

/** Name and CREATE statement of each index of a declared table. */
function createIndexStatements(table: Table): [name: string, statement: string][] {
  const indexes = [...(table.class === 'fact' ? [['reverses_id']] : []), ...table.indexes]
  return indexes.map((columns) => {
    const name = `${table.name}_by_${columns.join('_')}`
    return [name, `CREATE INDEX ${name} ON ${table.name} (${columns.join(', ')})`]
  })
}

/** A column as it stands in a CREATE or ALTER statement. */
function columnDefinition(name: string, column: Column): string {
  const parts = [name, column.type]
  if (!column.nullable) parts.push('NOT NULL')
  if (name === 'id') parts.push('UNIQUE')
  if (column.check) parts.push(`CHECK (${column.check.replaceAll('{column}', name)})`)
  return parts.join(' ')
}
