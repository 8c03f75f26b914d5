// The dues run as one action: may be done at any time, and twice in a row the second changes nothing.
import { insertRows } from '../database/insert-rows.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import type { WriteContext } from '../database/write.ts'
import { write } from '../database/write.ts'
import { reversalIds } from '../ledger-chain/reversal-ids.ts'
import { RuleBroken } from '../rule-broken.ts'
import { duesBounds } from './agreement-queries.ts'
import { describeAction } from './describe-action.ts'
import type { RunPlan } from './plan-run.ts'
import { planRun } from './plan-run.ts'
import type { Posting } from './post-ledger.ts'
import { dueReversal, dueRow, postAllocations, postingOf, postWaivers, reverseAllocations } from './post-ledger.ts'

export interface RunContext extends WriteContext {
  readonly today: () => string
}

/** @throws RuleBroken `duesOff` when the book keeps no dues. */
export async function runDues(context: RunContext) {
  const { enabled } = await duesBounds(context.db, context.today())
  if (!enabled) throw new RuleBroken('duesOff')
  return write(context, { kind: 'duesRun' }, async (tx, action) => {
    // Planned inside the transaction: two runs at once must not both find the same dues missing.
    const plan = await planRun(tx, context.today(), context.newId)
    await carryOut(tx, context, plan)
    const summary = summaryOf(plan)
    await describeAction(tx, action, {
      // Where only credit was used, those are the amounts it is about.
      count: summary.added.count + summary.reversed.count || summary.allocated.count,
      added: summary.added.count,
      addedCents: summary.added.cents,
      reversed: summary.reversed.count,
      reversedCents: summary.reversed.cents,
      allocatedCents: summary.allocated.cents,
    })
    return summary
  })
}

async function carryOut(tx: Transaction, context: WriteContext, plan: RunPlan): Promise<void> {
  const posting = postingOf(context)
  const nextId = await reversalIds(
    tx,
    'due',
    plan.reversed.map(({ id }) => id),
  )
  await insertRows(
    tx,
    'due',
    plan.reversed.map((due) => dueReversal(posting, nextId(due.id), { ...due, kind: 'dues' }, 'run')),
  )
  await reverseAllocations(tx, context, plan.freed)
  await postWaivers(
    tx,
    context,
    plan.unwaived.map((row) => ({ dueId: row.dueId, cents: row.cents, reason: row.reason, reversesId: row.id })),
  )
  await insertRows(tx, 'due', rowsOfAdded(posting, plan.added))
  await postWaivers(tx, context, plan.waived)
  await postAllocations(tx, context, plan.allocations)
}

function* rowsOfAdded(posting: Posting, added: RunPlan['added']) {
  for (const due of added) yield dueRow(posting, due.id, { ...due, kind: 'dues' })
}

export async function previewRun(db: Reader, today: string) {
  let count = 0
  return summaryOf(await planRun(db, today, () => `new-${++count}`))
}

function summaryOf(plan: RunPlan) {
  const { added, reversed, allocations, freed } = plan
  const starts = added.map((due) => due.periodStart)
  const sum = (amounts: readonly number[]) => amounts.reduce((total, cents) => total + cents, 0)
  const newlyPaid = sum(allocations.map((line) => line.cents)) - sum(freed.map((row) => row.cents))
  return {
    added: { count: added.length, cents: sum(added.map((due) => due.amountCents)) },
    reversed: { count: reversed.length, cents: sum(reversed.map((due) => due.amountCents)) },
    // Money that merely moves from a due to the one that takes its place pays nothing new.
    allocated: { count: allocations.length, cents: Math.max(0, newlyPaid) },
    freedCents: Math.max(0, -newlyPaid),
    people: new Set([...added, ...reversed].map((due) => due.personId)).size,
    from: starts.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null),
    to: starts.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null),
  }
}
