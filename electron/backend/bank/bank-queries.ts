// What the book has of the bank. A line that was taken back stays with a row against it; one that counts is called live.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { Reader } from '../database/transaction.ts'
import { idList, rowsOf } from '../dues/rows.ts'
import type { IdentitySource } from './line-identity.ts'
import { identitySource } from './line-identity.ts'
import type { BookAccount, KnownIdentity, OtherLine } from './plan-take-in.ts'

export const liveLine =
  'l.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM bank_line r WHERE r.reverses_id = l.id GROUP BY r.reverses_id HAVING sum(r.amount_cents) <> 0)'

export async function identitySourceOf(db: Reader): Promise<IdentitySource> {
  const row = await db.selectFrom('book').select('bank_secret').executeTakeFirstOrThrow()
  if (row.bank_secret === null) throw new Error('the book has no secret for the lines of the bank')
  return identitySource(row.bank_secret)
}

export interface AccountRecord extends BookAccount {
  readonly holder: string
  readonly isMain: boolean
}

/** The main account first. */
export async function bankAccounts(db: Reader): Promise<AccountRecord[]> {
  const rows = await db
    .selectFrom('bank_account')
    .select(['id', 'name', 'iban', 'holder', 'is_main'])
    .where('deleted_at', 'is', null)
    .orderBy('is_main', 'desc')
    .orderBy('row_no')
    .execute()
  return rows.map(({ is_main, ...account }) => ({ ...account, isMain: is_main === 1 }))
}

/** Which of these identities the book has, or had. */
export async function knownIdentities(
  db: Reader,
  identities: Iterable<string>,
): Promise<ReadonlyMap<string, KnownIdentity>> {
  const rows = await rowsOf<{ identity: string; rows: number; live: number }>(
    db,
    `SELECT l.identity, sum(l.reverses_id IS NULL) AS rows, sum(l.amount_cents) AS live FROM bank_line l
      WHERE l.identity IN (SELECT value FROM json_each(?1)) GROUP BY l.identity`,
    [idList(identities)],
  )
  return new Map(rows.map(({ identity, rows: count, live }) => [identity, { rows: count, isLive: live !== 0 }]))
}

/** Live lines of these days that came from a file of another format. */
export function linesOfOtherFormats(
  db: Reader,
  format: string,
  accountIds: Iterable<string>,
  from: Day,
  to: Day,
): Promise<OtherLine[]> {
  return rowsOf(
    db,
    `SELECT l.id, l.bank_account_id AS accountId, l.identity, l.book_day AS day, l.amount_cents AS cents, t.counter_hash AS counterHash
      FROM bank_line l JOIN bank_file f ON f.id = l.bank_file_id LEFT JOIN bank_line_text t ON t.id = l.id
      WHERE l.bank_account_id IN (SELECT value FROM json_each(?1)) AND l.book_day BETWEEN ?2 AND ?3 AND f.format <> ?4
        AND l.parent_id IS NULL AND ${liveLine} ORDER BY l.book_day, l.id`,
    [idList(accountIds), from, to, format],
  )
}

export interface StatementRecord {
  readonly openDay: Day | null
  readonly openCents: Cents | null
  readonly closeDay: Day | null
  readonly closeCents: Cents | null
  readonly balanced: boolean | null
}

/** Statements of an account in the order in which they came. */
export async function statementsOfAccount(db: Reader, accountId: string): Promise<StatementRecord[]> {
  const rows = await db
    .selectFrom('bank_statement')
    .select(['open_day', 'open_cents', 'close_day', 'close_cents', 'balanced'])
    .where('bank_account_id', '=', accountId)
    .where('deleted_at', 'is', null)
    .orderBy('row_no')
    .execute()
  return rows.map((row) => ({
    openDay: row.open_day,
    openCents: row.open_cents,
    closeDay: row.close_day,
    closeCents: row.close_cents,
    balanced: row.balanced === null ? null : row.balanced === 1,
  }))
}

export interface DaySum {
  readonly day: Day
  readonly count: number
  readonly cents: Cents
}

/** What the live lines of an account add up to, per day, oldest first. */
export function daySums(db: Reader, accountId: string): Promise<DaySum[]> {
  return rowsOf(
    db,
    `SELECT l.book_day AS day, count(*) AS count, sum(l.amount_cents) AS cents FROM bank_line l
      WHERE l.bank_account_id = ?1 AND l.parent_id IS NULL AND ${liveLine} GROUP BY l.book_day ORDER BY l.book_day`,
    [accountId],
  )
}

export interface FileRecord {
  readonly id: string
  readonly name: string
  readonly format: string
  readonly from: Day | null
  readonly to: Day | null
  readonly lineCount: number
  readonly leftOut: number
  readonly takenAt: string
}

/** Newest first. */
export async function bankFiles(db: Reader, limit: number): Promise<{ rows: FileRecord[]; total: number }> {
  const files = db.selectFrom('bank_file').where('deleted_at', 'is', null)
  const rows = await files.selectAll().orderBy('taken_at', 'desc').orderBy('row_no', 'desc').limit(limit).execute()
  const { total } = await files.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: rows.map(rowToFile), total }
}

/** The file with these bytes, when it was taken in. */
export async function fileBySha256(db: Reader, sha256: string): Promise<FileRecord | null> {
  const row = await db
    .selectFrom('bank_file')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('deleted_at', 'is', null)
    .orderBy('row_no', 'desc')
    .executeTakeFirst()
  return row ? rowToFile(row) : null
}

function rowToFile(row: {
  id: string
  name: string
  format: string
  from_day: string | null
  to_day: string | null
  line_count: number
  left_out: number
  taken_at: string
}): FileRecord {
  return {
    id: row.id,
    name: row.name,
    format: row.format,
    from: row.from_day,
    to: row.to_day,
    lineCount: row.line_count,
    leftOut: row.left_out,
    takenAt: row.taken_at,
  }
}

/** What stands sealed beside these lines. */
export async function lineContents(db: Reader, lineIds: Iterable<string>): Promise<ReadonlyMap<string, Uint8Array>> {
  const rows = await rowsOf<{ id: string; content: Uint8Array }>(
    db,
    'SELECT id, content FROM bank_line_text WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?1))',
    [idList(lineIds)],
  )
  return new Map(rows.map(({ id, content }) => [id, content]))
}

/** How many live lines there are. */
export async function countLines(db: Reader): Promise<number> {
  const [row] = await rowsOf<{ total: number }>(
    db,
    `SELECT count(*) AS total FROM bank_line l WHERE l.parent_id IS NULL AND ${liveLine}`,
  )
  return row?.total ?? 0
}
