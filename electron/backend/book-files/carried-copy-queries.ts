import type { Reader, Transaction } from '../database/transaction.ts'

/** When the last copy for elsewhere was made; null for never. */
export async function lastCarriedAt(db: Reader): Promise<string | null> {
  const row = await db.selectFrom('carried_copy').select('made_at').executeTakeFirst()
  return row?.made_at ?? null
}

export async function keepCarriedAt(tx: Transaction, id: string, at: string): Promise<void> {
  await tx.deleteFrom('carried_copy').execute()
  await tx.insertInto('carried_copy').values({ id, made_at: at }).execute()
}

/** When the book was begun and when it was last changed; undefined for one in which nothing ever happened. */
export async function bookLife(db: Reader): Promise<{ readonly begun: string; readonly changed: string } | undefined> {
  const first = await db.selectFrom('action').select('at').orderBy('seq').limit(1).executeTakeFirst()
  const last = await db.selectFrom('action').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return first && last && { begun: first.at, changed: last.at }
}

/** How many actions came after this one, without that a copy was made; 0 in a book that does not know it. */
export async function countWrittenAfter(db: Reader, id: string): Promise<number> {
  const known = await db.selectFrom('action').select('seq').where('id', '=', id).executeTakeFirst()
  if (!known) return 0
  const { count } = await db
    .selectFrom('action')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('seq', '>', known.seq)
    .where('kind', '<>', 'copyCarried')
    .executeTakeFirstOrThrow()
  return count
}
