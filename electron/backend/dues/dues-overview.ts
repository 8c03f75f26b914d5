// The whole of the dues at a glance: what is due this year, what came in, and who has something open.
import { addMonths, type Day } from '../../../shared/domain/calendar-date.ts'
import { duesStatus } from '../../../shared/domain/dues-status.ts'
import type { Reader } from '../database/transaction.ts'
import { accountDue } from './account-state.ts'
import { agreementsById, ratesByPlan, termsOf } from './agreement-queries.ts'
import { duesOfPeople, openDuesByPerson } from './ledger-queries.ts'
import type { AccountKey, Accounts } from './payer-accounts.ts'
import { allAccounts, payerOf, payerOfKey } from './payer-accounts.ts'
import { creditByAccount, owedBackOf } from './payer-credit.ts'
import { payerViews } from './payer-views.ts'
import { rowsOf } from './rows.ts'

/** @param limit how many payers with something open, longest behind first */
export async function duesOverview(db: Reader, today: Day, limit: number) {
  const accounts = await allAccounts(db)
  const credit = await creditByAccount(db, accounts)
  const open = await openAccounts(db, accounts, credit)
  const owedBack = await owedBackOf(db, credit)
  const viewOf = await payerViews(
    db,
    open.slice(0, limit).map(({ key }) => payerOfKey(key)),
  )
  const sums = await yearSums(db, today)
  const { askedTo, ...settled } = await settledAccounts(db, accounts, new Set(open.map(({ key }) => key)), today)
  return {
    today,
    ...sums,
    creditCents: owedBack.reduce((sum, { cents }) => sum + cents, sums.creditCents),
    owedBack,
    payers: open
      .slice(0, limit)
      .map(({ key, oldest: _oldest, ...account }) => ({ ...account, payer: viewOf(payerOfKey(key)) })),
    payerCount: open.length,
    raisedTo: askedTo ?? (await latestPeriod(db)),
    ...settled,
  }
}

async function yearSums(db: Reader, today: Day) {
  const year = Number(today.slice(0, 4))
  const inYear = "d.kind = 'dues' AND d.period_start >= ?1 AND d.period_start < ?2"
  const [sums] = await rowsOf<{ due: number; waived: number; received: number; open: number; credit: number }>(
    db,
    `SELECT coalesce((SELECT sum(d.amount_cents) FROM due d WHERE ${inYear}), 0) AS due,
      coalesce((SELECT sum(w.amount_cents) FROM waiver w JOIN due d ON d.id = w.due_id WHERE ${inYear}), 0) AS waived,
      coalesce((SELECT sum(a.amount_cents) FROM allocation a JOIN due d ON d.id = a.due_id WHERE ${inYear}), 0) AS received,
      coalesce((SELECT sum(amount_cents) FROM due), 0) - coalesce((SELECT sum(amount_cents) FROM waiver), 0)
        - coalesce((SELECT sum(amount_cents) FROM allocation), 0) AS open,
      coalesce((SELECT sum(amount_cents) FROM payment), 0) - coalesce((SELECT sum(amount_cents) FROM allocation), 0) AS credit`,
    [`${year}-01-01`, `${year + 1}-01-01`],
  )
  const expectedCents = (sums?.due ?? 0) - (sums?.waived ?? 0)
  const receivedCents = sums?.received ?? 0
  const openCents = expectedCents - receivedCents
  return {
    year,
    expectedCents,
    receivedCents,
    openCents,
    olderCents: (sums?.open ?? 0) - openCents,
    creditCents: sums?.credit ?? 0,
  }
}

async function latestPeriod(db: Reader): Promise<Day | null> {
  const [row] = await rowsOf<{ day: string | null }>(
    db,
    `SELECT max(d.period_start) AS day FROM due d WHERE d.kind = 'dues' AND d.reverses_id IS NULL
      AND d.amount_cents + coalesce((SELECT sum(r.amount_cents) FROM due r WHERE r.reverses_id = d.id), 0) <> 0`,
  )
  return row?.day ?? null
}

