// How many were pointed where, and what came of it. Nobody is named: what is known of somebody stands with the signal it came of.
import { sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { ReferralOutcome } from '../../../shared/domain/organisation.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'

/** Referrals that were written down with an organisation itself, newest first. */
export async function findReferrals(
  db: Reader,
  organisationId: string,
): Promise<readonly Row<'organisation_referral'>[]> {
  return db
    .selectFrom('organisation_referral')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('deleted_at', 'is', null)
    .orderBy('day', 'desc')
    .orderBy('row_no', 'desc')
    .execute()
}

export interface ReferralCount {
  readonly organisationId: string
  readonly organisationName: string
  readonly count: number
  readonly outcomes: Partial<Record<ReferralOutcome, number>>
}

interface Counted {
  readonly id: string
  readonly name: string
  /** null: it came of a signal that is gone, and of which the year counts no more than that. */
  readonly outcome: ReferralOutcome | null
  readonly count: number
}

/**
 * How many were pointed to each organisation from one day up to and including another, most first: those written down with the
 * organisation, and those that came of a signal, also when that went after its half year.
 */
export async function countReferrals(
  db: Reader,
  { from, lastDay }: { readonly from: Day; readonly lastDay: Day },
): Promise<readonly ReferralCount[]> {
  const { rows } = await sql<Counted>`
    SELECT o.id, o.name, r.outcome, count(*) AS count FROM (
      SELECT organisation_id, day, outcome FROM organisation_referral WHERE deleted_at IS NULL
      UNION ALL
      SELECT organisation_id, day, CASE outcome WHEN 'aangenomen' THEN 'geholpen' WHEN 'wacht' THEN 'wachtlijst'
        WHEN 'niet_gelukt' THEN 'niet_geholpen' WHEN 'wil_niet' THEN 'niet_gegaan' ELSE 'open' END
      FROM referral WHERE deleted_at IS NULL AND organisation_id IS NOT NULL
      UNION ALL
      SELECT organisation_id, ${from}, NULL FROM care_tally WHERE event = 'referred' AND deleted_at IS NULL
        AND month BETWEEN ${from.slice(0, 7)} AND ${lastDay.slice(0, 7)}) AS r
    JOIN organisation AS o ON o.id = r.organisation_id
    WHERE r.day BETWEEN ${from} AND ${lastDay}
    GROUP BY o.id, r.outcome ORDER BY o.name COLLATE NOCASE, o.id`.execute(db)
  const counts = [...Map.groupBy(rows, ({ id }) => id)].map(([organisationId, ofOne]) => ({
    organisationId,
    organisationName: ofOne[0]?.name ?? '',
    count: ofOne.reduce((sum, { count }) => sum + count, 0),
    outcomes: Object.fromEntries(ofOne.flatMap(({ outcome, count }) => (outcome === null ? [] : [[outcome, count]]))),
  }))
  return counts.toSorted((a, b) => b.count - a.count)
}
