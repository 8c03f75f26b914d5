// Agreements with the rates that belong to them, as the rules want them.
import type {
  DuesBounds,
  FeeTerms,
  Interval,
  PaymentMethod,
  PlanRates,
  Rate,
  ReductionKind,
} from '../../../shared/domain/dues-schedule.ts'
import { intervalOf } from '../../../shared/domain/dues-schedule.ts'
import type { Reader } from '../database/transaction.ts'
import { idList, rowsOf } from './rows.ts'

export interface AgreementRow {
  readonly id: string
  readonly membership_id: string
  readonly person_id: string
  readonly fee_plan_id: string
  readonly interval_months: Interval
  readonly anchor_day: string
  readonly payer_person_id: string | null
  readonly payer_household_id: string | null
  readonly reduction_kind: ReductionKind | null
  readonly reduction_value: number | null
  readonly reduction_reason: string | null
  readonly reduction_until: string | null
  readonly method: PaymentMethod
  readonly from_day: string
  readonly until_day: string | null
  readonly deleted_at: string | null
}

export type RatesByPlan = ReadonlyMap<string, PlanRates>

const columns = `g.id, g.membership_id, g.person_id, g.fee_plan_id, g.interval_months, g.anchor_day, g.payer_person_id, g.payer_household_id,
  g.reduction_kind, g.reduction_value, g.reduction_reason, g.reduction_until, g.method, g.from_day, g.until_day`

/**
 * Every agreement, those in the bin too. An agreement whose person is in the bin counts as being there itself:
 * its dues go with it, and come back with it.
 */
export function allAgreements(db: Reader): Promise<AgreementRow[]> {
  return rowsOf(
    db,
    `SELECT ${columns}, coalesce(g.deleted_at, p.deleted_at) AS deleted_at FROM fee_agreement g LEFT JOIN person p ON p.id = g.person_id`,
  )
}

export function agreementsById(db: Reader, ids: Iterable<string>): Promise<AgreementRow[]> {
  return rowsOf(
    db,
    `SELECT ${columns}, coalesce(g.deleted_at, p.deleted_at) AS deleted_at FROM fee_agreement g LEFT JOIN person p ON p.id = g.person_id
      WHERE g.id IN (SELECT value FROM json_each(?1))`,
    [idList(ids)],
  )
}

/** The agreements of people, those in the bin too, in the order in which they were made. */
export function agreementsOfPeople(db: Reader, personIds: Iterable<string>): Promise<AgreementRow[]> {
  return rowsOf(
    db,
    `SELECT ${columns}, coalesce(g.deleted_at, p.deleted_at) AS deleted_at FROM fee_agreement g LEFT JOIN person p ON p.id = g.person_id
      WHERE g.person_id IN (SELECT value FROM json_each(?1)) ORDER BY g.row_no`,
    [idList(personIds)],
  )
}

/** Live agreements of one person, newest first. */
export async function agreementsOfPerson(db: Reader, personId: string): Promise<AgreementRow[]> {
  return rowsOf(
    db,
    `SELECT ${columns}, g.deleted_at FROM fee_agreement g WHERE g.person_id = ?1 AND g.deleted_at IS NULL ORDER BY g.from_day DESC, g.id DESC`,
    [personId],
  )
}

export async function ratesByPlan(db: Reader): Promise<RatesByPlan> {
  const rows = await db
    .selectFrom('fee_rate as r')
    .leftJoin('fee_plan as f', 'f.id', 'r.fee_plan_id')
    .select(['r.fee_plan_id', 'r.amount_cents', 'r.valid_from', 'f.rate_months'])
    .where('r.deleted_at', 'is', null)
    .orderBy('r.valid_from')
    .orderBy('r.id')
    .execute()
  const plans = new Map<string, PlanRates & { readonly rates: Rate[] }>()
  for (const row of rows) {
    const rate = { amountCents: row.amount_cents, validFrom: row.valid_from }
    const known = plans.get(row.fee_plan_id)
    if (known) known.rates.push(rate)
    else plans.set(row.fee_plan_id, { rateMonths: rateMonthsOf(row), rates: [rate] })
  }
  return plans
}

/** For how many months the amounts of a plan are; a plan from before there was a choice says nothing, and means one. */
export const rateMonthsOf = (plan: { readonly rate_months: number | null }): Interval => intervalOf(plan.rate_months)

const noRates: PlanRates = { rateMonths: 1, rates: [] }

export function termsOf(agreement: AgreementRow, rates: RatesByPlan): FeeTerms {
  return {
    intervalMonths: agreement.interval_months,
    anchorDay: agreement.anchor_day,
    fromDay: agreement.from_day,
    untilDay: agreement.until_day,
    reduction:
      agreement.reduction_kind === null
        ? null
        : { kind: agreement.reduction_kind, value: agreement.reduction_value ?? 0, until: agreement.reduction_until },
    ...(rates.get(agreement.fee_plan_id) ?? noRates),
  }
}

/** Whether the book keeps dues, and within which days they are asked. */
export async function duesBounds(db: Reader, horizon: string): Promise<DuesBounds & { readonly enabled: boolean }> {
  const book = await db.selectFrom('book').select(['dues_enabled', 'accounting_start']).executeTakeFirst()
  return { enabled: book?.dues_enabled === 1, accountingStart: book?.accounting_start ?? null, horizon }
}
