// Books lines of the bank as payments: a payment per payer, what it pays by the rule of the ledger, why, and the lesson whose
// account it is. Many lines are one statement per table, not many.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { yearOf } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { closedUntil } from '../bookkeeping/closed-years.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import type { AccountKey, Accounts, PayerRef } from '../dues/payer-accounts.ts'
import { payerColumns } from '../dues/payer-accounts.ts'
import { postAllocations, postingOf } from '../dues/post-ledger.ts'
import { loadRunningAccounts } from '../dues/running-accounts.ts'
import type { MatchReason } from '../matching/match-types.ts'
import type { Sealer } from '../sealing/sealer.ts'
import type { Lesson } from './known-accounts.ts'
import { learnAccounts } from './known-accounts.ts'
import type { LineText } from './line-text.ts'
import type { BankLine } from './open-lines.ts'

export interface PayerPart {
  readonly payer: PayerRef
  readonly cents: Cents
}

export type Decided = NewRow<'bank_decision'>['decided']

export interface LineBooking {
  readonly line: BankLine
  readonly text: LineText
  /** Adds up to what is left of the line, but for what of it is no dues. */
  readonly parts: readonly PayerPart[]
  readonly decided: Decided
  /** null: somebody chose it, whatever the matcher saw. */
  readonly reason: MatchReason | null
}

export async function postLineBookings(
  tx: Transaction,
  context: BookContext,
  sealer: Sealer,
  accounts: Accounts,
  bookings: readonly LineBooking[],
): Promise<void> {
  const posting = postingOf(context)
  const payments: NewRow<'payment'>[] = []
  const paid: { key: AccountKey; id: string; day: Day; freeCents: Cents }[] = []
  const keys = new Set<AccountKey>()
  const dayOf = await openDays(tx)
  for (const { line, parts } of bookings) {
    const day = dayOf(line.bookDay)
    for (const { payer, cents } of parts) {
      const id = context.newId()
      const key = accounts.ofPayer(payer)
      keys.add(key)
      paid.push({ key, id, day, freeCents: cents })
      payments.push({
        ...posting,
        id,
        day,
        ...payerColumns(payer),
        method: 'overboeking',
        bank_line_id: line.id,
        amount_cents: cents,
      })
    }
  }
  const running = await loadRunningAccounts(tx, accounts, keys)
  const allocations = paid.flatMap(({ key, ...payment }) => running.pay(key, payment))
  await insertRows(tx, 'payment', payments)
  await postAllocations(tx, context, allocations)
  await keepDecisions(tx, context, sealer, bookings)
  await learnAccounts(tx, context, sealer, bookings.flatMap(lessonsOf))
}

/** Why lines were booked as they were, sealed beside them. */
export async function keepDecisions(
  tx: Transaction,
  context: BookContext,
  sealer: Sealer,
  decided: readonly Pick<LineBooking, 'line' | 'decided' | 'reason'>[],
): Promise<void> {
  await insertRows(
    tx,
    'bank_decision',
    decided.map(({ line, decided: how, reason }) => {
      const id = context.newId()
      const place = { table: 'bank_decision', id, column: 'reason' }
      return { id, bank_line_id: line.id, decided: how, reason: sealer.sealText(place, JSON.stringify(reason)) }
    }),
  )
}

/** Only a line that is all of one payer teaches whose account it is. */
function lessonsOf({ line, text, parts, decided }: LineBooking): Lesson[] {
  const [only, other] = parts
  if (!only || other || line.counterHash === null || text.counterIban === null) return []
  return [{ iban: text.counterIban, hash: line.counterHash, payer: only.payer, isConfirmed: decided !== 'certain' }]
}

/** A line that arrives late for a year that is closed counts from the first day after it. */
export async function openDays(tx: Transaction): Promise<(day: Day) => Day> {
  const closed = await closedUntil(tx)
  return (day) => (closed !== null && yearOf(day) <= closed ? `${closed + 1}-01-01` : day)
}
