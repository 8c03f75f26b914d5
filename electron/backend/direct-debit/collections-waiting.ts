// What about collecting waits for somebody: a file whose last day is near, and money that came back.
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { Reader } from '../database/transaction.ts'
import { rowsOf } from '../dues/rows.ts'
import { duesNow } from './charges-now.ts'
import { allCollections, allReturns, chargesOfItems, collectionView } from './collection-queries.ts'

/** Long enough before to find a quiet hour, short enough to mean something. */
const nearDays = 5
/** What came back longer ago is with whom it concerns by now, or will be found among what is open. */
const returnsLookedAt = 100

/** The collection that has to be with the bank soonest; null when none is near. */
export async function collectionToHandIn(db: Reader, today: Day) {
  const waiting = (await allCollections(db))
    .map(collectionView)
    .filter(({ state }) => state === 'made' || state === 'announced' || state === 'exported')
    .filter(({ days }) => days.submitBy <= addDays(today, nearDays))
    .sort((a, b) => (a.days.submitBy < b.days.submitBy ? -1 : 1))
  const [first] = waiting
  if (!first) return null
  const { id, days, cents, exportedOn } = first
  return { id, collectDay: days.collectDay, submitBy: days.submitBy, cents, isExported: exportedOn !== null }
}

/** Returned items of which something is open that was neither collected again nor asked for by letter since. */
export async function returnsToHandle(db: Reader): Promise<{ count: number; cents: Cents } | null> {
  const returns = await allReturns(db, returnsLookedAt)
  if (returns.length === 0) return null
  const dayOf = new Map(returns.map(({ itemId, day }) => [itemId, day]))
  const charges = await chargesOfItems(db, dayOf.keys())
  const now = await duesNow(
    db,
    charges.map(({ dueId }) => dueId),
  )
  const asked = charges.flatMap(({ itemId, dueId, cents }) =>
    (now.get(dueId) ?? []).map((due) => ({ itemId, dueId: due.id, cents, day: dayOf.get(itemId) })),
  )
  const waiting = await rowsOf<{ itemId: string; cents: Cents }>(
    db,
    `SELECT itemId, sum(cents) AS cents FROM (
      SELECT json_extract(e.value, '$.itemId') AS itemId, min(json_extract(e.value, '$.cents'),
        (SELECT sum(d.amount_cents) FROM due d WHERE coalesce(d.reverses_id, d.id) = json_extract(e.value, '$.dueId'))
        - coalesce((SELECT sum(a.amount_cents) FROM allocation a WHERE a.due_id = json_extract(e.value, '$.dueId')), 0)
        - coalesce((SELECT sum(w.amount_cents) FROM waiver w WHERE w.due_id = json_extract(e.value, '$.dueId')), 0)) AS cents
      FROM json_each(?1) e
      WHERE NOT EXISTS (SELECT 1 FROM reminder_due rd JOIN reminder r ON r.id = rd.reminder_id
          WHERE rd.due_id = json_extract(e.value, '$.dueId') AND r.reverses_id IS NULL AND r.day >= json_extract(e.value, '$.day'))
        AND NOT EXISTS (SELECT 1 FROM collection_charge g JOIN collection_item i ON i.id = g.item_id JOIN collection c ON c.id = i.collection_id
          WHERE g.due_id = json_extract(e.value, '$.dueId') AND g.reverses_id IS NULL AND c.collect_day > json_extract(e.value, '$.day')
            AND (SELECT sum(x.amount_cents) FROM collection_item x WHERE coalesce(x.reverses_id, x.id) = i.id) <> 0)
    ) WHERE cents > 0 GROUP BY itemId`,
    [JSON.stringify(asked)],
  )
  if (waiting.length === 0) return null
  return { count: waiting.length, cents: waiting.reduce((sum, { cents }) => sum + cents, 0) }
}
