// Several computers with one book: real books with the real engine, and a carrier in memory instead of a folder.
import type { Scope } from '../../electron/backend/database/declare-table.ts'
import type { Transaction } from '../../electron/backend/database/transaction.ts'
import { exchange } from '../../electron/backend/database/write.ts'
import { createMerge } from '../../electron/backend/sync/merge/create-merge.ts'
import type { Applied, MergeEngine, Origin } from '../../electron/backend/sync/merge/merge-engine.ts'
import type { Day } from '../../shared/domain/calendar-date.ts'
import { type OpenTestBook, openTestBook } from './open-book.ts'

export const scopes: readonly Scope[] = ['leden', 'buurt', 'contributie', 'bank', 'zorg']

export interface Segment extends Origin {
  readonly lines: readonly string[]
}

export interface SharedBook extends OpenTestBook {
  readonly merge: MergeEngine
  readonly device: string
  /** Everything of its own that was not sent yet, as segments. */
  readonly send: (only?: readonly Scope[], limit?: number) => Promise<Segment[]>
  readonly hear: (segment: Segment) => Promise<Applied>
  readonly digest: (scope: Scope) => Promise<string>
  readonly rows: (statement: string) => Record<string, unknown>[]
}

export async function openSharedBook(device: string, today?: Day, folder?: string): Promise<SharedBook> {
  const book = await openTestBook({
    device,
    isEmpty: device !== 'a',
    ...(today && { today }),
    ...(folder && { folder }),
  })
  const merge = createMerge(book.context, device)
  Object.assign(book.context.sharing, {
    heardUpTo: () => merge.heardUpTo(book.context.db),
    keepUnseen: (tx: Transaction, seen: string) => merge.keepUnseen(tx, seen),
  })
  let seq = 0
  await exchange(book.context, (tx) => merge.begin(tx))
  return {
    ...book,
    merge,
    device,
    async send(only = scopes, limit = 1000) {
      const segments: Segment[] = []
      for (const scope of only)
        for (let more = true; more; ) {
          more = await exchange(book.context, async (tx) => {
            const collected = await merge.collectChanges(tx, scope, limit)
            if (collected.lines.length === 0) return false
            await merge.markCollected(tx, scope, collected.upTo)
            segments.push({ device, scope, seq: ++seq, lines: collected.lines })
            return collected.more
          })
        }
      return segments
    },
    hear: ({ lines, ...origin }) => exchange(book.context, (tx) => merge.applyLines(tx, origin, lines)),
    digest: (scope) => exchange(book.context, (tx) => merge.stateDigest(tx, scope)),
    rows: (statement) => book.opened.raw.prepare(statement).all() as Record<string, unknown>[], // any statement of a test
  }
}

/** A second computer that begins with the first one's state. */
export async function join(first: SharedBook, device: string, only: readonly Scope[] = scopes): Promise<SharedBook> {
  const book = await openSharedBook(device)
  for (const scope of only) {
    const lines = await exchange(first.context, (tx) => first.merge.snapshotLines(tx, scope))
    await exchange(book.context, (tx) => book.merge.applySnapshot(tx, { device: first.device, scope, seq: 0 }, lines))
  }
  return book
}

/** Everything to everybody, until nobody has anything left to say. */
export async function settle(books: readonly SharedBook[]): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    let sent = 0
    for (const from of books)
      for (const segment of await from.send()) {
        sent += 1
        for (const to of books) if (to !== from) await to.hear(segment)
      }
    if (sent === 0) return
  }
  throw new Error('the books never had enough of each other')
}
