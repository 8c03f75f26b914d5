// Every entry of a year with a running number, and what shows that it is true: a line of the bank, a receipt, or a note.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { payerOf } from '../dues/payer-accounts.ts'
import { payersThen } from '../dues/payer-views.ts'
import { rowsOf } from '../dues/rows.ts'
import { cashLines } from './cash-queries.ts'
import { accountOfPayment, endOf } from './year-positions.ts'

export interface YearEntry {
  readonly id: string
  /** 1, 2, 3 ... by day. */
  readonly number: number
  readonly day: Day
  readonly cents: number
  readonly kind: 'dues' | 'entry' | 'transfer' | 'opening'
  readonly categoryId: string | null
  /** null: the cash box; '': a bank of which no account is known. */
  readonly accountId: string | null
  readonly who: string | null
  readonly text: string | null
  readonly reversesId: string | null
  readonly proof:
    | { readonly kind: 'bank'; readonly fileId: string | null }
    | { readonly kind: 'cash'; readonly receipt: number }
    | { readonly kind: 'memo' }
}

export async function yearEntries(db: Reader, year: number, today: Day): Promise<YearEntry[]> {
  const rows = await rowsOf<EntryRow>(db, entrySelect, [`${year}-01-01`, endOf(year, today)])
  const receipts = new Map((await cashLines(db, year)).map((line) => [line.id, line.number]))
  const viewOf = await payersThen(db, rows.filter((row) => row.kind === 'dues').map(paidBy))
  return rows.map((row, at) => ({
    id: row.id,
    number: at + 1,
    day: row.day,
    cents: row.cents,
    kind: row.kind,
    categoryId: row.categoryId,
    accountId: row.accountId,
    who: row.kind === 'dues' ? nameOf(viewOf(paidBy(row)).people) : null,
    text: row.text,
    reversesId: row.reversesId,
    proof: proofOf(row, receipts.get(row.id)),
  }))
}

const paidBy = (row: EntryRow) => ({ paymentId: row.reversesId ?? row.id, payer: payerOf(row) })

interface EntryRow {
  readonly id: string
  readonly day: Day
  readonly cents: number
  readonly kind: YearEntry['kind']
  readonly categoryId: string | null
  readonly accountId: string | null
  readonly payer_person_id: string | null
  readonly payer_household_id: string | null
  readonly text: string | null
  readonly reversesId: string | null
  readonly bankLineId: string | null
  readonly fileId: string | null
}

const fileOf = (line: string) => `(SELECT l.bank_file_id FROM bank_line l WHERE l.id = ${line})`
const lineOfPayment = `coalesce(p.bank_line_id,
  (SELECT k.bank_line_id FROM bank_link k WHERE k.payment_id = coalesce(p.reverses_id, p.id) AND k.deleted_at IS NULL))`

const entrySelect = `SELECT * FROM (
    SELECT p.id, p.day, p.amount_cents AS cents, 'dues' AS kind, NULL AS categoryId,
      CASE p.method WHEN 'contant' THEN NULL ELSE ${accountOfPayment} END AS accountId, p.payer_person_id, p.payer_household_id,
      (SELECT n.text FROM payment_note n WHERE n.payment_id = coalesce(p.reverses_id, p.id) AND n.deleted_at IS NULL) AS text,
      p.reverses_id AS reversesId, ${lineOfPayment} AS bankLineId, ${fileOf(lineOfPayment)} AS fileId,
      p.created_at AS written, p.row_no AS place
    FROM payment p WHERE p.day BETWEEN ?1 AND ?2
    UNION ALL
    SELECT b.id, b.day, b.amount_cents, b.kind, b.category_id, b.account_id, NULL, NULL,
      (SELECT n.text FROM booking_note n WHERE n.booking_id = coalesce(b.reverses_id, b.id) AND n.deleted_at IS NULL),
      b.reverses_id, b.bank_line_id, ${fileOf('b.bank_line_id')}, b.created_at, b.row_no
    FROM booking b WHERE b.day BETWEEN ?1 AND ?2
  ) ORDER BY day, written, kind, place`

function proofOf(row: EntryRow, receipt: number | undefined): YearEntry['proof'] {
  if (receipt !== undefined) return { kind: 'cash', receipt }
  return row.bankLineId === null ? { kind: 'memo' } : { kind: 'bank', fileId: row.fileId }
}

const nameOf = (people: readonly { given: string; family: string }[]): string =>
  people.map(({ given, family }) => `${given} ${family}`.trim()).join(', ')
