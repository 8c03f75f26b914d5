// Rows of a CSV file gathered to one statement per account. A running balance beside the rows proves that none is missing.
import type { Cents } from '../../../shared/domain/money.ts'
import type { BankFileWarning, BankStatement } from './bank-file.ts'
import type { CsvRow } from './csv-layout.ts'
import { plainAccount } from './make-entry.ts'
import { makeStatement } from './make-statement.ts'

export function toStatements(rows: readonly CsvRow[]): { statements: BankStatement[]; warnings: BankFileWarning[] } {
  const byAccount = new Map<string, CsvRow[]>()
  for (const row of rows) {
    const key = `${plainAccount(row.account)} ${row.currency}`
    const known = byAccount.get(key)
    if (known) known.push(row)
    else byAccount.set(key, [row])
  }
  const statements = [...byAccount.values()].map(toStatement)
  const warnings = statements.flatMap(({ account, currency }): BankFileWarning[] =>
    currency === 'EUR' ? [] : [{ code: 'foreignCurrency', details: { account, currency } }],
  )
  return { statements, warnings }
}

function toStatement(rows: readonly CsvRow[]): BankStatement {
  const entries = rows.map(({ entry }) => entry)
  const days = entries.map(({ bookDay }) => bookDay).sort()
  const balances = runningBalances(rows)
  return {
    ...makeStatement({
      account: plainAccount(rows[0]?.account) ?? '',
      currency: rows[0]?.currency ?? 'EUR',
      number: null,
      openDay: days[0] ?? null,
      openCents: balances?.open ?? null,
      closeDay: days.at(-1) ?? null,
      closeCents: balances?.close ?? null,
      entries,
    }),
    balanced: balances?.isUnbroken ?? null,
  }
}

interface RunningBalances {
  readonly open: Cents
  readonly close: Cents
  /** Whether every balance follows from the one before; null for a single row without its balance before: nothing to compare. */
  readonly isUnbroken: boolean | null
}

function runningBalances(rows: readonly CsvRow[]): RunningBalances | undefined {
  const steps: Step[] = []
  for (const { entry, balanceBefore, balanceAfter } of rows) {
    const before = balanceBefore ?? (balanceAfter === undefined ? undefined : balanceAfter - entry.cents)
    if (before === undefined) return undefined
    steps.push({ before, after: balanceAfter ?? before + entry.cents, cents: entry.cents })
  }
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return undefined
  const oldestFirst = { open: first.before, close: last.after }
  const newestFirst = { open: last.before, close: first.after }
  const fits = steps.every(({ before, after, cents }) => before + cents === after)
  const knowsBoth = rows.every((row) => row.balanceBefore !== undefined && row.balanceAfter !== undefined)
  if (rows.length === 1 && !knowsBoth) return { ...oldestFirst, isUnbroken: null }
  if (fits && isChain(steps)) return { ...oldestFirst, isUnbroken: true }
  if (fits && isChain(steps.toReversed())) return { ...newestFirst, isUnbroken: true }
  const isOldestFirst = (rows[0]?.entry.bookDay ?? '') <= (rows.at(-1)?.entry.bookDay ?? '')
  return { ...(isOldestFirst ? oldestFirst : newestFirst), isUnbroken: false }
}

interface Step {
  readonly before: Cents
  readonly after: Cents
  readonly cents: Cents
}

function isChain(steps: readonly Step[]): boolean {
  return steps.every(({ before }, at) => at === 0 || before === steps[at - 1]?.after)
}
