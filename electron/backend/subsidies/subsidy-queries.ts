// Subsidies with the gatherings they paid for.
import { cameTo } from '../../../shared/domain/attendance.ts'
import { type Day, daysBetween } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { gatheringSummaries } from '../gatherings/gathering-queries.ts'

/** All of them with what they paid for; the one to account for first comes first. */
export async function subsidiesWithSpending(db: Reader, today: Day) {
  const rows = await db.selectFrom('subsidy').selectAll().where('deleted_at', 'is', null).execute()
  const costs = await db
    .selectFrom('gathering')
    .select(['id', 'subsidy_id', 'cost_cents'])
    .where('subsidy_id', 'is not', null)
    .where('deleted_at', 'is', null)
    .execute()
  const costOf = new Map(costs.map((row) => [row.id, row]))
  const paid = await gatheringSummaries(db, { ids: [...costOf.keys()] }, today)
  return rows
    .map((row) => {
      const gatherings = paid
        .filter(({ id }) => costOf.get(id)?.subsidy_id === row.id)
        .map((gathering) => ({
          id: gathering.id,
          title: gathering.title,
          day: gathering.day,
          groupName: gathering.groupName,
          isHeld: gathering.state === 'gehouden',
          isCalledOff: gathering.state === 'afgelast',
          came: cameTo(gathering),
          costCents: costOf.get(gathering.id)?.cost_cents ?? null,
        }))
        // What was called off is of no matter to the giver, but for what it had cost by then.
        .filter(({ isCalledOff, costCents }) => !isCalledOff || (costCents ?? 0) > 0)
      const spentCents = row.other_cents + costOfAll(gatherings.filter(isSpent))
      const isOpen = row.accounted_day === null && row.account_day !== null
      return {
        id: row.id,
        giver: row.giver,
        purpose: row.purpose,
        grantedDay: row.granted_day,
        grantedCents: row.granted_cents,
        otherCents: row.other_cents,
        otherNote: row.other_note,
        accountDay: row.account_day,
        accountedDay: row.accounted_day,
        returnedCents: row.returned_cents,
        spentCents,
        plannedCents: costOfAll(gatherings.filter((gathering) => !isSpent(gathering))),
        leftCents: row.granted_cents - spentCents - (row.returned_cents ?? 0),
        daysLeft: isOpen ? daysBetween(today, row.account_day ?? today) : null,
        gatherings,
      }
    })
    .sort((a, b) => ((a.accountDay ?? '9999') < (b.accountDay ?? '9999') ? -1 : 1))
}

const costOfAll = (gatherings: readonly { readonly costCents: number | null }[]) =>
  gatherings.reduce((sum, { costCents }) => sum + (costCents ?? 0), 0)

const isSpent = ({ isHeld, isCalledOff }: { readonly isHeld: boolean; readonly isCalledOff: boolean }) =>
  isHeld || isCalledOff
