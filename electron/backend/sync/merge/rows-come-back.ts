// Somebody threw away or removed what somebody else, who did not know that, was still writing in. Nothing that was typed may vanish
// like that: the row comes back, and both are told.
import type { HintKind } from '../../../../shared/domain/merge-hint.ts'
import { enterAction, underAction } from '../../database/action-entry.ts'
import type { Table } from '../../database/declare-table.ts'
import { insertRows } from '../../database/insert-rows.ts'
import type { Transaction } from '../../database/transaction.ts'
import { setLine } from './change-line.ts'
import type { Here } from './here.ts'
import { stampWhole } from './merge-row.ts'
import { rowKey } from './merge-table.ts'
import { knowNodes, loadClock } from './sync-clock.ts'
import { syncedTable } from './synced-fields.ts'
import { listed, loadRows, run, select, storeStates } from './working-set.ts'

/**
 * Out of the bin, with all that one action threw away. An action of this computer like any other: it goes to the others by itself.
 * @param found each row that somebody wrote in, with the stamp of what threw it away
 */
export async function bringBack(
  tx: Transaction,
  here: Here,
  found: readonly { readonly stamp: string; readonly table: Table; readonly id: string }[],
): Promise<void> {
  for (const [stamp, [first]] of Map.groupBy(found, (each) => each.stamp)) {
    if (!first) continue
    const { seq } = await ownAction(tx, here, first.table, first.id)
    const rows = [...(await thrownAwayBy(tx, stamp)), ...found.filter((each) => each.stamp === stamp)]
    await underAction(tx, seq, async () => {
      for (const [table, ofTable] of Map.groupBy(rows, (row) => row.table))
        await run(tx, `UPDATE ${table.name} SET deleted_at = NULL WHERE deleted_at IS NOT NULL AND id IN ${listed}`, [
          JSON.stringify(ofTable.map(({ id }) => id)),
        ])
    })
    await tx
      .insertInto('sync_revival')
      .values({ id: stamp, at: here.now().toISOString() })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tellReturn(tx, here, first.table, first.id)
  }
}

/** Sends a whole row once more: others have removed it, and cannot make it again out of a few fields. */
export async function republish(tx: Transaction, here: Here, table: Table, id: string): Promise<void> {
  const clock = await loadClock(tx, here)
  const set = await loadRows(tx, new Map([[table, new Set([id])]]))
  const row = set.get(rowKey(table.name, id))
  if (!clock || !row?.values) return
  const { actionId } = await ownAction(tx, here, table, id)
  const changes = stampWhole(row, () => clock.stampAt(here.now()))
  await clock.store(tx)
  await knowNodes(tx, { [here.node]: here.device })
  row.isDirty = true
  await storeStates(tx, set)
  await insertRows(tx, 'sync_action', [{ id: actionId, stamp: changes[0]?.stamp ?? '', heard: 0 }])
  await insertRows(
    tx,
    'sync_outgoing',
    changes.map((change) => ({
      id: `${change.stamp}/0`,
      to_scope: table.scope,
      action_id: actionId,
      stamp: change.stamp,
      table_name: table.name,
      row_id: id,
      line: JSON.stringify(setLine(table.name, id, change)),
    })),
  )
  await tellReturn(tx, here, table, id)
}

async function ownAction(
  tx: Transaction,
  here: Here,
  table: Table,
  id: string,
): Promise<{ actionId: string; seq: number }> {
  const actionId = here.newId()
  const seq = await enterAction(tx, {
    ...{ id: actionId, at: here.now().toISOString(), device: here.device, actor: here.actor(), kind: 'rowsCameBack' },
    subject: { table: table.name, id },
  })
  return { actionId, seq }
}

async function thrownAwayBy(tx: Transaction, stamp: string): Promise<{ table: Table; id: string }[]> {
  const rows = await select(
    tx,
    `SELECT c.table_name, c.row_id FROM sync_action s JOIN action a ON a.id = s.id JOIN change c ON c.action_seq = a.seq
      WHERE s.stamp = ? AND c.op = 'update' AND json_extract(c.after, '$.deleted_at') IS NOT NULL`,
    [stamp],
  )
  return rows.flatMap(({ table_name, row_id }) => {
    const table = syncedTable(String(table_name))
    return table ? [{ table, id: String(row_id) }] : []
  })
}

async function tellReturn(tx: Transaction, here: Here, table: Table, id: string): Promise<void> {
  await insertRows(tx, 'sync_hint', [
    {
      id: here.newId(),
      kind: 'cameBack' satisfies HintKind,
      table_name: table.name,
      row_id: id,
      device: here.device,
      at: here.now().toISOString(),
    },
  ])
}
