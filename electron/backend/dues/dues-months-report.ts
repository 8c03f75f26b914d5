// What the dues came to, month by month: asked, waived, paid, open.
import type { ReportCell } from '../../../shared/contract/reports.ts'
import { isFew } from '../../../shared/domain/few-people.ts'
import type { Report } from '../reports/report.ts'
import { cents, centsOfPersons, count, facts, persons, table, word } from '../reports/report-cells.ts'

import { rowsOf } from './rows.ts'

interface MonthSums {
  /** YYYY-MM */
  readonly month: string
  readonly people: number
  readonly due: number
  readonly waived: number
  readonly received: number
}

export const duesMonthsReport: Report = {
  code: 'dues_months',
  module: 'dues',
  async build(db, { from, until }) {
    const months = await rowsOf<MonthSums>(
      db,
      `WITH raised AS (
        SELECT d.id, d.person_id, substr(d.period_start, 1, 7) AS month,
          d.amount_cents + coalesce((SELECT sum(r.amount_cents) FROM due r WHERE r.reverses_id = d.id), 0) AS cents
        FROM due d WHERE d.kind = 'dues' AND d.reverses_id IS NULL AND d.period_start BETWEEN ?1 AND ?2)
      SELECT month, count(DISTINCT person_id) AS people, sum(cents) AS due,
        sum(coalesce((SELECT sum(w.amount_cents) FROM waiver w WHERE w.due_id = raised.id), 0)) AS waived,
        sum(coalesce((SELECT sum(a.amount_cents) FROM allocation a WHERE a.due_id = raised.id), 0)) AS received
      FROM raised WHERE cents <> 0 GROUP BY month ORDER BY month`,
      [from, until],
    )
    // Where only one month is of a few, a sum less the other months would be that month.
    const isTold = months.filter(({ people }) => isFew(people)).length !== 1
    const sum = (of: (month: MonthSums) => number): ReportCell =>
      isTold ? cents(months.reduce((total, month) => total + of(month), 0)) : { kind: 'hidden' }
    const open = (month: MonthSums) => month.due - month.waived - month.received
    return {
      blocks: [
        facts(null, {
          months: count(months.length),
          expected: sum(({ due, waived }) => due - waived),
          received: sum(({ received }) => received),
          open: sum(open),
        }),
        table(
          'dues_by_month',
          ['month', 'paying_people', 'due', 'waived', 'received', 'open'],
          months.map((month) => [
            { kind: 'month', month: month.month },
            persons(month.people),
            centsOfPersons(month.due, month.people),
            centsOfPersons(month.waived, month.people),
            centsOfPersons(month.received, month.people),
            centsOfPersons(open(month), month.people),
          ]),
          [
            word('total'),
            { kind: 'none' },
            sum(({ due }) => due),
            sum(({ waived }) => waived),
            sum(({ received }) => received),
            sum(open),
          ],
        ),
      ],
    }
  },
}
