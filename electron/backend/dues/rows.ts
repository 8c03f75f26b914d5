// Sums over the ledger are SQL: one statement per question, whatever the size of the book.
import { CompiledQuery } from 'kysely'
import type { Reader } from '../database/transaction.ts'

/**
 * The rows a statement answers; `Row` says what its SELECT names.
 * @param values for ?1, ?2 ..., each of which may stand in the statement more than once
 */
export async function rowsOf<Row>(db: Reader, statement: string, values: readonly unknown[] = []): Promise<Row[]> {
  const parameters: unknown[] = []
  // better-sqlite3 takes ?1 for a name; Kysely only binds in order.
  const text = statement.replace(/\?(\d)/g, (_mark, place: string) => {
    parameters.push(values[Number(place) - 1])
    return '?'
  })
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, parameters) as CompiledQuery<Row>) // the caller wrote both
  return rows
}

/** Many ids as one value, for `IN (SELECT value FROM json_each(?1))`. */
export const idList = (ids: Iterable<string>): string => JSON.stringify([...ids])

/** SQL: the day that a clock here showed at an ISO instant. */
export const dayOfMoment = (column: string): string => `date(${column}, 'localtime')`

/**
 * SQL: whether a row of the ledger counts. It is no row against another, and those against it (undo, redo, taken back) have not made it
 * nothing.
 */
export const isStanding = (table: string, row: string): string =>
  `(${row}.reverses_id IS NULL
    AND ${row}.amount_cents + coalesce((SELECT sum(against.amount_cents) FROM ${table} against WHERE against.reverses_id = ${row}.id), 0) <> 0)`
