// Up to where this book has heard of others: a moment by the clock of this computer that only grows, also when the clock is put back.
// Every change that came in has one, and every answer to a window says how far it had come.
import { insertRows } from '../../database/insert-rows.ts'
import type { Reader, Transaction } from '../../database/transaction.ts'
import type { ActionLine } from './change-line.ts'
import { run, select } from './working-set.ts'

export interface HeardMark {
  /** undefined: nobody shares the book. */
  readonly upTo: (db: Reader) => Promise<string | undefined>
  readonly next: (tx: Transaction) => Promise<string>
  /** Sharing began or ended. */
  readonly forget: () => void
}

export function createHeardMark(now: () => Date): HeardMark {
  /** null: nobody shares; undefined: not looked up. A transaction that was given up leaves it too late, which does no harm. */
  let last: string | null | undefined
  const upTo = async (db: Reader) => {
    if (last === undefined) {
      const [row] = await select(
        db,
        'SELECT (SELECT max(heard_at) FROM sync_action WHERE heard = 1) AS at FROM sync_clock',
      )
      last = row ? String(row.at ?? '') : null
    }
    return last ?? undefined
  }
  return {
    upTo,
    async next(tx) {
      const before = (await upTo(tx)) ?? ''
      const wall = now().toISOString()
      last = wall > before ? wall : new Date(Date.parse(before) + 1).toISOString()
      return last
    },
    forget() {
      last = undefined
    },
  }
}

/** These came in now; one that came before, in another scope, has come once more. */
export async function noteHeard(tx: Transaction, heard: HeardMark, actions: Iterable<ActionLine>): Promise<void> {
  const stamps = new Map([...actions].map(({ a, t }) => [a, t]))
  if (stamps.size === 0) return
  const heard_at = await heard.next(tx)
  const known = new Set<string>()
  const ids = JSON.stringify([...stamps.keys()])
  for (const { id } of await select(tx, 'SELECT id FROM sync_action WHERE id IN (SELECT value FROM json_each(?))', [
    ids,
  ]))
    known.add(String(id))
  await run(tx, 'UPDATE sync_action SET heard_at = ? WHERE heard = 1 AND id IN (SELECT value FROM json_each(?))', [
    heard_at,
    ids,
  ])
  const isNew = ([id]: [string, string]) => !known.has(id)
  await insertRows(
    tx,
    'sync_action',
    [...stamps].filter(isNew).map(([id, stamp]) => ({ id, stamp, heard: 1, heard_at })),
  )
}
