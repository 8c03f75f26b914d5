// One row by its id, of tables whose rows people make, change and throw away: what it says, and whom it names, must be there.
import { CompiledQuery } from 'kysely'
import { referencesTo } from '../journal/references.ts'
import { RuleBroken } from '../rule-broken.ts'
import { columnsOf, type Table } from './declare-table.ts'
import { insertRows } from './insert-rows.ts'
import type { NewRow, Row, TableName, tables } from './schema.ts'
import { tables as declared } from './schema.ts'
import type { Reader, Transaction } from './transaction.ts'
import { type ActionDescription, type WriteContext, write } from './write.ts'

/** A table whose rows can change and go to the Prullenbak. */
type RegisterName = { [Name in TableName]: (typeof tables)[Name]['class'] extends 'register' ? Name : never }[TableName]

/** The row, unless it lies in the Prullenbak. @throws RuleBroken notFound */
export async function liveRow<Name extends RegisterName>(db: Reader, name: Name, id: string): Promise<Row<Name>> {
  const { rows } = await db.executeQuery<Row<Name>>(
    CompiledQuery.raw(`SELECT * FROM ${name} WHERE id = ? AND deleted_at IS NULL`, [id]),
  )
  if (!rows[0]) throw new RuleBroken('notFound', { table: name })
  return rows[0]
}

/** Whom a row is to name must be there, and not erased; null names nobody. @throws RuleBroken notFound, of the field */
export async function refuseMissing(db: Reader, name: RegisterName, id: string | null | undefined, field: string) {
  if (id === null || id === undefined) return
  const erased = 'erased_on' in columnsOf(declared[name]) ? ' AND erased_on IS NULL' : ''
  const { rows } = await run(db, `SELECT 1 FROM ${name} WHERE id = ? AND deleted_at IS NULL${erased}`, [id])
  if (rows.length === 0) throw new RuleBroken('notFound', { table: name, field })
}

/** A new row; whom it names must be there. */
export async function addRow<Name extends RegisterName>(tx: Transaction, name: Name, row: NewRow<Name>): Promise<void> {
  await refuseMissingNames(tx, name, row)
  await insertRows(tx, name, [row])
}

/** What the row says from now on. Who was named before may have gone since: only whom it names anew must be there. */
export async function changeRow<Name extends RegisterName>(
  tx: Transaction,
  name: Name,
  id: string,
  values: Partial<Omit<Row<Name>, 'id'>>,
): Promise<void> {
  const before = await liveRow(tx, name, id)
  await refuseMissingNames(tx, name, values, before)
  const columns = Object.entries(values).filter(([, value]) => value !== undefined)
  if (columns.length === 0) return
  const set = columns.map(([column]) => `${column} = ?`).join(', ')
  await run(tx, `UPDATE ${name} SET ${set} WHERE id = ?`, [...columns.map(([, value]) => value), id])
}

/**
 * Writes down a new row, or what an existing one says from now on, as one action.
 * @param id null for a new row; or an id that was made before, and whether the row is new
 * @throws RuleBroken notFound, of the row or of one that it names
 */
export async function saveRow<Name extends RegisterName>(
  context: WriteContext,
  name: Name,
  id: string | null | RowId,
  values: Omit<NewRow<Name>, 'id' | 'deleted_at'>,
  action: ActionDescription,
): Promise<{ readonly id: string }> {
  const row = typeof id === 'object' && id !== null ? id : { id: id ?? context.newId(), isNew: id === null }
  await write(context, action, (tx) => putRow(tx, name, row, values))
  return { id: row.id }
}

interface RowId {
  readonly id: string
  readonly isNew: boolean
}

/** The same inside an action that does more. */
export async function putRow<Name extends RegisterName>(
  tx: Transaction,
  name: Name,
  { id, isNew }: RowId,
  values: Omit<NewRow<Name>, 'id' | 'deleted_at'>,
): Promise<void> {
  // The types say that nothing is missing but the id, and that a new row says what a row says; joining the two is beyond them.
  if (isNew) await addRow(tx, name, { ...values, id } as unknown as NewRow<Name>)
  else await changeRow(tx, name, id, values as unknown as Partial<Omit<Row<Name>, 'id'>>)
}

