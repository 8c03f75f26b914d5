// A closed year takes no row any more, from whichever code: write() asks here about every row an action added to the ledger.
import { CompiledQuery } from 'kysely'
import type { Transaction } from '../database/transaction.ts'
import type { LedgerRow } from '../ledger-chain/extend-chain.ts'
import { RuleBroken } from '../rule-broken.ts'
import { closedUntil } from './closed-years.ts'

/** @throws RuleBroken yearClosed with the `year` that is */
export async function refuseClosedYear(tx: Transaction, rows: readonly LedgerRow[]): Promise<void> {
  const last = await closedUntil(tx)
  if (last === null) return
  // As text: 2026-04-01 is not after 2026 alone, but it is before 2027.
  const firstOpen = `${last + 1}`
  for (const { table, values } of rows) {
    const day = table.bookedOn === undefined ? undefined : values[table.bookedOn]
    if (typeof day === 'string' && day < firstOpen)
      throw new RuleBroken('yearClosed', { year: Number(day.slice(0, 4)) })
  }
}

/**
 * What was on an account when the books began is part of every balance since.
 * @throws RuleBroken yearClosed
 */
export async function refuseClosedOpening(tx: Transaction, actionSeq: number): Promise<void> {
  const last = await closedUntil(tx)
  if (last === null) return
  const firstOpen = `${last + 1}`
  const { rows } = await tx.executeQuery(
    CompiledQuery.raw("SELECT before, after FROM change WHERE action_seq = ? AND table_name = 'bank_account'", [
      actionSeq,
    ]) as CompiledQuery<{ before: string | null; after: string | null }>, // two columns, named here
  )
  for (const { before, after } of rows)
    for (const side of [before, after]) {
      const values = side === null ? {} : JSON.parse(side)
      if (typeof values.opening_day === 'string' && values.opening_day < firstOpen)
        throw new RuleBroken('yearClosed', { year: Number(values.opening_day.slice(0, 4)) })
      if (typeof values.opening_cents === 'number' && values.opening_day === undefined)
        throw new RuleBroken('yearClosed', { year: Number(firstOpen) - 1 })
    }
}
