// The merge engine of an open book; see merge-engine.ts for what it promises.
import { randomBytes } from 'node:crypto'
import type { Transaction } from '../../database/transaction.ts'
import type { WriteContext } from '../../database/write.ts'
import { enforceErasures } from './erase-rows.ts'
import { hereOf } from './here.ts'
import type { MergeEngine } from './merge-engine.ts'
import { clockId } from './merge-table.ts'
import { oldestReader } from './oldest-reader.ts'
import { collectChanges, markCollected, waitingScopes } from './outgoing.ts'
import { takeUnderstood } from './pending.ts'
import { applySnapshot, snapshotLines } from './snapshot.ts'
import { stampOwn } from './stamp-own.ts'
import { stateDigest } from './state-digest.ts'
import { applyLines, takeOver } from './take-over.ts'
import { run } from './working-set.ts'

/** @param session random per start of the program; given in tests */
export function createMerge(context: WriteContext, session = randomBytes(4).toString('hex')): MergeEngine {
  const here = hereOf(context, session)
  return {
    async begin(tx) {
      here.heard.forget()
      if (await hasBegun(tx)) {
        // Perhaps the program was updated since: what it did not understand may be clear now.
        await takeOver(tx, here, await takeUnderstood(tx, here))
        return
      }
      const { last } = await tx
        .selectFrom('action')
        .select((eb) => eb.fn.max('seq').as('last'))
        .executeTakeFirstOrThrow()
      await tx
        .insertInto('sync_clock')
        .values({ id: clockId, last: '', stamped_up_to: last ?? 0 })
        .execute()
      // Who was erased before anybody shared the book does not come back from others either.
      await enforceErasures(tx, here)
    },
    hasBegun,
    async end(tx) {
      here.heard.forget()
      for (const table of ofSharing) await run(tx, `DELETE FROM ${table}`)
    },
    heardUpTo: (db) => here.heard.upTo(db),
    async keepUnseen(tx, seen) {
      const upTo = await here.heard.upTo(tx)
      if (upTo !== undefined && upTo > seen) await stampOwn(tx, here, { seen })
    },
    waiting: (tx) => waitingScopes(tx, here),
    collectChanges: (tx, scope, limit) => collectChanges(tx, here, scope, limit),
    oldestReader,
    markCollected,
    applyLines: (tx, origin, lines) => applyLines(tx, here, origin, lines),
    snapshotLines: (tx, scope) => snapshotLines(tx, here, scope),
    applySnapshot: (tx, origin, lines) => applySnapshot(tx, here, origin, lines),
    stateDigest: (tx, scope) => stateDigest(tx, here, scope),
  }
}

/** Not what was erased: that holds for every copy of this book, shared or not. */
const ofSharing = [
  'sync_clock',
  'sync_node',
  'sync_action',
  'sync_row',
  'sync_difference',
  'sync_outgoing',
  'sync_pending',
  'sync_hint',
  'sync_revival',
] as const

async function hasBegun(tx: Transaction): Promise<boolean> {
  const row = await tx.selectFrom('sync_clock').select('id').where('id', '=', clockId).executeTakeFirst()
  return row !== undefined
}
