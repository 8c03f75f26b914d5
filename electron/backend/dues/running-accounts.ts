// Accounts while many payments are booked on them in one action: what is open and what is left is read once and kept up by hand,
// so that five hundred payments are not five hundred looks at the ledger.
import type { AllocationLine, FreeMoney, OpenDue } from '../../../shared/domain/allocation.ts'
import { allocateOldestFirst } from '../../../shared/domain/allocation.ts'
import type { Reader } from '../database/transaction.ts'
import { anyMoneyLeft, duesOfPeople, openCentsOf, paymentsOfPayers } from './ledger-queries.ts'
import type { AccountKey, Accounts } from './payer-accounts.ts'
import { payerOf, payerOfKey } from './payer-accounts.ts'
import { freeCentsOf, orderOf } from './plan-run.ts'

export interface RunningAccounts {
  /** What a new payment pays, oldest first, together with money that was left; the next one finds it paid. */
  readonly pay: (key: AccountKey, payment: FreeMoney) => AllocationLine[]
  readonly creditCents: (key: AccountKey) => number
}

interface RunningAccount {
  open: OpenDue[]
  money: FreeMoney[]
  creditCents: number
}

export async function loadRunningAccounts(
  db: Reader,
  accounts: Accounts,
  keys: ReadonlySet<AccountKey>,
): Promise<RunningAccounts> {
  const running = new Map<AccountKey, RunningAccount>()
  const accountOf = (key: AccountKey) => {
    const known = running.get(key) ?? { open: [], money: [], creditCents: 0 }
    running.set(key, known)
    return known
  }
  const people = peopleOf(accounts, keys)
  for (const due of await duesOfPeople(db, people)) {
    const key = accounts.ofDue(due.agreementId, due.personId)
    const openCents = openCentsOf(due)
    if (openCents > 0 && keys.has(key))
      accountOf(key).open.push({ id: due.id, periodStart: due.periodStart, openCents, order: orderOf(due) })
  }
  const left = (await anyMoneyLeft(db)) ? await paymentsOfPayers(db, people, householdsOf(keys)) : []
  for (const payment of left) {
    if (freeCentsOf(payment) === 0) continue
    const key = accounts.ofPayer(payerOf(payment))
    if (keys.has(key)) addMoney(accountOf(key), { id: payment.id, day: payment.day, freeCents: freeCentsOf(payment) })
  }
  return {
    pay(key, payment) {
      const account = accountOf(key)
      addMoney(account, payment)
      const lines = allocateOldestFirst(account.money, account.open, Math.max(0, account.creditCents))
      spend(account, lines)
      return lines
    },
    creditCents: (key) => accountOf(key).creditCents,
  }
}

function peopleOf(accounts: Accounts, keys: ReadonlySet<AccountKey>): Set<string> {
  const people = new Set<string>()
  for (const key of keys) {
    for (const agreement of accounts.agreements.get(key) ?? []) people.add(agreement.person_id)
    if (key.startsWith('person:')) people.add(key.slice('person:'.length))
  }
  return people
}

function householdsOf(keys: ReadonlySet<AccountKey>): string[] {
  return [...keys].map(payerOfKey).flatMap(({ kind, id }) => (kind === 'household' ? [id] : []))
}

/** Money that was given back counts against what is left, but pays nothing. */
function addMoney(account: RunningAccount, payment: FreeMoney): void {
  account.creditCents += payment.freeCents
  if (payment.freeCents > 0) account.money.push(payment)
}

function spend(account: RunningAccount, lines: readonly AllocationLine[]): void {
  const sum = (keyOf: (line: AllocationLine) => string) => {
    const sums = new Map<string, number>()
    for (const line of lines) sums.set(keyOf(line), (sums.get(keyOf(line)) ?? 0) + line.cents)
    return sums
  }
  const byPayment = sum((line) => line.paymentId)
  const byDue = sum((line) => line.dueId)
  account.creditCents -= lines.reduce((total, line) => total + line.cents, 0)
  account.money = account.money
    .map((payment) => ({ ...payment, freeCents: payment.freeCents - (byPayment.get(payment.id) ?? 0) }))
    .filter(({ freeCents }) => freeCents > 0)
  account.open = account.open
    .map((due) => ({ ...due, openCents: due.openCents - (byDue.get(due.id) ?? 0) }))
    .filter(({ openCents }) => openCents > 0)
}
