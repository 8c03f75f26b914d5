// The year on one page: what there was, what came in and went out, what there is. Nothing in it is stored.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { yearOf } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { planRun } from '../dues/plan-run.ts'
import { rowsOf } from '../dues/rows.ts'
import { accountNames } from './cash-book.ts'
import { yearsWithMoney } from './cash-queries.ts'
import type { BookingCategory } from './category-queries.ts'
import { bookingCategories } from './category-queries.ts'
import { isAsClosed } from './closed-figures.ts'
import { closedYears } from './closed-years.ts'
import type { Position } from './year-positions.ts'
import { endOf, positionAtBegin, positionAtEnd } from './year-positions.ts'
import type { YearSums } from './year-sums.ts'
import { duesCalculation, openByAge, resultOf, yearSums } from './year-sums.ts'

/** Stands for the dues themselves among the categories. */
const duesCategory = 'dues'

export async function yearReport(db: Reader, year: number, today: Day) {
  const begin = await positionAtBegin(db, year)
  const end = await positionAtEnd(db, year, today)
  const sums = await yearSums(db, year, today)
  const lastYear = await yearSums(db, year - 1, today)
  const closed = await closedYears(db)
  const lastClosed = closed.at(-1)
  return {
    today,
    year,
    years: await yearsWithMoney(db, today),
    endDay: endOf(year, today),
    isOver: yearOf(today) > year,
    isClosed: lastClosed !== undefined && year <= lastClosed,
    isAsClosed: await isAsClosed(db, year, end),
    /** The year that can be closed next; null while none is over. */
    toClose: await nextToClose(db, lastClosed, today),
    accounts: await accountBalances(db, begin, end, endOf(year, today)),
    begin: withoutAccounts(begin),
    end: withoutAccounts(end),
    broughtInCents: sums.broughtInCents,
    lines: await resultLines(db, year, sums, lastYear),
    resultCents: resultOf(sums),
    lastYearResultCents: resultOf(lastYear),
    dues: {
      lines: await duesCalculation(db, year, today),
      waivedCents: sums.waivedCents,
      waivedEarlierCents: sums.waivedEarlierCents,
      cents: sums.duesCents - sums.waivedCents - sums.waivedEarlierCents,
    },
    openByAge: await openByAge(db, year, today),
    toDo: await toDoBeforeClose(db, year, today),
  }
}

export type YearReport = Awaited<ReturnType<typeof yearReport>>

const withoutAccounts = ({ accounts: _accounts, ...position }: Position) => position

/** Closing is done year by year; the first one closed takes everything before it along. */
async function nextToClose(db: Reader, lastClosed: number | undefined, today: Day): Promise<number | null> {
  const lastOver = yearOf(today) - 1
  const first = (await yearsWithMoney(db, today)).at(-1) ?? lastOver
  const next = lastClosed === undefined ? first : lastClosed + 1
  return next <= lastOver ? next : null
}

async function accountBalances(db: Reader, begin: Position, end: Position, day: Day) {
  const named = new Map((await accountNames(db)).map(({ id, name }) => [id, name]))
  const said = await bankSays(db, day)
  // Money on an account that nobody has named yet is shown as well, or the sum would not be what is shown.
  const ids = [...named.keys(), ...[...end.accounts.keys()].filter((id) => !named.has(id))]
  return ids.map((id) => ({
    id,
    name: named.get(id) ?? null,
    beginCents: begin.accounts.get(id) ?? 0,
    endCents: end.accounts.get(id) ?? 0,
    bankSaysCents: said.get(id) ?? null,
  }))
}

/** What the bank itself says was on each account: the closing balance of the last statement up to that day. */
async function bankSays(db: Reader, day: Day): Promise<Map<string, number>> {
  const rows = await rowsOf<{ account: string; cents: number }>(
    db,
    `SELECT bank_account_id AS account, close_cents AS cents, max(close_day) FROM bank_statement
      WHERE close_day <= ?1 AND close_cents IS NOT NULL AND deleted_at IS NULL GROUP BY bank_account_id`,
    [day],
  )
  return new Map(rows.map(({ account, cents }) => [account, cents]))
}

export interface ResultLine {
  readonly categoryId: string
  readonly name: string | null
  readonly kind: 'income' | 'expense'
  readonly cents: number
  readonly lastYearCents: number
  /** null: nothing was budgeted. */
  readonly budgetCents: number | null
}

async function resultLines(db: Reader, year: number, sums: YearSums, lastYear: YearSums): Promise<ResultLine[]> {
  const budget = await budgetOf(db, year)
  const net = ({ duesCents, waivedCents, waivedEarlierCents }: YearSums) => duesCents - waivedCents - waivedEarlierCents
  const dues: ResultLine = {
    categoryId: duesCategory,
    name: null,
    kind: 'income',
    cents: net(sums),
    lastYearCents: net(lastYear),
    budgetCents: budget.get(duesCategory) ?? null,
  }
  const others = (await bookingCategories(db)).map((category) => lineOf(category, sums, lastYear, budget))
  const isShown = ({ cents, lastYearCents, budgetCents }: ResultLine) =>
    cents !== 0 || lastYearCents !== 0 || (budgetCents ?? 0) !== 0
  return [dues, ...others.filter(isShown)]
}

function lineOf(
  { id, kind, name }: BookingCategory,
  sums: YearSums,
  lastYear: YearSums,
  budget: ReadonlyMap<string, number>,
): ResultLine {
  const shown = (of: YearSums) => {
    const cents = of.byCategory.get(id) ?? 0
    return kind === 'income' ? cents : 0 - cents
  }
  return {
    categoryId: id,
    name,
    kind,
    cents: shown(sums),
    lastYearCents: shown(lastYear),
    budgetCents: budget.get(id) ?? null,
  }
}

async function budgetOf(db: Reader, year: number): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('budget_line')
    .select(['category_id', 'cents'])
    .where('year', '=', year)
    .where('deleted_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.category_id, row.cents]))
}

/** What is not finished in a year: none of it can be done any more once it is closed. */
async function toDoBeforeClose(db: Reader, year: number, today: Day) {
  const plan = await planRun(db, today, () => 'planned')
  const inYear = (due: { periodStart: Day }) => yearOf(due.periodStart) <= year
  const [lines] = await rowsOf<{ count: number }>(
    db,
    `SELECT count(*) AS count FROM bank_line l WHERE l.reverses_id IS NULL AND l.parent_id IS NULL AND l.book_day <= ?1
      AND coalesce((SELECT sum(r.amount_cents) FROM bank_line r WHERE r.reverses_id = l.id), 0) <> -l.amount_cents
      AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.bank_line_id = l.id)
      AND NOT EXISTS (SELECT 1 FROM payment p JOIN bank_line i ON i.id = p.bank_line_id WHERE i.parent_id = l.id)
      AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.bank_line_id = l.id)
      AND NOT EXISTS (SELECT 1 FROM bank_link k WHERE k.bank_line_id = l.id AND k.deleted_at IS NULL)`,
    [endOf(year, today)],
  )
  const [count] = await rowsOf<{ day: string | null }>(
    db,
    `SELECT max(k.day) AS day FROM cash_count k WHERE k.reverses_id IS NULL AND k.day <= ?1
      AND (SELECT count(*) FROM cash_count r WHERE r.reverses_id = k.id) % 2 = 0`,
    [endOf(year, today)],
  )
  return {
    duesToRun: plan.added.filter(inYear).length + plan.reversed.filter(inYear).length,
    bankLines: lines?.count ?? 0,
    cashCountedOn: count?.day ?? null,
  }
}
