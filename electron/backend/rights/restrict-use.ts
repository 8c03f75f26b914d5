// Kept and not used, and what is not agreed on: both stay visible until somebody settles them.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { disputeOutcomes, restrictionReasons } from '../../../shared/domain/person-rights.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import { changeRow, liveRow } from '../database/rows.ts'
import { tableNamed } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { findLivePerson } from '../members/person-queries.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'

interface Asked {
  readonly personId: string
  readonly day: Day
}

/** Asked again it says another reason, and goes on from the day it began. @throws RuleBroken notFound, dayInFuture */
export async function restrictUse(
  context: BookContext,
  { personId, day, reason }: Asked & { readonly reason: (typeof restrictionReasons)[number] },
): Promise<void> {
  refuseFuture(context.today(), day)
  const subject = { table: 'person', id: personId } as const
  await write(context, { kind: 'restrictionSet', subject }, async (tx) => {
    await findLivePerson(tx, personId)
    const running = await restrictionOf(tx, personId)
    if (running) await changeRow(tx, 'restriction', running.id, { reason })
    else await insertRows(tx, 'restriction', [{ id: context.newId(), person_id: personId, reason, from_day: day }])
  })
}

/** From today on. Two computers may both have begun one: all of them end. @throws RuleBroken notFound */
export async function liftRestriction(context: BookContext, personId: string): Promise<void> {
  const subject = { table: 'person', id: personId } as const
  await write(context, { kind: 'restrictionLifted', subject }, async (tx) => {
    if (!(await restrictionOf(tx, personId))) throw new RuleBroken('notFound', { table: 'restriction' })
    await tx
      .updateTable('restriction')
      .set({ until_day: context.today() })
      .where('person_id', '=', personId)
      .where('until_day', 'is', null)
      .where('deleted_at', 'is', null)
      .execute()
  })
}

/** The one that runs since the latest day; null when none does. */
export async function restrictionOf(db: Reader, personId: string) {
  const row = await db
    .selectFrom('restriction')
    .select(['id', 'reason', 'from_day as fromDay'])
    .where('person_id', '=', personId)
    .where('until_day', 'is', null)
    .where('deleted_at', 'is', null)
    .orderBy('from_day', 'desc')
    .executeTakeFirst()
  return row ?? null
}

/** @throws RuleBroken notFound, dayInFuture, badInput for what is no column of the book */
export async function recordDispute(
  context: BookContext,
  { personId, day, about, what }: Asked & { readonly about: string | null; readonly what: string },
): Promise<void> {
  refuseFuture(context.today(), day)
  const [table = '', column = ''] = about?.split('.') ?? []
  if (about !== null && !tableNamed(table)?.columns[column]) throw new RuleBroken('badInput', { field: 'about' })
  const subject = { table: 'person', id: personId } as const
  await write(context, { kind: 'disputeRecorded', subject }, async (tx) => {
    await findLivePerson(tx, personId)
    await insertRows(tx, 'dispute', [{ id: context.newId(), person_id: personId, about, what, since_day: day }])
  })
}

/** @throws RuleBroken notFound, dayInFuture */
export async function settleDispute(
  context: BookContext,
  { id, outcome, day }: { readonly id: string; readonly outcome: (typeof disputeOutcomes)[number]; readonly day: Day },
): Promise<void> {
  refuseFuture(context.today(), day)
  const { person_id } = await liveRow(context.db, 'dispute', id)
  const subject = { table: 'person', id: person_id } as const
  await write(context, { kind: 'disputeSettled', subject }, async (tx) => {
    await liveRow(tx, 'dispute', id)
    await changeRow(tx, 'dispute', id, { settled_day: day, outcome })
  })
}

export async function openDisputes(db: Reader, personId: string) {
  return db
    .selectFrom('dispute')
    .select(['id', 'about', 'what', 'since_day as sinceDay'])
    .where('person_id', '=', personId)
    .where('settled_day', 'is', null)
    .where('deleted_at', 'is', null)
    .orderBy('since_day')
    .orderBy('id')
    .execute()
}
