// What came in and went out in a year: dues as they were asked, and other money by what it was for.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { DueMonth, Interval, Price } from '../../../shared/domain/dues-schedule.ts'
import { amountOn, monthAmount, monthsOfDue } from '../../../shared/domain/dues-schedule.ts'
import type { Reader } from '../database/transaction.ts'
import { agreementsById, ratesByPlan, termsOf } from '../dues/agreement-queries.ts'
import { isStanding, rowsOf } from '../dues/rows.ts'
import { endOf, waivedOn } from './year-positions.ts'

export interface YearSums {
  readonly duesCents: number
  /** What need not be paid after all, said in this year: of dues of the year itself, and of earlier ones. */
  readonly waivedCents: number
  readonly waivedEarlierCents: number
  /** Per category: above zero came in, below went out. */
  readonly byCategory: ReadonlyMap<string, number>
  /** What was written down in this year, after its first day, as having been there when the books began. */
  readonly broughtInCents: number
}

export async function yearSums(db: Reader, year: number, today: Day): Promise<YearSums> {
  const bounds = [`${year}-01-01`, endOf(year, today)]
  const [sums] = await rowsOf<{ dues: number; waived: number; waivedEarlier: number; broughtIn: number }>(
    db,
    `SELECT
      coalesce((SELECT sum(amount_cents) FROM due WHERE kind = 'dues' AND period_start BETWEEN ?1 AND ?2), 0) AS dues,
      coalesce((SELECT sum(w.amount_cents) FROM waiver w JOIN due d ON d.id = w.due_id
        WHERE ${waivedOn} BETWEEN ?1 AND ?2 AND d.kind = 'dues' AND d.period_start >= ?1), 0) AS waived,
      coalesce((SELECT sum(w.amount_cents) FROM waiver w JOIN due d ON d.id = w.due_id
        WHERE ${waivedOn} BETWEEN ?1 AND ?2 AND NOT (d.kind = 'dues' AND d.period_start >= ?1)), 0) AS waivedEarlier,
      coalesce((SELECT sum(amount_cents) FROM due WHERE kind = 'opening' AND period_start > ?1 AND period_start <= ?2), 0)
        + coalesce((SELECT sum(amount_cents) FROM booking WHERE kind = 'opening' AND day > ?1 AND day <= ?2), 0)
        + coalesce((SELECT sum(opening_cents) FROM bank_account WHERE deleted_at IS NULL AND opening_day > ?1 AND opening_day <= ?2), 0)
        AS broughtIn`,
    bounds,
  )
  const categories = await rowsOf<{ id: string; cents: number }>(
    db,
    "SELECT category_id AS id, sum(amount_cents) AS cents FROM booking WHERE kind = 'entry' AND day BETWEEN ?1 AND ?2 GROUP BY category_id",
    bounds,
  )
  return {
    duesCents: sums?.dues ?? 0,
    waivedCents: sums?.waived ?? 0,
    waivedEarlierCents: sums?.waivedEarlier ?? 0,
    broughtInCents: sums?.broughtIn ?? 0,
    byCategory: new Map(categories.map(({ id, cents }) => [id, cents])),
  }
}

export function resultOf(sums: YearSums): number {
  const other = [...sums.byCategory.values()].reduce((sum, cents) => sum + cents, 0)
  return sums.duesCents - sums.waivedCents - sums.waivedEarlierCents + other
}

export interface DuesLine {
  readonly planName: string | null
  /** What was asked for each so many months. */
  readonly rateCents: number
  readonly rateMonths: Interval
  readonly people: number
  readonly months: number
  readonly cents: number
}

