// One transfer for several households. Whose account it comes from cannot be learnt from that, so the matcher knows nothing of it; how
// somebody divided the same amount from the same account the last time is offered again, and never booked unasked.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { Reader } from '../database/transaction.ts'
import { loadAccount } from '../dues/account-state.ts'
import type { AccountKey } from '../dues/payer-accounts.ts'
import { accountsNear, payerOf, payerOfKey } from '../dues/payer-accounts.ts'
import { idList, isStanding, rowsOf } from '../dues/rows.ts'
import type { PayerPart } from './book-lines.ts'
import type { BankLine } from './open-lines.ts'

type Asked = Pick<BankLine, 'id' | 'cents' | 'usedCents' | 'counterHash'>

/** By line how it was divided the last time, where each part is still owed. */
export async function dividedBefore(
  db: Reader,
  lines: readonly Asked[],
  today: Day,
): Promise<ReadonlyMap<string, readonly PayerPart[]>> {
  const last = await lastDivisions(db, lines)
  const found = new Map<string, readonly PayerPart[]>()
  const left = new Map<AccountKey, Cents>()
  for (const { id, cents, usedCents, counterHash } of lines) {
    const parts = last.get(keyOf(counterHash, cents - usedCents))
    const owed = parts && (await partsOwed(db, parts, left, today))
    if (owed) found.set(id, owed)
  }
  return found
}

const keyOf = (hash: string | null, cents: Cents) => `${hash} ${cents}`

interface PaidRow {
  readonly lineId: string
  readonly hash: string
  readonly lineCents: Cents
  readonly payer_person_id: string | null
  readonly payer_household_id: string | null
  readonly cents: Cents
}

/** Of lines that were dues as a whole, by account and amount: the newest, and only where that was for more than one payer. */
async function lastDivisions(db: Reader, lines: readonly Asked[]): Promise<ReadonlyMap<string, readonly PayerPart[]>> {
  const hashes = lines.flatMap(({ cents, counterHash }) => (cents > 0 && counterHash !== null ? [counterHash] : []))
  if (hashes.length === 0) return new Map()
  const rows = await rowsOf<PaidRow>(
    db,
    `SELECT l.id AS lineId, t.counter_hash AS hash, l.amount_cents AS lineCents, p.payer_person_id, p.payer_household_id,
        sum(p.amount_cents) AS cents
      FROM bank_line_text t JOIN bank_line l ON l.id = t.id JOIN payment p ON p.bank_line_id = l.id AND ${isStanding('payment', 'p')}
      WHERE t.counter_hash IN (SELECT value FROM json_each(?1))
      GROUP BY l.id, p.payer_person_id, p.payer_household_id ORDER BY l.book_day DESC, l.row_no DESC, min(p.row_no)`,
    [idList(new Set(hashes))],
  )
  const last = new Map<string, readonly PayerPart[]>()
  for (const [, paid] of Map.groupBy(rows, ({ lineId }) => lineId)) {
    const [first] = paid
    const whole = paid.reduce((sum, { cents }) => sum + cents, 0)
    if (!first || whole !== first.lineCents || last.has(keyOf(first.hash, whole))) continue
    last.set(
      keyOf(first.hash, whole),
      paid.map((row) => ({ payer: payerOf(row), cents: row.cents })),
    )
  }
  for (const [key, parts] of last) if (parts.length < 2) last.delete(key)
  return last
}

/**
 * The parts for who pays now; undefined where they are for one payer by now, or more than is open.
 * @param left of what is open what lines before this one leave of it
 */
async function partsOwed(
  db: Reader,
  parts: readonly PayerPart[],
  left: Map<AccountKey, Cents>,
  today: Day,
): Promise<readonly PayerPart[] | undefined> {
  const accounts = await accountsNear(db, ...parts.map(({ payer }) => payer))
  const shares = new Map<AccountKey, Cents>()
  for (const { payer, cents } of parts) {
    const key = accounts.ofPayer(payer)
    shares.set(key, (shares.get(key) ?? 0) + cents)
  }
  if (shares.size < 2) return undefined
  for (const key of shares.keys())
    if (!left.has(key)) {
      const { dues, creditCents } = await loadAccount(db, payerOfKey(key), today)
      left.set(key, dues.reduce((sum, { openCents }) => sum + openCents, 0) - creditCents)
    }
  if ([...shares].some(([key, cents]) => cents > (left.get(key) ?? 0))) return undefined
  for (const [key, cents] of shares) left.set(key, (left.get(key) ?? 0) - cents)
  return [...shares].map(([key, cents]) => ({ payer: payerOfKey(key), cents }))
}
