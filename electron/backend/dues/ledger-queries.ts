// What stands in the ledger. A row and its reversals share a root, so what counts is a sum; a row that counts is called live.
import type { WantedDue } from '../../../shared/domain/dues-schedule.ts'
import type { DueState } from '../../../shared/domain/dues-status.ts'
import { dueState } from '../../../shared/domain/dues-status.ts'
import type { Reader } from '../database/transaction.ts'
import { idList, rowsOf } from './rows.ts'

export interface LedgerDue {
  readonly id: string
  readonly agreementId: string | null
  readonly personId: string
  readonly kind: 'dues' | 'opening'
  readonly periodStart: string
  readonly periodEnd: string
  readonly amountCents: number
  readonly paidCents: number
  readonly waivedCents: number
}

export const openCentsOf = (due: LedgerDue): number => due.amountCents - due.paidCents - due.waivedCents
export const stateOf = (due: LedgerDue): DueState =>
  dueState({ netCents: due.amountCents, paidCents: due.paidCents, waivedCents: due.waivedCents })

const liveDue =
  'd.reverses_id IS NULL AND d.amount_cents + coalesce((SELECT sum(r.amount_cents) FROM due r WHERE r.reverses_id = d.id), 0) <> 0'

const dueSelect = `SELECT d.id, d.agreement_id AS agreementId, d.person_id AS personId, d.kind, d.period_start AS periodStart,
    d.period_end AS periodEnd, d.amount_cents AS amountCents,
    coalesce((SELECT sum(a.amount_cents) FROM allocation a WHERE a.due_id = d.id), 0) AS paidCents,
    coalesce((SELECT sum(w.amount_cents) FROM waiver w WHERE w.due_id = d.id), 0) AS waivedCents
  FROM due d WHERE ${liveDue}`

const ofPeople = 'd.person_id IN (SELECT value FROM json_each(?1))'
const byPeriod = 'ORDER BY d.period_start, d.kind DESC, d.person_id, d.id'

/** Live dues of people, oldest first. */
export function duesOfPeople(db: Reader, personIds: Iterable<string>): Promise<LedgerDue[]> {
  return rowsOf(db, `${dueSelect} AND ${ofPeople} ${byPeriod}`, [idList(personIds)])
}

/** Live dues of an agreement, oldest first. */
export function duesOfAgreement(db: Reader, agreementId: string): Promise<LedgerDue[]> {
  return rowsOf(db, `${dueSelect} AND d.agreement_id = ?1 ${byPeriod}`, [agreementId])
}

/** Of the live dues of people those of which something is open, oldest first. */
export function openDuesOfPeople(db: Reader, personIds: Iterable<string>): Promise<LedgerDue[]> {
  return rowsOf(
    db,
    `SELECT d.* FROM (${dueSelect} AND ${ofPeople}) d
      WHERE d.amountCents > d.paidCents + d.waivedCents ORDER BY d.periodStart, d.kind DESC, d.personId, d.id`,
    [idList(personIds)],
  )
}

/** The live due with this id; undefined when there is none. */
export async function liveDueById(db: Reader, id: string): Promise<LedgerDue | undefined> {
  return (await rowsOf<LedgerDue>(db, `${dueSelect} AND d.id = ?1`, [id]))[0]
}

/** The bare live dues of agreements, for comparing with what is wanted. */
export interface BareDue {
  readonly id: string
  readonly agreementId: string
  readonly personId: string
  readonly periodStart: string
  readonly periodEnd: string
  readonly amountCents: number
}

/** @param openFrom periods that begin before it are left out */
export function bareDuesOf(db: Reader, agreementIds: readonly string[], openFrom: string): Promise<BareDue[]> {
  if (agreementIds.length === 0) return Promise.resolve([])
  return rowsOf(
    db,
    `SELECT d.id, d.agreement_id AS agreementId, d.person_id AS personId, d.period_start AS periodStart,
      d.period_end AS periodEnd, d.amount_cents AS amountCents FROM due d
      WHERE ${liveDue} AND d.kind = 'dues' AND d.period_start >= ?2 AND d.agreement_id IN (SELECT value FROM json_each(?1))`,
    [idList(agreementIds), openFrom],
  )
}

/** What a due asks, as text. */
export const dueText = (due: WantedDue): string => `${due.periodStart} ${due.periodEnd} ${due.amountCents}`

