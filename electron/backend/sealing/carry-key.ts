// When a copy takes the place of a book, the key and the ways to it stay those of today: an older copy would bring back a sheet that was
// replaced, a passphrase that was dropped, or no key at all, and a second key beside the first.
import { type WriteContext, write } from '../database/write.ts'
import type { BookKeyRecord, KeyWrap } from './book-key-queries.ts'
import { bookKeyOf, deleteWraps, insertBookKey, insertWrap, wrapsOf } from './book-key-queries.ts'

export interface CarriedKey {
  readonly record: BookKeyRecord
  /** Newest first. */
  readonly wraps: readonly KeyWrap[]
}

/** What to carry over; undefined when nothing was ever sealed in this book. */
export async function takeKeyAlong(db: WriteContext['db']): Promise<CarriedKey | undefined> {
  const record = await bookKeyOf(db)
  return record && { record, wraps: await wrapsOf(db, record.id) }
}

/** Puts it into the restored book. A copy with another key is of another book, and keeps its own. */
export async function putKeyBack(carried: CarriedKey, context: WriteContext): Promise<void> {
  const present = await bookKeyOf(context.db)
  if (present && (present.id !== carried.record.id || present.checkValue !== carried.record.checkValue)) return
  await write(context, { kind: 'keyKept' }, async (tx) => {
    if (present) await deleteWraps(tx, await wrapsOf(tx, present.id))
    else await insertBookKey(tx, carried.record)
    for (const wrap of [...carried.wraps].reverse()) await insertWrap(tx, wrap)
  })
}