/** Accounts with something open, longest behind first. */
async function openAccounts(db: Reader, accounts: Accounts, credit: ReadonlyMap<AccountKey, number>) {
  const people = await openDuesByPerson(db)
  const dues = await duesOfPeople(db, people.keys())
  const rates = await ratesByPlan(db)
  const rows = await agreementsById(db, new Set(dues.flatMap((due) => due.agreementId ?? [])))
  const terms = new Map(rows.map((row) => [row.id, { row, terms: termsOf(row, rates) }]))
  const byAccount = new Map<AccountKey, Map<string, ReturnType<typeof accountDue>[]>>()
  for (const due of dues) {
    const key = accounts.ofDue(due.agreementId, due.personId)
    const byPerson = byAccount.get(key) ?? new Map<string, ReturnType<typeof accountDue>[]>()
    byPerson.set(due.personId, [
      ...(byPerson.get(due.personId) ?? []),
      accountDue(due, terms.get(due.agreementId ?? '')),
    ])
    byAccount.set(key, byPerson)
  }
  return [...byAccount]
    .flatMap(([key, byPerson]) => {
      const all = [...byPerson.values()].flat().filter((due) => due.openCents > 0)
      const [first] = all
      if (!first) return []
      const standings = [...byPerson.values()]
        .map((own) => duesStatus(own.map((due) => due.standing)))
        .filter((status) => status.openCents > 0)
      // What lies before the first due was never asked here, so it says nothing about what was paid.
      const days = standings.flatMap(({ paidUntil, firstDueStart }) =>
        paidUntil === null || paidUntil === firstDueStart ? [] : paidUntil,
      )
      return {
        key,
        oldest: all.reduce((oldest, due) => (due.periodStart < oldest ? due.periodStart : oldest), first.periodStart),
        paidUntil: days.length > 0 ? days.reduce((a, b) => (a < b ? a : b)) : null,
        openCents: standings.reduce((sum, status) => sum + status.openCents, 0),
        openingCents: standings.reduce((sum, status) => sum + status.openingCents, 0),
        creditCents: credit.get(key) ?? 0,
        months: [...new Set(standings.flatMap((status) => status.openMonths.map((month) => month.start)))].sort(),
      }
    })
    .sort((a, b) => compareText(a.oldest, b.oldest) || b.openCents - a.openCents || compareText(a.key, b.key))
}

/** Payers who pay by an agreement of today and have nothing open, until when all of them have paid, and what was asked of everybody. */
async function settledAccounts(db: Reader, accounts: Accounts, open: ReadonlySet<AccountKey>, today: Day) {
  const running = await rowsOf<{
    id: string
    payer_person_id: string | null
    payer_household_id: string | null
    askedUntil: Day | null
  }>(
    db,
    `SELECT g.id, g.payer_person_id, g.payer_household_id,
      (SELECT max(d.period_end) FROM due d WHERE d.agreement_id = g.id AND d.reverses_id IS NULL
        AND d.amount_cents + coalesce((SELECT sum(r.amount_cents) FROM due r WHERE r.reverses_id = d.id), 0) <> 0) AS askedUntil
      FROM fee_agreement g JOIN person p ON p.id = g.person_id
      WHERE g.deleted_at IS NULL AND p.deleted_at IS NULL AND g.from_day <= ?1 AND (g.until_day IS NULL OR g.until_day > ?1)`,
    [today],
  )
  const settled = running
    .map((agreement) => ({ key: accounts.ofPayer(payerOf(agreement)), paidUntil: agreement.askedUntil }))
    .filter(({ key }) => !open.has(key))
  const days = new Set(settled.flatMap(({ paidUntil }) => paidUntil ?? []))
  const asked = running.flatMap(({ askedUntil }) => askedUntil ?? []).toSorted()
  return {
    /** The first day of the last month that was asked of everybody who pays something. */
    askedTo: asked[0] === undefined ? null : addMonths(asked[0], -1),
    settledCount: new Set(settled.map(({ key }) => key)).size,
    settledUntil: days.size === 1 ? ([...days][0] ?? null) : null,
    agreementCount: running.length,
  }
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
