// Which rows of the book are somebody's: worked out from the declarations, so that a new table or column is found by itself. A row is
// theirs when it names them or their address, or belongs to a row that is theirs.
import { CompiledQuery } from 'kysely'
import { columnsOf, type Table } from '../database/declare-table.ts'
import { allTables } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'

export type StoredRow = Readonly<Record<string, string | number | Uint8Array | null>> & { readonly id: string }

/**
 * own: it is about this person. shared: it is about somebody else, and hangs on something of theirs. hand: they had a hand in what is
 * about others.
 */
type Tie = 'own' | 'shared' | 'hand'

export interface PersonRow {
  readonly table: Table
  readonly row: StoredRow
  readonly tie: Tie
}

/** Rows that hang together without a declared reference: what the bank wrote of somebody's payments and accounts. */
const looseTies: readonly { readonly table: string; readonly rows: string; readonly from: string }[] = [
  { table: 'bank_line', rows: 'id IN (SELECT bank_line_id FROM payment WHERE id IN {ids})', from: 'payment' },
  { table: 'bank_line_text', rows: 'id IN {ids}', from: 'bank_line' },
  {
    table: 'bank_line_text',
    rows: 'counter_hash IN (SELECT iban_hash FROM payer_account WHERE id IN {ids})',
    from: 'payer_account',
  },
  { table: 'bank_line', rows: 'id IN {ids}', from: 'bank_line_text' },
  { table: 'booking', rows: 'bank_line_id IN {ids}', from: 'bank_line' },
]

/** Everything of one person, also what lies in the bin: by table, in the order of the declarations. */
export async function personRows(
  db: Reader,
  person: { readonly id: string; readonly householdId: string },
  tables: readonly Table[] = tiedTables(),
): Promise<PersonRow[]> {
  const own = new Map([
    ['person', new Set([person.id])],
    ['household', new Set([person.householdId])],
  ])
  const found = new Map<Table, Map<string, PersonRow>>()
  let hasGrown = true
  while (hasGrown) {
    hasGrown = false
    for (const table of tables)
      for (const row of await rowsNaming(db, table, own)) {
        const tie = tieOf(table, row, person.id, own)
        const known = found.get(table) ?? new Map<string, PersonRow>()
        found.set(table, known)
        if (known.has(row.id)) continue
        known.set(row.id, { table, row, tie })
        hasGrown = true
        if (tie === 'own') own.set(table.name, (own.get(table.name) ?? new Set<string>()).add(row.id))
      }
  }
  return tables.flatMap((table) => [...(found.get(table)?.values() ?? [])])
}

/** The tables in which a row can be somebody's. */
export function tiedTables(): readonly Table[] {
  known ??= findTied()
  return known
}

/** Asked of every column; the declarations do not change. */
let known: readonly Table[] | undefined

function findTied(): readonly Table[] {
  const tied = new Set(['person', 'household'])
  const begins = looseTies.map(({ table }) => table)
  for (const name of begins) tied.add(name)
  let size = 0
  while (size !== tied.size) {
    size = tied.size
    for (const table of kept)
      if (referencesOf(table).some(({ to, isHand }) => isHand || leads(tied, table, to))) tied.add(table.name)
  }
  return kept.filter(({ name }) => tied.has(name))
}

const kept = allTables.filter(({ class: kind }) => kind !== 'local')

/** Of many people at once: what hangs on these is not of whoever is named in it. */
const ofMany: ReadonlySet<string> = new Set(
  kept
    .filter(
      (table) =>
        (referencesOf(table).every(({ isHand, to }) => isHand || (to !== 'person' && to !== 'household')) &&
          table.privacy.basis === 'not_personal') ||
        table.name === 'gathering',
    )
    .map(({ name }) => name),
)

/** A row of the same table is beside it, not under it: the other items of a batch are of other people. */
const leads = (tied: ReadonlySet<string>, table: Table, to: string) =>
  to !== table.name && tied.has(to) && !ofMany.has(to) && !(table.name === 'person' && to === 'household')

interface Reference {
  readonly column: string
  readonly to: string
  readonly isHand: boolean
}

export function referencesOf(table: Table): Reference[] {
  return Object.entries(table.columns).flatMap(([column, { references, isHand = false }]) =>
    references === undefined ? [] : [{ column, to: references, isHand }],
  )
}

async function rowsNaming(
  db: Reader,
  table: Table,
  own: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<StoredRow[]> {
  if (table.name === 'person') return select(db, table, ['id IN {ids}'], [own.get('person')])
  const conditions: string[] = []
  const values: (ReadonlySet<string> | undefined)[] = []
  const add = (condition: string, ids: ReadonlySet<string> | undefined) => {
    if (!ids || ids.size === 0) return
    conditions.push(condition)
    values.push(ids)
  }
  if (table.name === 'household') add('id IN {ids}', own.get('household'))
  for (const { column, to } of referencesOf(table))
    if (to !== table.name && !ofMany.has(to)) add(`${column} IN {ids}`, own.get(to))
  for (const tie of looseTies) if (tie.table === table.name) add(tie.rows, own.get(tie.from))
  return conditions.length === 0 ? [] : select(db, table, conditions, values)
}

async function select(
  db: Reader,
  table: Table,
  conditions: readonly string[],
  values: readonly (ReadonlySet<string> | undefined)[],
): Promise<StoredRow[]> {
  const columns = Object.keys(columnsOf(table)).join(', ')
  const where = conditions.map((each) => each.replace('{ids}', '(SELECT value FROM json_each(?))')).join(' OR ')
  const { rows } = await db.executeQuery<StoredRow>(
    CompiledQuery.raw(
      `SELECT ${columns} FROM ${table.name} WHERE ${where} ORDER BY row_no`,
      values.map((ids) => JSON.stringify([...(ids ?? [])])),
    ) as CompiledQuery<StoredRow>, // the columns are those of the declaration
  )
  return rows
}

function tieOf(table: Table, row: StoredRow, personId: string, own: ReadonlyMap<string, ReadonlySet<string>>): Tie {
  if (table.name === 'person') return 'own'
  const references = referencesOf(table)
  const about = references.filter(({ to, isHand }) => to === 'person' && !isHand).map(({ column }) => row[column])
  if (about.includes(personId)) return 'own'
  const isOfOther = about.some((id) => id !== null)
  const isUnderOwn = references.some(
    ({ column, to, isHand }) =>
      !isHand && to !== 'person' && to !== table.name && !ofMany.has(to) && own.get(to)?.has(String(row[column])),
  )
  if (isUnderOwn) return isOfOther ? 'shared' : 'own'
  return references.some(({ column, isHand }) => isHand && row[column] === personId) ? 'hand' : 'own'
}
