// One row by its id, for tables whose rows people make, change and throw away.
import { RuleBroken } from '../rule-broken.ts'
import type { Row, TableName } from './schema.ts'
import type { Reader, Transaction } from './transaction.ts'

/** The row, unless it lies in the bin. Throws RuleBroken `notFound`. */
export async function liveRow<Name extends TableName>(db: Reader, table: Name, id: string): Promise<Row<Name>> {
  const row = await db
    .selectFrom(table as 'gathering') // any table of this kind has both columns
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table })
  return row as unknown as Row<Name> // of the table that was asked
}

/** Changes columns of the row; it must be there. */
export async function changeRow<Name extends TableName>(
  tx: Transaction,
  table: Name,
  id: string,
  values: Partial<Omit<Row<Name>, 'id'>>,
): Promise<void> {
  const result = await tx
    .updateTable(table as 'gathering')
    .set(values as Partial<Row<'gathering'>>) // columns of the same table
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (result.numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table })
}
