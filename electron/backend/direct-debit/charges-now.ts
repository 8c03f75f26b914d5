// Which dues a collection is for now. A due that was remade since - another payer, another amount - is the same month of the same
// person: what is on its way for it must not be asked of the next payer too, and pays that month when it comes in.
import type { Cents } from '../../../shared/domain/money.ts'
import type { Reader } from '../database/transaction.ts'
import type { LedgerDue } from '../dues/ledger-queries.ts'
import { duesOfPeople, openCentsOf } from '../dues/ledger-queries.ts'
import { idList, rowsOf } from '../dues/rows.ts'

interface AskedDue {
  readonly id: string
  readonly personId: string
  readonly periodStart: string
  readonly periodEnd: string
}

/** Of each due that was asked: itself, or those that took its place, oldest first; none when nothing did. */
export async function duesNow(db: Reader, dueIds: Iterable<string>): Promise<ReadonlyMap<string, LedgerDue[]>> {
  const asked = await rowsOf<AskedDue>(
    db,
    `SELECT id, person_id AS personId, period_start AS periodStart, period_end AS periodEnd FROM due
      WHERE id IN (SELECT value FROM json_each(?1))`,
    [idList(dueIds)],
  )
  const live = await duesOfPeople(db, new Set(asked.map(({ personId }) => personId)))
  const byId = new Map(live.map((due) => [due.id, due]))
  const byPerson = Map.groupBy(live, ({ personId }) => personId)
  const nowOf = (due: AskedDue) => {
    const own = byId.get(due.id)
    return own ? [own] : (byPerson.get(due.personId) ?? []).filter((other) => tookPlaceOf(due, other))
  }
  return new Map(asked.map((due) => [due.id, nowOf(due)]))
}

const tookPlaceOf = (due: AskedDue, other: LedgerDue) =>
  other.kind === 'dues' && other.periodStart < due.periodEnd && other.periodEnd > due.periodStart

export interface PlacedCharge<Asked> {
  readonly charge: Asked
  readonly parts: readonly { readonly dueId: string; readonly cents: Cents }[]
  /** What no due takes any more: it will be money that is left. */
  readonly restCents: Cents
}

/** Lets charges pay what is still open of the dues they are for now, each euro once. */
export function placeCharges<Asked extends { readonly dueId: string; readonly cents: Cents }>(
  charges: readonly Asked[],
  now: ReadonlyMap<string, readonly LedgerDue[]>,
): PlacedCharge<Asked>[] {
  const taken = new Map<string, Cents>()
  return charges.map((charge) => {
    let restCents = charge.cents
    const parts: { dueId: string; cents: Cents }[] = []
    for (const due of now.get(charge.dueId) ?? []) {
      const cents = Math.min(restCents, openCentsOf(due) - (taken.get(due.id) ?? 0))
      if (cents <= 0) continue
      taken.set(due.id, (taken.get(due.id) ?? 0) + cents)
      restCents -= cents
      parts.push({ dueId: due.id, cents })
    }
    return { charge, parts, restCents }
  })
}
