// What the year counts once the signals themselves are gone: a month and a code, nobody's.
import { hash } from 'node:crypto'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow, Row } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'

export interface Counted {
  readonly signals: readonly string[]
  readonly referrals: readonly string[]
}

/** Before these rows go. The ids follow from theirs: every computer that lets them go counts the same. */
export async function tally(tx: Transaction, counted: Counted): Promise<void> {
  const signals = await tx
    .selectFrom('signal')
    .selectAll()
    .where('id', 'in', [...counted.signals])
    .where('deleted_at', 'is', null)
    .execute()
  const referrals = await tx
    .selectFrom('referral')
    .selectAll()
    .where('id', 'in', [...counted.referrals])
    .where('deleted_at', 'is', null)
    .execute()
  const rows = [...signals.flatMap(talliesOf), ...referrals.map(tallyOfReferral)]
  const ids = rows.map(({ id }) => id)
  const known = await tx.selectFrom('care_tally').select('id').where('id', 'in', ids).execute()
  const isKnown = new Set(known.map(({ id }) => id))
  await insertRows(
    tx,
    'care_tally',
    rows.filter(({ id }) => !isKnown.has(id)),
  )
}

function talliesOf(signal: Row<'signal'>): NewRow<'care_tally'>[] {
  const opened = {
    id: tallyId('opened', signal.id),
    event: 'opened' as const,
    month: monthOf(signal.opened_day),
    code: signal.kind,
  }
  if (signal.closed_day === null) return [opened]
  const closed = { id: tallyId('closed', signal.id), event: 'closed' as const, month: monthOf(signal.closed_day) }
  return [opened, { ...closed, code: signal.close_reason }]
}

function tallyOfReferral(referral: Row<'referral'>): NewRow<'care_tally'> {
  return {
    id: tallyId('referred', referral.id),
    event: 'referred',
    month: monthOf(referral.day),
    organisation_id: referral.organisation_id,
    organisation_name: referral.organisation_name,
  }
}

const tallyId = (event: string, id: string) => hash('sha256', JSON.stringify(['care_tally', event, id])).slice(0, 32)
const monthOf = (day: Day) => day.slice(0, 7)