/** What the live dues of each agreement ask, oldest first, a line each as `dueText` writes it: for seeing at once whether that is what it should be. */
export async function duesTextByAgreement(db: Reader, openFrom: string): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf<{ id: string; text: string }>(
    db,
    `SELECT d.agreement_id AS id,
      group_concat(d.period_start || ' ' || d.period_end || ' ' || d.amount_cents, char(10) ORDER BY d.period_start) AS text
      FROM due d WHERE ${liveDue} AND d.kind = 'dues' AND d.period_start >= ?1 GROUP BY d.agreement_id`,
    [openFrom],
  )
  return new Map(rows.map(({ id, text }) => [id, text]))
}

export interface LedgerPayment {
  readonly id: string
  readonly day: string
  readonly cents: number
  readonly method: 'overboeking' | 'contant' | 'incasso'
  readonly payer_person_id: string | null
  readonly payer_household_id: string | null
  /** The line of the bank it came with. */
  readonly bankLineId: string | null
  /** 0 when it was reversed. */
  readonly netCents: number
  readonly allocatedCents: number
  /** What the bank took back of it. */
  readonly bouncedCents: number
  /** When it was written down, or last reversed. */
  readonly lastRowAt: string
}

/** SQL: whether a payment no longer counts because the bank took it back. */
const isBounced = (
  p: string,
) => `(${p}.amount_cents + coalesce((SELECT sum(r.amount_cents) FROM payment r WHERE r.reverses_id = ${p}.id), 0) = 0
  AND (SELECT r.reason FROM payment r WHERE r.reverses_id = ${p}.id ORDER BY r.row_no DESC LIMIT 1) = 'bounced')`

const paymentSelect = `SELECT p.id, p.day, p.amount_cents AS cents, p.method, p.payer_person_id, p.payer_household_id,
    p.bank_line_id AS bankLineId, p.amount_cents + coalesce((SELECT sum(r.amount_cents) FROM payment r WHERE r.reverses_id = p.id), 0) AS netCents,
    coalesce((SELECT sum(a.amount_cents) FROM allocation a WHERE a.payment_id = p.id), 0) AS allocatedCents,
    CASE WHEN ${isBounced('p')} THEN p.amount_cents ELSE 0 END AS bouncedCents,
    coalesce((SELECT max(r.created_at) FROM payment r WHERE r.reverses_id = p.id), p.created_at) AS lastRowAt
  FROM payment p WHERE p.reverses_id IS NULL`

/** Payments by any of these payers, newest first, reversed ones too. */
export function paymentsOfPayers(
  db: Reader,
  people: Iterable<string>,
  households: Iterable<string>,
): Promise<LedgerPayment[]> {
  return rowsOf(
    db,
    `${paymentSelect} AND (p.payer_person_id IN (SELECT value FROM json_each(?1)) OR p.payer_household_id IN (SELECT value FROM json_each(?2)))
      ORDER BY p.day DESC, p.id DESC`,
    [idList(people), idList(households)],
  )
}

/** Payments newest first: all, or those by people or by the household that pays for them or where they live. */
export async function allPayments(db: Reader, personIds: readonly string[] | null, limit: number) {
  const filter =
    personIds === null
      ? ''
      : `AND (p.payer_person_id IN (SELECT value FROM json_each(?2)) OR p.payer_household_id IN (
          SELECT household_id FROM person WHERE id IN (SELECT value FROM json_each(?2))
          UNION SELECT payer_household_id FROM fee_agreement WHERE person_id IN (SELECT value FROM json_each(?2)) AND payer_household_id IS NOT NULL))`
  const values = personIds === null ? [] : [idList(personIds)]
  const rows = await rowsOf<LedgerPayment>(db, `${paymentSelect} ${filter} ORDER BY p.day DESC, p.id DESC LIMIT ?1`, [
    limit,
    ...values,
  ])
  const [count] = await rowsOf<{ total: number }>(
    db,
    `SELECT count(*) AS total FROM payment p WHERE p.reverses_id IS NULL ${filter.replaceAll('?2', '?1')}`,
    values,
  )
  return { rows, total: count?.total ?? 0 }
}

export async function paymentById(db: Reader, id: string): Promise<LedgerPayment | undefined> {
  return (await rowsOf<LedgerPayment>(db, `${paymentSelect} AND p.id = ?1`, [id]))[0]
}

