// Money of payers that pays nothing yet; below zero a payer owes what was given back, because the bank took it back as well.
import type { Reader } from '../database/transaction.ts'
import { paymentsWithMoneyLeft } from './ledger-queries.ts'
import type { AccountKey, Accounts } from './payer-accounts.ts'
import { payerOf, payerOfKey } from './payer-accounts.ts'
import { payerViews } from './payer-views.ts'
import { freeCentsOf } from './plan-run.ts'

export async function creditByAccount(db: Reader, accounts: Accounts): Promise<Map<AccountKey, number>> {
  const credit = new Map<AccountKey, number>()
  for (const payment of await paymentsWithMoneyLeft(db, [])) {
    const key = accounts.ofPayer(payerOf(payment))
    credit.set(key, (credit.get(key) ?? 0) + freeCentsOf(payment))
  }
  return credit
}

/** Who owes what was given back, and how much. */
export async function owedBackOf(db: Reader, credit: ReadonlyMap<AccountKey, number>) {
  const owing = [...credit].filter(([, cents]) => cents < 0).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const viewOf = await payerViews(
    db,
    owing.map(([key]) => payerOfKey(key)),
  )
  return owing.map(([key, cents]) => ({ payer: viewOf(payerOfKey(key)), cents: -cents }))
}
