// Taking care data away for good: the rows, what the journal and undo know of them, and their bytes in the file. On the other computers
// of the book as soon as they hear of it, and in a copy that is put back.
import type { BookContext } from '../context.ts'
import type { TableName } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import { rowsOf } from '../dues/rows.ts'
import { inIds } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { erase } from '../sync/merge/erase-rows.ts'
import { writeErasure } from '../sync/merge/write-erasure.ts'
import { tally } from './tally.ts'

export interface CareRow {
  readonly table: TableName
  readonly id: string
}

/** One row, with those that hang on it. @throws RuleBroken notFound */
export async function eraseCare(context: BookContext, main: CareRow, hanging: readonly CareRow[] = []): Promise<void> {
  const rows = [...hanging, main]
  await writeErasure(context, { kind: 'careErased', details: { count: rows.length } }, async (tx, { at }) => {
    const [found] = await rowsOf(tx, `SELECT id FROM ${main.table} WHERE id = ?1`, [main.id])
    if (!found) throw new RuleBroken('notFound', { table: main.table })
    await eraseRows(tx, rows, at)
  })
}

/** Inside an erasure. What else names a signal lets go of it, and the year goes on counting it. */
export async function eraseRows(tx: Transaction, rows: readonly CareRow[], at: string): Promise<void> {
  const idsOf = (wanted: TableName) => rows.flatMap(({ table, id }) => (table === wanted ? [id] : []))
  const signals = idsOf('signal')
  await tally(tx, { signals, referrals: idsOf('referral') })
  await tx
    .updateTable('contact_moment')
    .set({ signal_id: null })
    .where('signal_id', 'in', inIds(signals))
    .where('person_id', 'is not', null)
    .execute()
  for (const { table, id } of rows) await erase(tx, table, id, at)
}