/** Payments that have something left, refunds, and the ones named. */
export function paymentsWithMoneyLeft(db: Reader, alsoIds: Iterable<string>): Promise<LedgerPayment[]> {
  return rowsOf(
    db,
    `SELECT * FROM (${paymentSelect}) WHERE netCents <> allocatedCents OR id IN (SELECT value FROM json_each(?1))`,
    [idList(alsoIds)],
  )
}

/**
 * Whether any payer has money that pays nothing yet: two sums instead of a look at every payment. Where the bank took something back,
 * one payer may owe what another has left, and the sums say nothing.
 */
export async function anyMoneyLeft(db: Reader): Promise<boolean> {
  const [sums] = await rowsOf<{ left: number; bounced: number }>(
    db,
    `SELECT coalesce((SELECT sum(amount_cents) FROM payment), 0) - coalesce((SELECT sum(amount_cents) FROM allocation), 0) AS left,
      EXISTS (SELECT 1 FROM payment WHERE reason = 'bounced') AS bounced`,
  )
  return sums !== undefined && (sums.left !== 0 || sums.bounced === 1)
}

/** What the bank took back per payer, over the whole book. */
export function bouncedByPayer(db: Reader) {
  return rowsOf<{ payer_person_id: string | null; payer_household_id: string | null; cents: number }>(
    db,
    `SELECT p.payer_person_id, p.payer_household_id, sum(p.amount_cents) AS cents FROM payment p
      WHERE p.reverses_id IS NULL AND p.id IN (SELECT reverses_id FROM payment WHERE reason = 'bounced') AND ${isBounced('p')}
      GROUP BY p.payer_person_id, p.payer_household_id`,
  )
}

/** A root row of the allocation or waiver table that still counts. */
export interface LiveRow {
  readonly id: string
  readonly paymentId: string
  readonly dueId: string
  readonly cents: number
  readonly reason: string
}

const liveAllocation = `SELECT a.id, a.payment_id AS paymentId, a.due_id AS dueId, '' AS reason,
    a.amount_cents + coalesce((SELECT sum(r.amount_cents) FROM allocation r WHERE r.reverses_id = a.id), 0) AS cents
  FROM allocation a WHERE a.reverses_id IS NULL`
const liveWaiver = `SELECT w.id, '' AS paymentId, w.due_id AS dueId, w.reason,
    w.amount_cents + coalesce((SELECT sum(r.amount_cents) FROM waiver r WHERE r.reverses_id = w.id), 0) AS cents
  FROM waiver w WHERE w.reverses_id IS NULL`

export function allocationsOfDues(db: Reader, dueIds: Iterable<string>): Promise<LiveRow[]> {
  return rowsOf(
    db,
    `SELECT * FROM (${liveAllocation} AND a.due_id IN (SELECT value FROM json_each(?1))) WHERE cents <> 0 ORDER BY id`,
    [idList(dueIds)],
  )
}

export function allocationsOfPayment(db: Reader, paymentId: string): Promise<LiveRow[]> {
  return rowsOf(db, `SELECT * FROM (${liveAllocation} AND a.payment_id = ?1) WHERE cents <> 0 ORDER BY id`, [paymentId])
}

export function waiversOfDues(db: Reader, dueIds: Iterable<string>): Promise<LiveRow[]> {
  return rowsOf(
    db,
    `SELECT * FROM (${liveWaiver} AND w.due_id IN (SELECT value FROM json_each(?1))) WHERE cents <> 0 ORDER BY id`,
    [idList(dueIds)],
  )
}

/** What each person has open, in cents; people with nothing open are left out. All people when none are named. */
export async function openDuesByPerson(db: Reader, personIds?: Iterable<string>): Promise<Map<string, number>> {
  const named = personIds === undefined ? '' : 'WHERE d.person_id IN (SELECT value FROM json_each(?1))'
  const rows = await rowsOf<{ person_id: string; cents: number }>(
    db,
    `SELECT person_id, sum(cents) AS cents FROM (
        SELECT d.person_id, sum(d.amount_cents) AS cents FROM due d ${named} GROUP BY d.person_id
        UNION ALL SELECT d.person_id, -sum(a.amount_cents) FROM allocation a JOIN due d ON d.id = a.due_id ${named} GROUP BY d.person_id
        UNION ALL SELECT d.person_id, -sum(w.amount_cents) FROM waiver w JOIN due d ON d.id = w.due_id ${named} GROUP BY d.person_id
      ) GROUP BY person_id HAVING sum(cents) <> 0`,
    personIds === undefined ? [] : [idList(personIds)],
  )
  return new Map(rows.map((row) => [row.person_id, row.cents]))
}
