// Everything of one payer together: what is open, what money is left, and what is therefore true of each person.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { addMonths } from '../../../shared/domain/calendar-date.ts'
import type { DuesBounds, FeeTerms } from '../../../shared/domain/dues-schedule.ts'
import { compareDues, monthsOfDue, wantedDues } from '../../../shared/domain/dues-schedule.ts'
import type { AheadMonth, DueStanding } from '../../../shared/domain/dues-status.ts'
import { coverAhead, duesStatus } from '../../../shared/domain/dues-status.ts'
import type { Reader } from '../database/transaction.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { AgreementRow } from './agreement-queries.ts'
import { agreementsById, duesBounds, ratesByPlan, termsOf } from './agreement-queries.ts'
import type { LedgerDue, LedgerPayment } from './ledger-queries.ts'
import { duesOfPeople, openCentsOf, paymentsOfPayers } from './ledger-queries.ts'
import type { AccountKey, Accounts, PayerRef } from './payer-accounts.ts'
import { accountsNear, payerOf, payerOfKey } from './payer-accounts.ts'
import { freeCentsOf, orderOf } from './plan-run.ts'

/** How far ahead money that is left is looked through. */
const monthsAhead = 36

export interface AccountDue extends LedgerDue {
  readonly openCents: number
  readonly order: string
  readonly standing: DueStanding
}

export interface AccountState {
  readonly key: AccountKey
  readonly payer: PayerRef
  readonly people: readonly string[]
  /** Live dues, oldest first. */
  readonly dues: readonly AccountDue[]
  /** Newest first; reversed ones too. */
  readonly payments: readonly LedgerPayment[]
  /** Below zero: the payer owes what was given back, and then taken back by the bank as well. */
  readonly creditCents: number
  readonly agreements: readonly { row: AgreementRow; terms: FeeTerms }[]
  readonly bounds: DuesBounds
}

export async function loadAccount(db: Reader, payer: PayerRef, today: Day): Promise<AccountState> {
  const accounts = await accountsNear(db, payer)
  return loadAccountByKey(db, accounts, accounts.ofPayer(payer), today)
}

/** The account that pays for a person now. */
export async function loadAccountFor(db: Reader, personId: string, today: Day): Promise<AccountState> {
  const accounts = await accountsNear(db, { kind: 'person', id: personId })
  return loadAccountByKey(db, accounts, accounts.payingFor(personId), today)
}

async function loadAccountByKey(db: Reader, accounts: Accounts, key: AccountKey, today: Day): Promise<AccountState> {
  const payer = payerOfKey(key)
  const own = accounts.agreements.get(key) ?? []
  const rates = await ratesByPlan(db)
  const rows = await agreementsById(
    db,
    own.map(({ id }) => id),
  )
  const agreements = rows.map((row) => ({ row, terms: termsOf(row, rates) }))
  const people = new Set(own.map((agreement) => agreement.person_id))
  if (payer.kind === 'person') people.add(payer.id)
  const byId = new Map(agreements.map((agreement) => [agreement.row.id, agreement]))
  const dues = (await duesOfPeople(db, people))
    .filter((due) => accounts.ofDue(due.agreementId, due.personId) === key)
    .map((due) => accountDue(due, byId.get(due.agreementId ?? '')))
  const households = payer.kind === 'household' ? [payer.id] : []
  const payments = (await paymentsOfPayers(db, people, households)).filter(
    (payment) => accounts.ofPayer(payerOf(payment)) === key,
  )
  return {
    key,
    payer,
    people: [...people],
    dues,
    payments,
    creditCents: payments.reduce((sum, payment) => sum + freeCentsOf(payment), 0),
    agreements,
    bounds: await duesBounds(db, today),
  }
}

/**
 * What was given back must not come from money that is no longer there, but where the bank took it back after that.
 * @throws RuleBroken creditWasRefunded
 */
export function refuseRefunded(
  { payments, creditCents }: AccountState,
  payment: LedgerPayment,
  paidCents: number,
): void {
  const refundedAt = payments.flatMap(({ netCents, lastRowAt }) => (netCents < 0 ? [lastRowAt] : [])).toSorted()[0]
  const owed = payments.reduce(
    (sum, { bouncedCents, lastRowAt }) =>
      refundedAt !== undefined && lastRowAt >= refundedAt ? sum + bouncedCents : sum,
    0,
  )
  if (creditCents + paidCents - payment.netCents < -owed) throw new RuleBroken('creditWasRefunded')
}

export function accountDue(due: LedgerDue, agreement: { row: AgreementRow; terms: FeeTerms } | undefined): AccountDue {
  return {
    ...due,
    openCents: openCentsOf(due),
    order: orderOf(due),
    standing: {
      kind: due.kind,
      periodStart: due.periodStart,
      periodEnd: due.periodEnd,
      amountCents: due.amountCents,
      settledCents: due.paidCents + due.waivedCents,
      months:
        due.kind === 'opening'
          ? [{ start: due.periodStart, cents: due.amountCents }]
          : monthsOfDue(due, agreement?.row.anchor_day ?? due.periodStart, agreement?.terms),
    },
  }
}

export interface PersonStanding {
  readonly paidUntil: Day | null
  readonly openCents: number
  readonly openingCents: number
  readonly openMonths: readonly { start: Day; cents: number }[]
  readonly creditCents: number
  readonly aheadMonths: number
}

/**
 * What is true of one person of the account.
 * @param covered months to come that money left pays; see {@link aheadOf}
 */
export function standingWith(state: AccountState, personId: string, covered: readonly AheadMonth[]): PersonStanding {
  const status = duesStatus(state.dues.filter((due) => due.personId === personId).map((due) => due.standing))
  const ahead = covered.filter((month) => month.personId === personId)
  return {
    ...status,
    paidUntil: ahead.at(-1)?.end ?? status.paidUntil,
    creditCents: state.creditCents,
    aheadMonths: ahead.length,
  }
}

/** Months to come that the money left of the account pays; none while something is open. */
export function aheadOf(state: AccountState): { covered: AheadMonth[]; restCents: number } {
  const open = state.dues.some((due) => due.openCents > 0)
  if (open || state.creditCents <= 0) return { covered: [], restCents: Math.max(0, state.creditCents) }
  return coverAhead(state.creditCents, monthsToCome(state))
}

/** The months the agreements will ask for, oldest first, that no due covers yet. */
function monthsToCome(state: AccountState): AheadMonth[] {
  const bounds = { ...state.bounds, horizon: addMonths(state.bounds.horizon, monthsAhead) }
  return state.agreements
    .filter(({ row }) => row.deleted_at === null)
    .flatMap(({ row, terms }) => {
      const live = state.dues.filter((due) => due.agreementId === row.id)
      const lastEnd = live.reduce((last, due) => (due.periodEnd > last ? due.periodEnd : last), '')
      return compareDues(wantedDues(terms, bounds), live)
        .add.filter((due) => due.periodStart >= lastEnd)
        .flatMap((due) => monthsWithEnds(due, row, terms))
    })
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.personId < b.personId ? -1 : 1))
}

function monthsWithEnds(
  due: { periodStart: Day; periodEnd: Day; amountCents: number },
  row: AgreementRow,
  terms: FeeTerms,
): AheadMonth[] {
  const months = monthsOfDue(due, row.anchor_day, terms)
  return months.map((month, at) => ({
    ...month,
    personId: row.person_id,
    end: months[at + 1]?.start ?? due.periodEnd,
  }))
}
