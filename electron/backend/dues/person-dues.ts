// Everything about one person's dues: what is true now, what was agreed, each due and what paid it.

import { type Day, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { amountOn } from '../../../shared/domain/dues-schedule.ts'
import { duesStatus } from '../../../shared/domain/dues-status.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { findPerson } from '../members/person-queries.ts'
import type { AccountDue } from './account-state.ts'
import { accountDue, aheadOf, loadAccountFor } from './account-state.ts'
import { payingMembership } from './agree-on-dues.ts'
import type { AgreementRow, RatesByPlan } from './agreement-queries.ts'
import { agreementsOfPerson, duesBounds, ratesByPlan, termsOf } from './agreement-queries.ts'
import { duesOfPeople, stateOf } from './ledger-queries.ts'
import type { PayerRef } from './payer-accounts.ts'
import { payerOf } from './payer-accounts.ts'
import type { PayerView } from './payer-views.ts'
import { payerViews } from './payer-views.ts'
import { paymentsShown } from './payments-list.ts'
import { idList, rowsOf } from './rows.ts'

export async function personDues(context: BookContext, personId: string) {
  const { db } = context
  const today = context.today()
  const person = await findPerson(db, personId)
  const { enabled } = await duesBounds(db, today)
  const { state, rates, agreements, dues, status, ahead, current } = await standingOfPerson(db, personId, today)
  const own: PayerRef = { kind: 'person', id: personId }
  const home: PayerRef = { kind: 'household', id: person.householdId }
  const viewOf = await payerViews(db, [own, home, state.payer, ...agreements.map(payerOf)])
  const planNames = await namesOfPlans(db)
  const view = (row: AgreementRow) => agreementView(row, rates, planNames, viewOf(payerOf(row)), today)
  return {
    enabled,
    status: {
      ...status,
      openMonths: [...status.openMonths],
      creditCents: state.creditCents,
      aheadMonths: ahead.length,
    },
    agreement: current ? view(current) : null,
    earlier: agreements.filter((row) => row !== current && (row.until_day ?? '') > row.from_day).map(view),
    membership: await payingMembership(db, personId, today),
    household: { id: person.householdId },
    payer: viewOf(state.payer),
    payerChoices: [viewOf(home), viewOf(own)],
    dues: await duesShown(db, dues),
    payments: await paymentsShown(db, state.payments),
  }
}

/** What is true of one person now, whoever pays. */
export async function standingOfPerson(db: Reader, personId: string, today: Day) {
  const state = await loadAccountFor(db, personId, today)
  const rates = await ratesByPlan(db)
  const agreements = await agreementsOfPerson(db, personId)
  const byId = new Map(agreements.map((row) => [row.id, { row, terms: termsOf(row, rates) }]))
  // All of them, also those an earlier payer should have paid.
  const dues = (await duesOfPeople(db, [personId])).map((due) => accountDue(due, byId.get(due.agreementId ?? '')))
  const status = duesStatus(dues.map((due) => due.standing))
  const ahead = status.openCents > 0 ? [] : aheadOf(state).covered.filter((month) => month.personId === personId)
  const current = agreements.find((row) => row.until_day === null || row.until_day > today) ?? null
  return {
    ...{ state, rates, agreements, dues, ahead, current },
    status: { ...status, paidUntil: ahead.at(-1)?.end ?? status.paidUntil },
  }
}

function agreementView(
  row: AgreementRow,
  rates: RatesByPlan,
  names: ReadonlyMap<string, string>,
  payer: PayerView,
  today: string,
) {
  const terms = termsOf(row, rates)
  return {
    id: row.id,
    membershipId: row.membership_id,
    planId: row.fee_plan_id,
    planName: names.get(row.fee_plan_id) ?? '',
    intervalMonths: row.interval_months,
    anchorDay: row.anchor_day,
    payer,
    reduction:
      row.reduction_kind === null
        ? null
        : {
            kind: row.reduction_kind,
            value: row.reduction_value ?? 0,
            reason: row.reduction_reason,
            until: row.reduction_until,
          },
    method: row.method,
    fromDay: row.from_day,
    untilDay: row.until_day,
    rateCents: amountOn(terms, startOfMonth(today) < row.from_day ? row.from_day : startOfMonth(today)),
    rateMonths: terms.rateMonths,
  }
}

async function namesOfPlans(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('fee_plan').select(['id', 'name']).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

async function duesShown(db: Reader, dues: readonly AccountDue[]) {
  const paid = await rowsOf<{ dueId: string; paymentId: string; day: string; cents: number }>(
    db,
    `SELECT a.due_id AS dueId, a.payment_id AS paymentId, p.day, sum(a.amount_cents) AS cents
      FROM allocation a JOIN payment p ON p.id = a.payment_id WHERE a.due_id IN (SELECT value FROM json_each(?1))
      GROUP BY a.due_id, a.payment_id HAVING sum(a.amount_cents) <> 0 ORDER BY p.day, p.id`,
    [idList(dues.map(({ id }) => id))],
  )
  return dues.map((due) => ({
    id: due.id,
    kind: due.kind,
    periodStart: due.periodStart,
    periodEnd: due.periodEnd,
    amountCents: due.amountCents,
    paidCents: due.paidCents,
    waivedCents: due.waivedCents,
    openCents: due.openCents,
    state: stateOf(due),
    months: [...due.standing.months],
    paidBy: paid.filter((row) => row.dueId === due.id).map(({ paymentId, day, cents }) => ({ paymentId, day, cents })),
  }))
}
