// The sum that every statement must pass, whatever format it came from.
import type { Cents } from '../../../shared/domain/money.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { BankEntry, BankStatement } from './bank-file.ts'

/** Adds what follows from the rest: whether opening balance and entries make the closing balance. */
export function makeStatement(statement: Omit<BankStatement, 'balanced'>, sameCurrency = true): BankStatement {
  const { openCents, closeCents, entries } = statement
  const isKnown = openCents !== null && closeCents !== null
  return { ...statement, balanced: isKnown ? sameCurrency && openCents + sumOf(entries) === closeCents : null }
}

export function sumOf(entries: readonly Pick<BankEntry, 'cents'>[]): Cents {
  let sum = 0
  for (const { cents } of entries) sum += cents
  if (!Number.isSafeInteger(sum)) throw new RuleBroken('bankFileTooMuch')
  return sum
}
