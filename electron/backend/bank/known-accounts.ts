// Accounts that somebody pays from, as far as they were learnt from what was booked. They are learnt with a booking and forgotten
// by one press, in a list; a name alone teaches nothing.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { type WriteContext, write } from '../database/write.ts'
import type { PayerRef } from '../dues/payer-accounts.ts'
import { payerColumns, payerOf } from '../dues/payer-accounts.ts'
import { idList, isStanding, rowsOf } from '../dues/rows.ts'
import type { KnownAccount, KnownPayment } from '../matching/match-types.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Opener, Sealer } from '../sealing/sealer.ts'
import { hashIban, openLineText } from './line-text.ts'

export interface LearntAccount {
  readonly id: string
  readonly iban: string
  readonly hash: string
  readonly payer: PayerRef
  readonly confirmedDay: Day
}

/** Newest first; those that were forgotten again are left out. */
export async function learntAccounts(db: Reader, opener: Opener): Promise<LearntAccount[]> {
  const rows = await db
    .selectFrom('payer_account')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('confirmed_day', 'desc')
    .orderBy('row_no', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    iban: opener.openText(placeOf(row.id), row.iban),
    hash: row.iban_hash,
    payer: payerOf(row),
    confirmedDay: row.confirmed_day,
  }))
}

/** How much of what an account paid before is looked at. */
const keptPayments = 36

/** What these accounts paid before, as far as they were learnt, for the matcher. */
export async function knownAccounts(db: Reader, opener: Opener, ibans: ReadonlySet<string>): Promise<KnownAccount[]> {
  const asked = new Map([...ibans].map((iban) => [hashIban(opener, iban), iban]))
  const learnt = await rowsOf<{ hash: string }>(
    db,
    `SELECT DISTINCT iban_hash AS hash FROM payer_account WHERE deleted_at IS NULL AND iban_hash IN (SELECT value FROM json_each(?1))`,
    [idList(asked.keys())],
  )
  if (learnt.length === 0) return []
  const hashes = learnt.map(({ hash }) => hash)
  const payments = await paymentsByHash(db, opener, hashes)
  const other = new Set(
    (
      await rowsOf<{ hash: string }>(
        db,
        `SELECT DISTINCT t.counter_hash AS hash FROM bank_line_text t JOIN booking b ON b.bank_line_id = t.id
          WHERE b.kind = 'entry' AND t.counter_hash IN (SELECT value FROM json_each(?1)) GROUP BY t.id HAVING sum(b.amount_cents) > 0`,
        [idList(hashes)],
      )
    ).map(({ hash }) => hash),
  )
  return hashes.map((hash) => ({
    iban: asked.get(hash) ?? '',
    payments: payments.get(hash) ?? [],
    paidOther: other.has(hash),
  }))
}

/** Of these people those for whom an account that was learnt ever paid. */
export async function paidForByAccounts(db: Reader, personIds: Iterable<string>): Promise<ReadonlySet<string>> {
  const rows = await rowsOf<{ personId: string }>(
    db,
    `SELECT DISTINCT personId FROM (SELECT d.person_id AS personId FROM due d JOIN allocation a ON a.due_id = d.id
        JOIN payment p ON p.id = a.payment_id AND p.reverses_id IS NULL JOIN bank_line_text t ON t.id = p.bank_line_id
      WHERE d.person_id IN (SELECT value FROM json_each(?1))
        AND EXISTS (SELECT 1 FROM payer_account k WHERE k.iban_hash = t.counter_hash AND k.deleted_at IS NULL)
      GROUP BY t.id, d.person_id HAVING sum(a.amount_cents) > 0)`,
    [idList(personIds)],
  )
  return new Set(rows.map(({ personId }) => personId))
}

interface PaidRow {
  readonly lineId: string
  readonly hash: string
  readonly content: Uint8Array
  readonly day: Day
  readonly personId: string
  readonly cents: Cents
}

/**
 * Per line and person what it paid. Of somebody who pays a year ahead most of it pays nothing yet: where the payer pays for one
 * person only, the whole of the line counts for that person. Where several share an account nobody can say whose the rest is.
 */
const paidSelect = `WITH line AS (
    SELECT id FROM bank_line_text WHERE counter_hash IN (SELECT value FROM json_each(?1))),
  paid AS (
    SELECT p.bank_line_id AS lineId, d.person_id AS personId, sum(a.amount_cents) AS cents
    FROM payment p JOIN allocation a ON a.payment_id = p.id JOIN due d ON d.id = a.due_id
    WHERE p.bank_line_id IN (SELECT id FROM line) GROUP BY p.bank_line_id, d.person_id HAVING sum(a.amount_cents) > 0),
  whole AS (
    SELECT bank_line_id AS lineId, min(day) AS day, sum(amount_cents) AS cents,
      count(DISTINCT coalesce(payer_person_id, payer_household_id)) AS payers,
      max(payer_person_id) AS person, max(payer_household_id) AS household
    FROM payment WHERE bank_line_id IN (SELECT id FROM line) GROUP BY bank_line_id HAVING sum(amount_cents) > 0),
  payer AS (
    SELECT w.lineId, w.day, w.cents, min(g.person_id) AS personId
    FROM whole w JOIN fee_agreement g ON g.deleted_at IS NULL AND (g.payer_person_id = w.person OR g.payer_household_id = w.household)
    WHERE w.payers = 1 GROUP BY w.lineId HAVING count(DISTINCT g.person_id) = 1),
  only AS (
    SELECT * FROM payer WHERE NOT EXISTS (SELECT 1 FROM paid WHERE paid.lineId = payer.lineId AND paid.personId <> payer.personId))
  SELECT t.id AS lineId, t.counter_hash AS hash, t.content, x.day, x.personId, x.cents FROM (
    SELECT lineId, day, personId, cents FROM only
    UNION ALL SELECT paid.lineId, w.day, paid.personId, paid.cents FROM paid JOIN whole w ON w.lineId = paid.lineId
      WHERE paid.lineId NOT IN (SELECT lineId FROM only)
  ) x JOIN bank_line_text t ON t.id = x.lineId ORDER BY x.day DESC, t.id, x.personId`

