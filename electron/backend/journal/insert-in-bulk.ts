// Very many new rows of one table: journaled and indexed by one statement each instead of a trigger per row, which costs half as much.
import { CompiledQuery } from 'kysely'
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow, TableName } from '../database/schema.ts'
import { tables } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import { bulkInsertStatements } from './triggers.ts'

/** From so many on, taking the triggers away and putting them back costs less than they do. */
export const manyRows = 500

/**
 * Like insertRows(), with the same rows in journal and search index. The table is without its triggers meanwhile; nothing else can
 * write in it, for this is one transaction on the only connection. When a row is refused, none went in and the triggers are there.
 */
export async function insertInBulk<Name extends TableName>(
  tx: Transaction,
  name: Name,
  rows: Iterable<NewRow<Name>>,
): Promise<void> {
  const { before, record, after } = bulkInsertStatements(tables[name])
  const run = (statement: string, values: unknown[] = []) => tx.executeQuery(CompiledQuery.raw(statement, values))
  // SQLite gives the next row the number after the highest: the new ones are those behind it.
  const last = await run(`SELECT coalesce(max(row_no), 0) AS row_no FROM ${name}`)
  const [{ row_no } = { row_no: 0 }] = last.rows as { row_no: number }[] // the column asked for
  await run('SAVEPOINT bulk')
  try {
    for (const statement of before) await run(statement)
    await insertRows(tx, name, rows)
    for (const statement of record) await run(statement, [row_no])
    for (const statement of after) await run(statement)
    await run('RELEASE bulk')
  } catch (error) {
    // A full disk has rolled back by itself, and then there is nothing to go back to.
    await run('ROLLBACK TO bulk').catch(() => undefined)
    await run('RELEASE bulk').catch(() => undefined)
    throw error
  }
}
