// The only place that writes ledger rows.
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import type { WriteContext } from '../database/write.ts'
import { reversalIds } from '../ledger-chain/reversal-ids.ts'

/** What every ledger row of one action shares. */
export interface Posting {
  readonly created_at: string
  readonly created_by: string
}

export const postingOf = (context: WriteContext): Posting => ({
  created_at: context.now().toISOString(),
  created_by: context.device,
})

interface DueValues {
  readonly agreementId: string | null
  readonly personId: string
  readonly kind: 'dues' | 'opening'
  readonly periodStart: string
  readonly periodEnd: string
  readonly amountCents: number
}

export function dueRow(posting: Posting, id: string, due: DueValues): NewRow<'due'> {
  return {
    ...posting,
    id,
    agreement_id: due.agreementId,
    person_id: due.personId,
    kind: due.kind,
    period_start: due.periodStart,
    period_end: due.periodEnd,
    amount_cents: due.amountCents,
    reverses_id: null,
    reason: null,
  }
}

/** Takes a due back as a whole. */
export function dueReversal(
  posting: Posting,
  id: string,
  due: DueValues & { id: string },
  reason: string,
): NewRow<'due'> {
  return { ...dueRow(posting, id, due), amount_cents: -due.amountCents, reverses_id: due.id, reason }
}

export async function postAllocations(
  tx: Transaction,
  context: WriteContext,
  lines: readonly { paymentId: string; dueId: string; cents: number }[],
): Promise<void> {
  const posting = postingOf(context)
  await insertRows(
    tx,
    'allocation',
    lines.map((line) => ({
      ...posting,
      id: context.newId(),
      payment_id: line.paymentId,
      due_id: line.dueId,
      amount_cents: line.cents,
      reverses_id: null,
    })),
  )
}

/** Takes live allocations back; their money is free again. */
export async function reverseAllocations(
  tx: Transaction,
  context: WriteContext,
  rows: readonly { id: string; paymentId: string; dueId: string; cents: number }[],
): Promise<void> {
  const posting = postingOf(context)
  const nextId = await reversalIds(
    tx,
    'allocation',
    rows.map(({ id }) => id),
  )
  await insertRows(
    tx,
    'allocation',
    rows.map((row) => ({
      ...posting,
      id: nextId(row.id),
      payment_id: row.paymentId,
      due_id: row.dueId,
      amount_cents: -row.cents,
      reverses_id: row.id,
    })),
  )
}

export async function postWaivers(
  tx: Transaction,
  context: WriteContext,
  waivers: readonly { dueId: string; cents: number; reason: string; reversesId?: string }[],
): Promise<void> {
  const posting = postingOf(context)
  const nextId = await reversalIds(
    tx,
    'waiver',
    waivers.flatMap(({ reversesId }) => reversesId ?? []),
  )
  await insertRows(
    tx,
    'waiver',
    waivers.map((waiver) => ({
      ...posting,
      id: waiver.reversesId === undefined ? context.newId() : nextId(waiver.reversesId),
      due_id: waiver.dueId,
      reason: waiver.reason as NewRow<'waiver'>['reason'], // it was read from this table, or parsed by the contract
      amount_cents: waiver.reversesId === undefined ? waiver.cents : -waiver.cents,
      reverses_id: waiver.reversesId ?? null,
    })),
  )
}
