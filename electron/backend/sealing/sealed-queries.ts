import type { SealingState } from '../../../shared/contract/sealing.ts'
import { allTables } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'

/** How many rows hold something sealed, per scope; scopes without any are left out. Read from the declarations, so no table is forgotten. */
export async function sealedRows(db: Reader): Promise<SealingState['sealed']> {
  const rows = new Map<SealingState['sealed'][number]['scope'], number>()
  for (const table of allTables) {
    if (!Object.values(table.columns).some((column) => column.sealed)) continue
    const { count } = await db
      .selectFrom(table.name as 'book') // every declared table has an id, and only that is counted
      .select((eb) => eb.fn.count<number>('id').as('count'))
      .executeTakeFirstOrThrow()
    if (count > 0) rows.set(table.scope, (rows.get(table.scope) ?? 0) + count)
  }
  return [...rows].map(([scope, count]) => ({ scope, rows: count }))
}

/** Whether somebody should make a recovery sheet: there is a key, and no sheet that was typed back. */
export async function isSheetMissing(db: Reader): Promise<boolean> {
  const key = await db.selectFrom('book_key').select('id').executeTakeFirst()
  return key !== undefined && !(await hasSheet(db))
}

/** Whether there is a recovery sheet that was typed back. */
export async function hasSheet(db: Reader): Promise<boolean> {
  const sheet = await db
    .selectFrom('book_key_wrap')
    .select('id')
    .where('holder', '=', 'sheet')
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  return sheet !== undefined
}