/** Members x rate: the dues of the year as a calculation, a line per rate. Its sum is the dues of the year. */
export async function duesCalculation(db: Reader, year: number, today: Day): Promise<DuesLine[]> {
  const dues = await rowsOf<{
    agreementId: string
    personId: string
    planId: string | null
    planName: string | null
    periodStart: string
    periodEnd: string
    amountCents: number
  }>(
    db,
    `SELECT d.agreement_id AS agreementId, d.person_id AS personId, g.fee_plan_id AS planId, f.name AS planName,
        d.period_start AS periodStart, d.period_end AS periodEnd, d.amount_cents AS amountCents
      FROM due d LEFT JOIN fee_agreement g ON g.id = d.agreement_id LEFT JOIN fee_plan f ON f.id = g.fee_plan_id
      WHERE d.kind = 'dues' AND d.period_start BETWEEN ?1 AND ?2 AND ${isStanding('due', 'd')}`,
    [`${year}-01-01`, endOf(year, today)],
  )
  const rates = await ratesByPlan(db)
  const rows = await agreementsById(db, new Set(dues.map((due) => due.agreementId)))
  const terms = new Map(rows.map((row) => [row.id, { anchorDay: row.anchor_day, terms: termsOf(row, rates) }]))
  const lines = new Map<string, { line: Omit<DuesLine, 'people'>; people: Set<string> }>()
  for (const due of dues) {
    const agreement = terms.get(due.agreementId)
    for (const month of monthsOfDue(due, agreement?.anchorDay ?? due.periodStart, agreement?.terms)) {
      const { cents } = month
      const rate = rateOfMonth(month, agreement?.terms)
      const key = `${due.planId} ${rate.rateCents} ${rate.rateMonths}`
      const known = lines.get(key)
      const line = known?.line ?? { planName: due.planName, ...rate, months: 0, cents: 0 }
      const people = known?.people ?? new Set<string>()
      people.add(due.personId)
      lines.set(key, { line: { ...line, months: line.months + 1, cents: line.cents + cents }, people })
    }
  }
  return [...lines.values()]
    .map(({ line, people }) => ({ ...line, people: people.size }))
    .sort((a, b) => b.cents - a.cents || b.rateCents - a.rateCents)
}

/** A month that costs what its terms say is a part of an amount for more of them; one that is older than the terms stands for itself. */
function rateOfMonth({ start, cents }: DueMonth, terms: Price | undefined): Pick<DuesLine, 'rateCents' | 'rateMonths'> {
  return terms && monthAmount(terms, start) === cents
    ? { rateCents: amountOn(terms, start), rateMonths: terms.rateMonths }
    : { rateCents: cents, rateMonths: 1 }
}

export const ages = ['threeMonths', 'year', 'twoYears', 'older'] as const
export type Age = (typeof ages)[number]

/** Dues that are open at the end of the year, by how long they have been. */
export async function openByAge(db: Reader, year: number, today: Day) {
  const day = endOf(year, today)
  const rows = await rowsOf<{ age: Age; people: number; cents: number }>(
    db,
    `SELECT age, count(DISTINCT personId) AS people, sum(cents) AS cents FROM (
        SELECT d.person_id AS personId,
          CASE WHEN d.period_start > date(?1, '-3 months') THEN 'threeMonths' WHEN d.period_start > date(?1, '-12 months') THEN 'year'
            WHEN d.period_start > date(?1, '-24 months') THEN 'twoYears' ELSE 'older' END AS age,
          d.amount_cents + coalesce((SELECT sum(r.amount_cents) FROM due r WHERE r.reverses_id = d.id), 0)
            - coalesce((SELECT sum(w.amount_cents) FROM waiver w WHERE w.due_id = d.id AND ${waivedOn} <= ?1), 0)
            - coalesce((SELECT sum(a.amount_cents) FROM allocation a JOIN payment p ON p.id = a.payment_id
                WHERE a.due_id = d.id AND p.day <= ?1), 0) AS cents
        FROM due d WHERE d.reverses_id IS NULL AND d.period_start <= ?1
      ) WHERE cents <> 0 GROUP BY age`,
    [day],
  )
  return ages.flatMap((age) => rows.filter((row) => row.age === age))
}
