import { CompiledQuery } from 'kysely'
import type { BookContext } from '../context.ts'
import { changeRow } from '../database/rows.ts'
import type { TableName } from '../database/schema.ts'
import { tableNamed } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { hasBothSides } from '../pairs/change-pair.ts'
import { RuleBroken } from '../rule-broken.ts'
import { restorePlaces } from './places-in-trash.ts'

/**
 * Puts a row back with everything that was thrown away in the same action, and the places these need.
 * @returns how many rows came back. @throws RuleBroken `notFound` when it is not in the bin (any more).
 */
export async function restoreFromTrash(context: BookContext, table: TableName, id: string): Promise<number> {
  const thrownAway = await context.db
    .selectFrom('change')
    .select('action_seq')
    .where('row_id', '=', id)
    .where('table_name', '=', table)
    .where('op', '=', 'update')
    .where('after', 'like', '%"deleted_at":"%')
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  if (!thrownAway) throw new RuleBroken('notFound', { table })
  const together = await context.db
    .selectFrom('change')
    .select(['table_name', 'row_id'])
    .where('action_seq', '=', thrownAway.action_seq)
    .where('after', 'like', '%"deleted_at":"%')
    .execute()
  return write(context, { kind: 'trashRestored', subject: { table, id } }, async (tx) => {
    let restored = 0
    for (const [name, rows] of Map.groupBy(together, (change) => change.table_name)) {
      if (!tableNamed(name)) continue
      const update = `UPDATE ${name} SET deleted_at = NULL WHERE deleted_at IS NOT NULL AND id IN (SELECT value FROM json_each(?))`
      const { numAffectedRows } = await tx.executeQuery(
        CompiledQuery.raw(update, [JSON.stringify(rows.map(({ row_id }) => row_id))]),
      )
      restored += Number(numAffectedRows ?? 0)
    }
    if (restored === 0) throw new RuleBroken('notFound', { table })
    if (table === 'person') await resumeWhatEnded(tx, thrownAway.action_seq)
    return restored + (await restorePlaces(tx))
  })
}

/** What ended because somebody went to the bin, and is itself not in it. */
const endedAlong = ['pair', 'help_request', 'help_job'] as const

/** Goes on as before, where nobody said anything else of it since. */
async function resumeWhatEnded(tx: Transaction, actionSeq: number): Promise<void> {
  const changes = await tx
    .selectFrom('change')
    .select(['table_name', 'row_id', 'before', 'after'])
    .where('action_seq', '=', actionSeq)
    .where('table_name', 'in', [...endedAlong])
    .where('op', '=', 'update')
    .orderBy('seq', 'desc')
    .execute()
  for (const { table_name, row_id, before, after } of changes) {
    const name = endedAlong.find((each) => each === table_name)
    // Of what was forgotten since, nothing is known any more.
    if (!name || before === null || after === null) continue
    const row = await tx
      .selectFrom(name)
      .selectAll()
      .where('id', '=', row_id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    const now = new Map<string, unknown>(Object.entries(row ?? {}))
    if (Object.entries(JSON.parse(after)).some(([column, value]) => now.get(column) !== value)) continue
    if (name === 'pair' && !(await hasBothSides(tx, row_id))) continue
    await changeRow(tx, name, row_id, JSON.parse(before))
  }
}
