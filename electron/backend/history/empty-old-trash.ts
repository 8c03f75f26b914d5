// After 30 days what lies in the bin goes for good, its values in the journal with it.
import { CompiledQuery } from 'kysely'
import type { BookContext } from '../context.ts'
import { allTables } from '../database/schema.ts'
import { write } from '../database/write.ts'
import { referencesTo } from '../journal/references.ts'
import { daysInTrash } from './trash-queries.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Removes what has been in the bin for more than 30 days. Rows that the ledger or a live row names stay. */
export async function emptyOldTrash(context: BookContext): Promise<number> {
  // Our own ISO text, so it may stand in the SQL; numbered parameters cannot be given as a list here.
  const before = new Date(context.now().getTime() - daysInTrash * dayMs).toISOString()
  const registers = allTables.filter((table) => table.class === 'register' || table.class === 'assignment')
  const removals = registers.map((table) => {
    const named = referencesTo(table.name).map(
      ({ table: other, column }) =>
        `AND NOT EXISTS (SELECT 1 FROM ${other.name} AS o WHERE o.${column} = ${table.name}.id${other.class === 'fact' || other.class === 'local' ? '' : ` AND (o.deleted_at IS NULL OR o.deleted_at >= '${before}')`})`,
    )
    return { name: table.name, condition: `deleted_at < '${before}' ${named.join(' ')}` }
  })
  let waiting = false
  for (const { name, condition } of removals) {
    const { rows } = await context.db.executeQuery(
      CompiledQuery.raw(`SELECT 1 FROM ${name} WHERE ${condition} LIMIT 1`),
    )
    waiting ||= rows.length > 0
  }
  if (!waiting) return 0
  return write(context, { kind: 'trashEmptied' }, async (tx, action) => {
    let removed = 0
    // Dependants first, so that what they named may go in the same run.
    for (const { name, condition } of removals.toReversed()) {
      const { numAffectedRows } = await tx.executeQuery(CompiledQuery.raw(`DELETE FROM ${name} WHERE ${condition}`))
      removed += Number(numAffectedRows ?? 0)
    }
    await tx.executeQuery(
      CompiledQuery.raw(
        "UPDATE change SET before = NULL, after = NULL WHERE row_id IN (SELECT row_id FROM change WHERE action_seq = ? AND op = 'delete')",
        [action.seq],
      ),
    )
    await tx
      .updateTable('action')
      .set({ details: JSON.stringify({ count: removed }) })
      .where('seq', '=', action.seq)
      .execute()
    return removed
  })
}