/** What lines from these accounts paid, and for whom; see {@link paidSelect} for money that pays nothing yet. */
async function paymentsByHash(
  db: Reader,
  opener: Opener,
  hashes: Iterable<string>,
): Promise<ReadonlyMap<string, KnownPayment[]>> {
  const rows = await rowsOf<PaidRow>(db, paidSelect, [idList(hashes)])
  const found = new Map<string, KnownPayment[]>()
  let last: string | undefined
  for (const { lineId, hash, content, day, personId, cents } of rows) {
    const payments = found.get(hash) ?? []
    found.set(hash, payments)
    const share = { memberId: personId, cents }
    const current = payments.at(-1)
    if (lineId === last && current) payments.splice(-1, 1, { ...current, shares: [...current.shares, share] })
    else if (payments.length < keptPayments)
      payments.push({ day, shares: [share], text: openLineText(opener, lineId, content).text })
    last = lineId
  }
  return found
}

export interface Lesson {
  readonly iban: string
  readonly hash: string
  readonly payer: PayerRef
  /** Somebody said so; what was forgotten once is not learnt again without that. */
  readonly isConfirmed: boolean
}

/** Learns who pays from which account; what is known already stays as it is. */
export async function learnAccounts(
  tx: Transaction,
  context: WriteContext & { readonly today: () => Day },
  sealer: Sealer,
  lessons: readonly Lesson[],
): Promise<void> {
  const known = await rowsOf<{
    iban_hash: string
    payer_person_id: string | null
    payer_household_id: string | null
    deleted_at: string | null
  }>(
    tx,
    `SELECT iban_hash, payer_person_id, payer_household_id, deleted_at FROM payer_account WHERE iban_hash IN (SELECT value FROM json_each(?1))`,
    [idList(lessons.map(({ hash }) => hash))],
  )
  const keyOf = (hash: string, payer: PayerRef) => `${hash} ${payer.kind} ${payer.id}`
  const live = new Set(known.filter((row) => row.deleted_at === null).map((row) => keyOf(row.iban_hash, payerOf(row))))
  const ever = new Set(known.map((row) => keyOf(row.iban_hash, payerOf(row))))
  const rows: NewRow<'payer_account'>[] = []
  for (const { iban, hash, payer, isConfirmed } of lessons) {
    const key = keyOf(hash, payer)
    if (live.has(key) || (ever.has(key) && !isConfirmed)) continue
    live.add(key)
    const id = context.newId()
    rows.push({
      id,
      iban: sealer.sealText(placeOf(id), iban),
      iban_hash: hash,
      ...payerColumns(payer),
      confirmed_day: context.today(),
    })
  }
  await insertRows(tx, 'payer_account', rows)
}

/** What was taken back taught nothing: of these payers those go of whom no other line from this account is left. */
export async function unlearn(
  tx: Transaction,
  context: WriteContext,
  hash: string,
  payers: readonly PayerRef[],
): Promise<void> {
  const gone = await rowsOf<{ id: string }>(
    tx,
    `SELECT k.id FROM payer_account k WHERE k.iban_hash = ?1 AND k.deleted_at IS NULL
      AND coalesce(k.payer_person_id, k.payer_household_id) IN (SELECT value FROM json_each(?2))
      AND NOT EXISTS (SELECT 1 FROM bank_line_text t JOIN payment p ON p.bank_line_id = t.id
          OR p.id IN (SELECT b.payment_id FROM bank_link b WHERE b.bank_line_id = t.id AND b.deleted_at IS NULL)
        WHERE t.counter_hash = ?1 AND ${isStanding('payment', 'p')}
          AND coalesce(p.payer_person_id, p.payer_household_id) = coalesce(k.payer_person_id, k.payer_household_id))`,
    [hash, idList(payers.map(({ id }) => id))],
  )
  if (gone.length === 0) return
  await tx
    .updateTable('payer_account')
    .set({ deleted_at: context.now().toISOString() })
    .where(
      'id',
      'in',
      gone.map(({ id }) => id),
    )
    .execute()
}

const placeOf = (id: string) => ({ table: 'payer_account', id, column: 'iban' })

/** @throws RuleBroken notFound */
export async function forgetAccount(context: WriteContext, id: string): Promise<void> {
  await write(context, { kind: 'payerAccountForgotten' }, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('payer_account')
      .set({ deleted_at: context.now().toISOString() })
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table: 'payer_account' })
  })
}
