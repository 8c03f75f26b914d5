// Signals and referrals over a time: how many were opened and closed, why, and to whom people were pointed. Nobody's.
import type { Reader } from '../database/transaction.ts'
import { rowsOf } from '../dues/rows.ts'
import type { Report, ReportPeriod } from '../reports/report.ts'
import { facts, persons, table, text, word } from '../reports/report-cells.ts'

interface Sum {
  readonly code: string
  readonly people: number
}

export const signalsReport: Report = {
  code: 'signals',
  module: 'care',
  async build(db, period) {
    const opened = await sumsOf(db, 'opened', period)
    const closed = await sumsOf(db, 'closed', period)
    const referred = await sumsOf(db, 'referred', period)
    const [open] = await rowsOf<{ people: number }>(
      db,
      "SELECT count(*) AS people FROM signal WHERE state = 'open' AND deleted_at IS NULL",
    )
    return {
      blocks: [
        facts(null, {
          signals_opened: persons(inAll(opened)),
          signals_closed: persons(inAll(closed)),
          signals_open: persons(open?.people ?? 0),
          signals_referred: persons(inAll(referred)),
        }),
        sumTable('signals_by_kind', 'signal_kind', opened, ({ code }) => word(`kind_${code}`)),
        sumTable('signals_by_reason', 'signal_reason', closed, ({ code }) => word(`reason_${code}`)),
        sumTable('referrals_by_organisation', 'organisation', referred, ({ code }) => text(code)),
      ],
    }
  },
}

const inAll = (sums: readonly Sum[]) => sums.reduce((total, { people }) => total + people, 0)

function sumTable(
  heading: string,
  column: string,
  sums: readonly Sum[],
  nameOf: (sum: Sum) => ReturnType<typeof word> | ReturnType<typeof text>,
) {
  return table(
    heading,
    [column, 'people'],
    sums.map((sum) => [nameOf(sum), persons(sum.people)]),
    [word('total'), persons(inAll(sums))],
  )
}

/** What is there, and what was counted before it went. */
const sources = {
  opened: 'SELECT opened_day AS day, kind AS code FROM signal WHERE deleted_at IS NULL',
  closed:
    'SELECT closed_day AS day, close_reason AS code FROM signal WHERE closed_day IS NOT NULL AND deleted_at IS NULL',
  referred: `SELECT r.day, coalesce(o.name, r.organisation_name) AS code FROM referral r
    LEFT JOIN organisation o ON o.id = r.organisation_id WHERE r.deleted_at IS NULL`,
} as const

function sumsOf(db: Reader, event: keyof typeof sources, { from, until }: ReportPeriod): Promise<Sum[]> {
  return rowsOf<Sum>(
    db,
    `SELECT code, count(*) AS people FROM (
      SELECT code FROM (${sources[event]}) WHERE day BETWEEN ?1 AND ?2
      UNION ALL SELECT coalesce(code, organisation_name) FROM care_tally
        WHERE event = '${event}' AND month BETWEEN substr(?1, 1, 7) AND substr(?2, 1, 7))
      GROUP BY code ORDER BY people DESC, code`,
    [from, until],
  )
}
