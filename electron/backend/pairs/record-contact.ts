// That two of a pair met, called or wrote. A day is enough; what they did is theirs.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { ContactStarter, ContactTeller } from '../../../shared/domain/pair-programme.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { type PairRow, pairById } from './pair-queries.ts'

export interface ContactMoment {
  readonly day: Day
  readonly confirmedBy: ContactTeller | null
  readonly initiatedBy: ContactStarter | null
}

/** @throws RuleBroken dayInFuture, dayBeforeStart, dayAfterEnd */
export async function recordContact(
  context: BookContext,
  { pairId, ...moment }: ContactMoment & { readonly pairId: string },
): Promise<{ id: string }> {
  const id = context.newId()
  const subject = { table: 'pair', id: pairId } as const
  await write(context, { kind: 'pairContactRecorded', subject, details: { day: moment.day } }, async (tx) => {
    const { row } = await pairById(tx, pairId)
    checkDay(row, moment.day, context.today())
    await insertRows(tx, 'pair_contact', [{ id, pair_id: pairId, ...columnsOf(moment) }])
  })
  return { id }
}

export async function changeContact(
  context: BookContext,
  { id, ...moment }: ContactMoment & { readonly id: string },
): Promise<void> {
  const { pair_id } = await contactById(context.db, id)
  await write(context, { kind: 'pairContactChanged', subject: { table: 'pair', id: pair_id } }, async (tx) => {
    const { row } = await pairById(tx, pair_id)
    checkDay(row, moment.day, context.today())
    await tx.updateTable('pair_contact').set(columnsOf(moment)).where('id', '=', id).execute()
  })
}

export async function removeContact(context: BookContext, id: string): Promise<void> {
  const { pair_id } = await contactById(context.db, id)
  const deleted_at = context.now().toISOString()
  await write(context, { kind: 'pairContactRemoved', subject: { table: 'pair', id: pair_id } }, async (tx) => {
    await tx.updateTable('pair_contact').set({ deleted_at }).where('id', '=', id).execute()
  })
}

/** What came before or after a pair says nothing of it. */
function checkDay(row: PairRow, day: Day, today: Day): void {
  if (day > today) throw new RuleBroken('dayInFuture', { field: 'day', day })
  if (day < row.from_day) throw new RuleBroken('dayBeforeStart', { field: 'day', from: row.from_day })
  if (row.until_day !== null && day > row.until_day)
    throw new RuleBroken('dayAfterEnd', { field: 'day', day: row.until_day })
}

async function contactById(db: Reader, id: string): Promise<Row<'pair_contact'>> {
  const row = await db
    .selectFrom('pair_contact')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table: 'pair_contact' })
  return row
}

function columnsOf({ day, confirmedBy, initiatedBy }: ContactMoment) {
  return { day, confirmed_by: confirmedBy, initiated_by: initiatedBy }
}
