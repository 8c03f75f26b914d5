// What somebody need not pay, and debts from before this book kept dues.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import { write } from '../database/write.ts'
import { reversalIds } from '../ledger-chain/reversal-ids.ts'
import { refuseUnlikely } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { describeAction } from './describe-action.ts'
import { allocationsOfDues, liveDueById, openCentsOf, waiversOfDues } from './ledger-queries.ts'
import { dueReversal, dueRow, postingOf, postWaivers, reverseAllocations } from './post-ledger.ts'

/**
 * @param amountCents null = all that is open
 * @throws RuleBroken notFound, dueNotOpen, waiverMoreThanOpen (`cents` that are open)
 */
export async function waiveDue(context: BookContext, dueId: string, amountCents: number | null, reason: string) {
  const personId = await personOfDue(context, dueId)
  return write(context, { kind: 'duesWaived', subject: { table: 'person', id: personId } }, async (tx, action) => {
    const due = await liveDueById(tx, dueId)
    const open = due ? openCentsOf(due) : 0
    if (!due || open <= 0) throw new RuleBroken('dueNotOpen')
    const cents = amountCents ?? open
    if (cents > open) throw new RuleBroken('waiverMoreThanOpen', { field: 'amountCents', cents: open })
    await postWaivers(tx, context, [{ dueId, cents, reason }])
    await describeAction(tx, action, { cents, reason })
    return { cents }
  })
}

/** What was waived has to be paid after all. @throws RuleBroken notFound, alreadyReversed */
export async function reverseWaiver(context: BookContext, dueId: string) {
  const personId = await personOfDue(context, dueId)
  return write(context, { kind: 'waiverReversed', subject: { table: 'person', id: personId } }, async (tx, action) => {
    const rows = await waiversOfDues(tx, [dueId])
    if (rows.length === 0) throw new RuleBroken('alreadyReversed')
    const cents = rows.reduce((sum, row) => sum + row.cents, 0)
    await postWaivers(
      tx,
      context,
      rows.map((row) => ({ dueId, cents: row.cents, reason: row.reason, reversesId: row.id })),
    )
    await describeAction(tx, action, { cents })
    return { cents }
  })
}

/** @param day the day up to which it was owed; it is paid before any due of a later day */
export async function addOpeningBalance(context: BookContext, personId: string, amountCents: number, day: Day) {
  refuseUnlikely(context.today(), day)
  const id = context.newId()
  const subject = { table: 'person', id: personId } as const
  await write(context, { kind: 'openingBalanceAdded', subject, details: { cents: amountCents, day } }, async (tx) => {
    const person = await tx
      .selectFrom('person')
      .select('id')
      .where('id', '=', personId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (!person) throw new RuleBroken('notFound', { table: 'person' })
    const due = { agreementId: null, personId, kind: 'opening', periodStart: day, periodEnd: day, amountCents } as const
    await insertRows(tx, 'due', [dueRow(postingOf(context), id, due)])
  })
  return { id }
}

/** Takes an opening balance back; what was paid on it becomes credit. @throws RuleBroken notFound, alreadyReversed */
export async function reverseOpeningBalance(context: BookContext, dueId: string): Promise<void> {
  const personId = await personOfDue(context, dueId)
  const action = { kind: 'openingBalanceReversed', subject: { table: 'person', id: personId } } as const
  await write(context, action, async (tx, written) => {
    const due = await liveDueById(tx, dueId)
    // Dues of an agreement follow from the agreement: the run would make them anew.
    if (due?.kind !== 'opening') throw new RuleBroken('alreadyReversed')
    await reverseAllocations(tx, context, await allocationsOfDues(tx, [dueId]))
    const waived = await waiversOfDues(tx, [dueId])
    await postWaivers(
      tx,
      context,
      waived.map((row) => ({ dueId, cents: row.cents, reason: row.reason, reversesId: row.id })),
    )
    const nextId = await reversalIds(tx, 'due', [due.id])
    await insertRows(tx, 'due', [dueReversal(postingOf(context), nextId(due.id), due, 'mistake')])
    await describeAction(tx, written, { cents: due.amountCents })
  })
}

async function personOfDue(context: BookContext, dueId: string): Promise<string> {
  const due = await context.db.selectFrom('due').select('person_id').where('id', '=', dueId).executeTakeFirst()
  if (!due) throw new RuleBroken('notFound', { table: 'due' })
  return due.person_id
}
