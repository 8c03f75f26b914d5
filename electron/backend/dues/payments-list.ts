// Payments as they are listed, and people to choose a payer from.
import { sql } from 'kysely'
import { formatStreet } from '../../../shared/domain/address.ts'
import type { Reader } from '../database/transaction.ts'
import { matchesText } from '../members/people-list.ts'
import { nameOf } from '../members/person-queries.ts'
import type { LedgerPayment } from './ledger-queries.ts'
import { allPayments, paymentsOfPayers } from './ledger-queries.ts'
import type { PayerRef } from './payer-accounts.ts'
import { accountsNear, payerOf, payerOfKey } from './payer-accounts.ts'
import { payersThen, payerViews } from './payer-views.ts'
import { freeCentsOf } from './plan-run.ts'
import { idList, rowsOf } from './rows.ts'

/** @param find words of a name or street; '' = all */
export async function listPayments(db: Reader, find: string, limit: number) {
  const people = find.trim() === '' ? null : await peopleMatching(db, find, 2000)
  const { rows, total } = await allPayments(db, people === null ? null : people.map(({ id }) => id), limit)
  return { rows: await paymentsShown(db, rows), total }
}

export async function paymentsShown(db: Reader, payments: readonly LedgerPayment[]) {
  const paid = payments.map((payment) => ({ paymentId: payment.id, payer: payerOf(payment) }))
  const viewOf = await payersThen(db, paid)
  const ids = idList(payments.map(({ id }) => id))
  const notes = await rowsOf<{ payment_id: string; text: string }>(
    db,
    'SELECT payment_id, text FROM payment_note WHERE deleted_at IS NULL AND payment_id IN (SELECT value FROM json_each(?1))',
    [ids],
  )
  const reasons = await rowsOf<{ reverses_id: string; reason: string | null }>(
    db,
    'SELECT reverses_id, reason FROM payment WHERE reverses_id IN (SELECT value FROM json_each(?1)) ORDER BY row_no',
    [ids],
  )
  const refunded = await refundedOf(db, payments)
  const noteOf = new Map(notes.map((note) => [note.payment_id, note.text]))
  const reasonOf = new Map(reasons.map((row) => [row.reverses_id, row.reason]))
  return payments.map((payment) => ({
    id: payment.id,
    day: payment.day,
    cents: payment.cents,
    method: payment.method,
    payer: viewOf({ paymentId: payment.id, payer: payerOf(payment) }),
    note: noteOf.get(payment.id) ?? null,
    allocatedCents: payment.allocatedCents,
    ...(refunded.get(payment.id) ?? { refundedCents: 0, madeGoodCents: 0 }),
    state: payment.netCents === 0 ? ('reversed' as const) : ('counts' as const),
    reason: payment.netCents === 0 ? (reasonOf.get(payment.id) ?? null) : null,
  }))
}

interface GivenBack {
  readonly refundedCents: number
  readonly madeGoodCents: number
}

/**
 * What was given back of payments that did not pay dues as a whole: to the same payer, of the oldest money first. What was given back
 * of money that the bank then took back is made good by the rest.
 */
async function refundedOf(db: Reader, payments: readonly LedgerPayment[]): Promise<ReadonlyMap<string, GivenBack>> {
  const payers = payments.filter((payment) => freeCentsOf(payment) > 0).map(payerOf)
  const refunded = new Map<string, GivenBack>()
  if (payers.length === 0) return refunded
  const ids = (kind: PayerRef['kind']) => new Set(payers.flatMap((payer) => (payer.kind === kind ? [payer.id] : [])))
  const all = await paymentsOfPayers(db, ids('person'), ids('household'))
  for (const own of Map.groupBy(
    all,
    ({ payer_person_id, payer_household_id }) => payer_person_id ?? payer_household_id,
  ).values()) {
    let given = own.reduce((sum, payment) => sum + Math.max(0, -freeCentsOf(payment)), 0)
    let lost = 0
    const oldestFirst = own.toSorted((a, b) => (a.day < b.day ? -1 : 1))
    for (const payment of oldestFirst) {
      const refundedCents = Math.min(Math.max(0, freeCentsOf(payment)) + payment.bouncedCents, given)
      given -= refundedCents
      if (payment.bouncedCents > 0) lost += refundedCents
      else refunded.set(payment.id, { refundedCents, madeGoodCents: 0 })
    }
    for (const payment of oldestFirst) {
      const { refundedCents = 0 } = refunded.get(payment.id) ?? {}
      const madeGoodCents = Math.max(0, Math.min(freeCentsOf(payment) - refundedCents, lost))
      lost -= madeGoodCents
      if (madeGoodCents > 0) refunded.set(payment.id, { refundedCents, madeGoodCents })
    }
  }
  return refunded
}

/** People by name or street with the payer of their dues; the first 12. */
export async function findPayers(db: Reader, find: string) {
  if (find.trim() === '') return []
  const people = await peopleMatching(db, find, 12)
  const payers: PayerRef[] = []
  for (const { id } of people) {
    const accounts = await accountsNear(db, { kind: 'person', id })
    payers.push(payerOfKey(accounts.payingFor(id)))
  }
  const viewOf = await payerViews(db, payers)
  return people.map((person, at) => ({
    personId: person.id,
    name: nameOf(person),
    address:
      person.street === ''
        ? null
        : formatStreet({ street: person.street, houseNumber: person.house_number, houseSuffix: person.house_suffix }),
    payer: viewOf(payers[at] ?? { kind: 'person', id: person.id }),
  }))
}

function peopleMatching(db: Reader, find: string, limit: number) {
  return db
    .selectFrom('person as p')
    .innerJoin('household as h', 'h.id', 'p.household_id')
    .select([
      'p.id',
      'p.first_name',
      'p.infix',
      'p.last_name',
      'p.called',
      'h.street',
      'h.house_number',
      'h.house_suffix',
    ])
    .where('p.deleted_at', 'is', null)
    .where(matchesText(find))
    .orderBy(sql`p.sort_name`)
    .orderBy('p.id')
    .limit(limit)
    .execute()
}
