// Lines of the bank that nothing was done with yet. Whether something was done follows from the payments, bookings and collections
// that name a line; it is never written down beside it.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { Reader } from '../database/transaction.ts'
import { cameIn } from '../direct-debit/collection-queries.ts'
import { idList, rowsOf } from '../dues/rows.ts'
import { liveLine } from './bank-queries.ts'

export interface BankLine {
  readonly id: string
  readonly accountId: string
  readonly parentId: string | null
  readonly bookDay: Day
  readonly cents: Cents
  readonly batchRef: string | null
  readonly returnCode: string | null
  readonly isReversal: boolean
  readonly counterHash: string | null
  readonly content: Uint8Array | null
  /** The file tells what the batch is made of. */
  readonly hasItems: boolean
  /** What payments and bookings made of it. */
  readonly usedCents: Cents
}

// What the bank took back later went by a line of its own: the line it came with was money all the same.
const linked = `(SELECT sum(p.amount_cents) FROM bank_link k JOIN payment p ON p.id = k.payment_id
  WHERE k.bank_line_id = l.id AND k.deleted_at IS NULL AND ${cameIn('p')})`
// An item may come back before its batch came in: then there is no payment yet that could be taken back.
const isReturn = 'coalesce((SELECT sum(c.amount_cents) FROM collection_return c WHERE c.bank_line_id = l.id), 0) > 0'
const used = `CASE WHEN ${isReturn} THEN l.amount_cents ELSE coalesce((SELECT sum(p.amount_cents) FROM payment p WHERE p.bank_line_id = l.id), 0)
  + coalesce((SELECT sum(b.amount_cents) FROM booking b WHERE b.bank_line_id = l.id), 0) + coalesce(${linked}, 0) END`

const lineSelect = `SELECT l.id, l.row_no AS rowNo, l.bank_account_id AS accountId, l.parent_id AS parentId, l.book_day AS bookDay, l.amount_cents AS cents,
    l.batch_ref AS batchRef, l.return_code AS returnCode, l.is_reversal AS isReversal,
    EXISTS (SELECT 1 FROM bank_line i WHERE i.parent_id = l.id) AS hasItems, t.counter_hash AS counterHash, t.content, ${used} AS usedCents
  FROM bank_line l LEFT JOIN bank_line_text t ON t.id = l.id AND t.deleted_at IS NULL WHERE ${liveLine}`

type LineRow = Omit<BankLine, 'isReversal' | 'hasItems'> & { readonly isReversal: number; readonly hasItems: number }

/**
 * Everything that nothing, or not enough, was done with, oldest first. A batch is one line when it is a collection of our own;
 * else it is the items that the file tells apart.
 * @param isOwnBatch whether a collection with this reference was handed to the bank
 */
export async function openLines(db: Reader, isOwnBatch: (reference: string) => boolean): Promise<BankLine[]> {
  const rows = (
    await rowsOf<LineRow>(db, `SELECT * FROM (${lineSelect}) WHERE usedCents <> cents ORDER BY bookDay, rowNo`)
  ).map(rowToLine)
  return leaveOutSettled(rows, isOwnBatch)
}

/** Of batches and their items, those that are asked about. */
export function leaveOutSettled(lines: readonly BankLine[], isOwnBatch: (reference: string) => boolean): BankLine[] {
  const byId = new Map(lines.map((line) => [line.id, line]))
  const isOne = (line: BankLine) => !line.hasItems || (line.batchRef !== null && isOwnBatch(line.batchRef))
  return lines.filter((line) => {
    if (line.parentId === null) return isOne(line)
    // Of a batch that was settled as a whole nothing is left to do.
    const batch = byId.get(line.parentId)
    return batch !== undefined && !isOne(batch)
  })
}

export async function linesById(db: Reader, ids: Iterable<string>): Promise<BankLine[]> {
  const rows = await rowsOf<LineRow>(db, `${lineSelect} AND l.id IN (SELECT value FROM json_each(?1))`, [idList(ids)])
  return rows.map(rowToLine)
}

const rowToLine = (row: LineRow): BankLine => ({
  ...row,
  isReversal: row.isReversal === 1,
  hasItems: row.hasItems === 1,
})

/** Lines that something was done with, newest first; of a batch that is its items, the items. */
export async function doneLines(db: Reader, limit: number): Promise<{ rows: BankLine[]; total: number }> {
  const done = `SELECT * FROM (${lineSelect}) WHERE usedCents = cents`
  const rows = await rowsOf<LineRow>(db, `${done} ORDER BY bookDay DESC, rowNo DESC LIMIT ?1`, [limit])
  const [count] = await rowsOf<{ total: number }>(db, `SELECT count(*) AS total FROM (${done})`)
  return { rows: rows.map(rowToLine), total: count?.total ?? 0 }
}
