// Many rows at once: one statement per batch, the same text for every full batch so that it is prepared once.
import { CompiledQuery } from 'kysely'
import { columnsOf } from './declare-table.ts'
import type { NewRow, TableName } from './schema.ts'
import { tables } from './schema.ts'
import type { Transaction } from './transaction.ts'

const rowsPerStatement = 64

/** Inserts rows into a declared table inside an action. Columns left out become null. */
export async function insertRows<Name extends TableName>(
  tx: Transaction,
  name: Name,
  rows: readonly NewRow<Name>[],
): Promise<void> {
  const columns = Object.keys(columnsOf(tables[name]))
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const batch = rows.slice(start, start + rowsPerStatement)
    const values: unknown[] = []
    for (const row of batch) {
      const byName = row as Readonly<Record<string, unknown>> // columns come from the declaration of the same table
      for (const column of columns) values.push(byName[column] ?? null)
    }
    await tx.executeQuery(CompiledQuery.raw(insertStatement(name, columns, batch.length), values))
  }
}

function insertStatement(name: string, columns: readonly string[], rowCount: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`
  return `INSERT INTO ${name} (${columns.join(', ')}) VALUES ${Array(rowCount).fill(row).join(', ')}`
}
