// The clock of this book, and whether it is shared at all.
import type { Transaction } from '../../database/transaction.ts'
import type { Here } from './here.ts'
import { clockId } from './merge-table.ts'
import { laterTime, nextTime, type Stamp } from './stamp.ts'
import { select } from './working-set.ts'

export interface SyncClock {
  /** The stamp for something done at that moment by this computer's clock. */
  readonly stampAt: (wall: Date) => Stamp
  readonly hear: (time: string) => void
  readonly stampedUpTo: number
  readonly store: (tx: Transaction, stampedUpTo?: number) => Promise<void>
}

/** Undefined: nobody shares the book. */
export async function loadClock(tx: Transaction, here: Here): Promise<SyncClock | undefined> {
  const [row] = await select(tx, 'SELECT last, stamped_up_to FROM sync_clock WHERE id = ?', [clockId])
  if (!row) return undefined
  let last = String(row.last)
  const before = Number(row.stamped_up_to)
  return {
    stampedUpTo: before,
    stampAt(wall) {
      last = nextTime(last, wall.getTime())
      return last + here.node
    },
    hear(time) {
      last = laterTime(last, time)
    },
    async store(inside, stampedUpTo = before) {
      await inside
        .updateTable('sync_clock')
        .set({ last, stamped_up_to: stampedUpTo })
        .where('id', '=', clockId)
        .execute()
    },
  }
}

export async function knowNodes(tx: Transaction, nodes: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, device] of Object.entries(nodes))
    await tx
      .insertInto('sync_node')
      .values({ id, device })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
