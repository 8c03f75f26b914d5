// That two of a pair met, called or wrote. A day is enough; what they did is theirs.

import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { ContactStarter, ContactTeller } from '../../../shared/domain/pair-programme.ts'
import type { BookContext } from '../context.ts'
import { addRow, changeRow, liveRow, removeRow } from '../database/rows.ts'
import { write } from '../database/write.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { PairRow } from './pair-queries.ts'

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
    const row = await liveRow(tx, 'pair', pairId)
    checkDay(row, moment.day, context.today())
    await addRow(tx, 'pair_contact', { id, pair_id: pairId, ...columnsOf(moment) })
  })
  return { id }
}

export async function changeContact(
  context: BookContext,
  { id, ...moment }: ContactMoment & { readonly id: string },
): Promise<void> {
  const { pair_id } = await liveRow(context.db, 'pair_contact', id)
  await write(context, { kind: 'pairContactChanged', subject: { table: 'pair', id: pair_id } }, async (tx) => {
    const row = await liveRow(tx, 'pair', pair_id)
    checkDay(row, moment.day, context.today())
    await changeRow(tx, 'pair_contact', id, columnsOf(moment))
  })
}

export async function removeContact(context: BookContext, id: string): Promise<void> {
  const { pair_id } = await liveRow(context.db, 'pair_contact', id)
  await removeRow(
    context,
    { name: 'pair_contact', id },
    { kind: 'pairContactRemoved', subject: { table: 'pair', id: pair_id } },
  )
}

/** What came before or after a pair says nothing of it. */
function checkDay(row: PairRow, day: Day, today: Day): void {
  refuseFuture(today, day)
  if (day < row.from_day) throw new RuleBroken('dayBeforeStart', { field: 'day', from: row.from_day })
  if (row.until_day !== null && day > row.until_day)
    throw new RuleBroken('dayAfterEnd', { field: 'day', day: row.until_day })
}

function columnsOf({ day, confirmedBy, initiatedBy }: ContactMoment) {
  return { day, confirmed_by: confirmedBy, initiated_by: initiatedBy }
}
