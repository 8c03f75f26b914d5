import type { Reader } from '../database/transaction.ts'
import { bookLife, lastCarriedAt } from './carried-copy-queries.ts'

/** A PC that breaks or is stolen takes its own copies along: after this many days somebody is asked for one elsewhere. */
const daysWithout = 8
const day = 24 * 60 * 60 * 1000

/** Since how many days there is no copy elsewhere of what was written down; undefined while nothing needs to be asked. */
export async function copyDueSince(db: Reader, now: Date): Promise<{ days: number; ever: boolean } | undefined> {
  const life = await bookLife(db)
  if (!life) return undefined
  const last = await lastCarriedAt(db)
  // Nothing new: the copy that there is holds it all.
  if (last !== null && life.changed <= last) return undefined
  const days = Math.floor((now.getTime() - new Date(last ?? life.begun).getTime()) / day)
  return days > daysWithout ? { days, ever: last !== null } : undefined
}
