// Part of an action that may be refused while the rest of it stands.
import { sql } from 'kysely'
import { RuleBroken } from '../rule-broken.ts'
import type { Transaction } from './transaction.ts'

/** Does the work; when a rule says no, nothing of it is left and the refusal is the answer. */
export async function attempt(tx: Transaction, work: () => Promise<void>): Promise<RuleBroken | undefined> {
  await sql`SAVEPOINT attempt`.execute(tx)
  try {
    await work()
    await sql`RELEASE attempt`.execute(tx)
    return undefined
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error
    await sql`ROLLBACK TO attempt`.execute(tx)
    await sql`RELEASE attempt`.execute(tx)
    return error
  }
}
