// Many rows at once: one statement per batch, the same text for every full batch so that it is prepared once.
import { CompiledQuery } from 'kysely'
import { columnsOf } from './declare-table.ts'
import type { NewRow, TableName } from './schema.ts'
import { tables } from './schema.ts'
import type { Transaction } from './transaction.ts'

const rowsPerStatement = 64

/**
 * Inserts rows into a declared table inside an action. Columns left out become null.
 * @param rows of very many: made one after the other, so that they are never all there at once
 */
export async function insertRows<Name extends TableName>(
  tx: Transaction,
  name: Name,
  rows: Iterable<NewRow<Name>>,
): Promise<void> {
  const columns = Object.keys(columnsOf(tables[name]))
  let values: unknown[] = []
  let count = 0
  const insert = () => tx.executeQuery(CompiledQuery.raw(insertStatement(name, columns, count), values))
  for (const row of rows) {
    const byName = row as Readonly<Record<string, unknown>> // columns come from the declaration of the same table
    for (const column of columns) values.push(byName[column] ?? null)
    count += 1
    if (count < rowsPerStatement) continue
    await insert()
    values = []
    count = 0
  }
  if (count > 0) await insert()
}

function insertStatement(name: string, columns: readonly string[], rowCount: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`
  return `INSERT INTO ${name} (${columns.join(', ')}) VALUES ${Array(rowCount).fill(row).join(', ')}`
}
