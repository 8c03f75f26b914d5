// The accounts as they are listed: how far they were taken in, and whether a statement is missing.
import type { Reader } from '../database/transaction.ts'
import type { AccountRecord } from './bank-queries.ts'
import { bankAccounts, daySums, statementsOfAccount } from './bank-queries.ts'
import { findGaps, movedBetween } from './statement-chain.ts'

export async function accountViews(db: Reader) {
  const views = []
  for (const account of await bankAccounts(db)) views.push(await accountView(db, account))
  return views
}

async function accountView(db: Reader, { id, name, iban, isMain }: AccountRecord) {
  const sums = await daySums(db, id)
  const statements = await statementsOfAccount(db, id)
  const closed = statements.filter(({ closeDay, closeCents }) => closeDay !== null && closeCents !== null)
  const last = closed.reduce<(typeof closed)[number] | undefined>(
    (latest, each) => (latest && (latest.closeDay ?? '') > (each.closeDay ?? '') ? latest : each),
    undefined,
  )
  return {
    id,
    name,
    iban,
    isMain,
    lines: sums.reduce((total, { count }) => total + count, 0),
    from: sums[0]?.day ?? null,
    to: sums.at(-1)?.day ?? null,
    closeDay: last?.closeDay ?? null,
    closeCents: last?.closeCents ?? null,
    statements: statements.length,
    unbalanced: statements.filter(({ balanced }) => balanced === false).length,
    gaps: findGaps(statements, movedBetween(sums)),
  }
}
