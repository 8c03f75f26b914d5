// The id of a row against another follows from what it takes back: two computers that take back the same have made one and the same
// row, and it counts once.
import { hash } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { TableName } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'

/** Gives the next id against a row of `roots`, which are rows that take nothing back themselves; asked again, the one after it. */
export async function reversalIds(
  tx: Transaction,
  table: TableName,
  roots: readonly string[],
): Promise<(root: string) => string> {
  const { rows } = await tx.executeQuery(
    CompiledQuery.raw(
      `SELECT reverses_id AS root, count(*) AS count FROM ${table} WHERE reverses_id IN (SELECT value FROM json_each(?)) GROUP BY reverses_id`,
      [JSON.stringify(roots)],
    ) as CompiledQuery<{ root: string; count: number }>, // two columns, named here
  )
  const counts = new Map(rows.map(({ root, count }) => [root, count]))
  return (root) => {
    const count = counts.get(root) ?? 0
    counts.set(root, count + 1)
    return hash('sha256', JSON.stringify(['reversal', table, root, count])).slice(0, 32)
  }
}