/** A row that says nothing without another goes with it; `also` names rows that need not, and go all the same. */
interface Removal {
  readonly name: RegisterName
  readonly id: string
  readonly also?: readonly { readonly table: RegisterName; readonly column: string }[]
}

/** To the Prullenbak, with what belongs to it: they come back together. @throws RuleBroken notFound */
export async function removeRow(
  context: WriteContext,
  { name, id, also = [] }: Removal,
  action: ActionDescription,
): Promise<void> {
  await write(context, action, async (tx) => {
    await liveRow(tx, name, id)
    await throwAway(tx, name, [id], context.now().toISOString())
    for (const { table, column } of also) await throwAwayNaming(tx, table, column, [id], context.now().toISOString())
  })
}

/**
 * Of a table that joins two others: `owner` is joined with exactly these from now on. One that already was keeps its row, so that
 * two computers that choose alike end with one.
 */
export async function joinExactly(
  tx: Transaction,
  context: WriteContext,
  {
    name,
    owner,
    other,
  }: { readonly name: RegisterName; readonly owner: readonly [string, string]; readonly other: string },
  wanted: readonly string[],
): Promise<void> {
  const [column, id] = owner
  const { rows } = await tx.executeQuery<{ id: string; joined: string }>(
    CompiledQuery.raw(`SELECT id, ${other} AS joined FROM ${name} WHERE ${column} = ? AND deleted_at IS NULL`, [id]),
  )
  const gone = rows.filter(({ joined }) => !wanted.includes(joined)).map((row) => row.id)
  if (gone.length > 0) await throwAway(tx, name, gone, context.now().toISOString())
  const known = new Set(rows.map(({ joined }) => joined))
  for (const joined of new Set(wanted)) {
    if (known.has(joined)) continue
    const values = { [column]: id, [other]: joined }
    await putRow(tx, name, { id: context.newId(), isNew: true }, values as never) // the two columns are all it has
  }
}

async function throwAway(tx: Transaction, name: string, ids: readonly string[], at: string): Promise<void> {
  await run(tx, `UPDATE ${name} SET deleted_at = ? WHERE id IN (${listed})`, [at, JSON.stringify(ids)])
  for (const { table, column } of referencesTo(name))
    if (table.class === 'register' && table.columns[column]?.nullable === false)
      await throwAwayNaming(tx, table.name, column, ids, at)
}

async function throwAwayNaming(tx: Transaction, table: string, column: string, ids: readonly string[], at: string) {
  const { rows } = await tx.executeQuery<{ id: string }>(
    CompiledQuery.raw(`SELECT id FROM ${table} WHERE deleted_at IS NULL AND ${column} IN (${listed})`, [
      JSON.stringify(ids),
    ]),
  )
  if (rows.length > 0)
    await throwAway(
      tx,
      table,
      rows.map(({ id }) => id),
      at,
    )
}

const listed = 'SELECT value FROM json_each(?)'

async function refuseMissingNames(db: Reader, name: TableName, values: object, before: object = {}): Promise<void> {
  const said = values as Readonly<Record<string, unknown>> // read by the columns of the same declaration
  const known = before as Readonly<Record<string, unknown>>
  for (const [column, { references }] of Object.entries(declared[name].columns as Table['columns'])) {
    const value = said[column]
    if (references === undefined || typeof value !== 'string' || value === known[column]) continue
    await refuseMissing(db, references as RegisterName, value, fieldOf(column)) // rows that can go: others are not named so
  }
}

/** As the contract calls it: person_id is personId there. */
const fieldOf = (column: string) => column.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())

const run = (db: Reader, statement: string, values: readonly unknown[]) =>
  db.executeQuery(CompiledQuery.raw(statement, [...values]))
