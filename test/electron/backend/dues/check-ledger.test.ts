// Each rule of the ledger is broken on purpose, past the code that keeps it: the check must name it.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { insertRows } from '../../../../electron/backend/database/insert-rows.ts'
import type { NewRow } from '../../../../electron/backend/database/schema.ts'
import { write } from '../../../../electron/backend/database/write.ts'
import { checkLedger } from '../../../../electron/backend/dues/check-ledger.ts'
import { type OpenTestBook, openTestBook } from '../../../support/open-book.ts'
import { aMember } from '../../../support/people.ts'

let book: OpenTestBook
let personId: string
beforeEach(async () => {
  book = await openTestBook()
  personId = (await book.api.members.register(aMember())).id
  const { id: planId } = await book.api.dues.addPlan({ name: 'Lid', amountCents: 1000, validFrom: '2026-01-01' })
  const terms = { planId, intervalMonths: 1, anchorDay: null, payer: null, reduction: null, method: 'contant' } as const
  await book.api.dues.agree({ personId, fromDay: '2026-11-01', ...terms })
  await book.api.dues.run({})
  const { payer } = await book.api.dues.person({ personId })
  const payment = { payer: { kind: payer.kind, id: payer.id }, amountCents: 600, day: '2026-11-20', note: null }
  await book.api.dues.recordPayment({ ...payment, method: 'contant', parts: null, notDouble: false })
})
afterEach(() => book.close())

type Ledger = 'due' | 'payment' | 'allocation' | 'waiver'

const ledgerRow = async (table: Ledger) =>
  (await book.context.db.selectFrom(table).selectAll().executeTakeFirstOrThrow()) as unknown as Record<string, unknown>

/** A copy of the first row with other values, written past the rules. */
async function copyRow(table: Ledger, values: Record<string, unknown>) {
  const { row_no: _rowNo, ...row } = await ledgerRow(table)
  const copy = { ...row, id: book.context.newId(), ...values } as unknown as NewRow<Ledger> // a row of the same table
  await write(book.context, { kind: 'paymentRecorded' }, (tx) => insertRows(tx, table, [copy]))
}

const broken = async () => (await checkLedger(book.context.db)).map(({ rule }) => rule)

it('finds nothing in a sound ledger', async () => {
  expect(await broken()).toEqual([])
})

it('finds a due that was reversed twice', async () => {
  const { id } = await ledgerRow('payment')
  await book.api.dues.reversePayment({ paymentId: String(id), reason: 'mistake' })
  const due = await ledgerRow('due')
  for (const _time of [1, 2]) await copyRow('due', { reverses_id: due.id, amount_cents: -1000 })
  expect(await broken()).toContain('dueReversedTwice')
})

it('finds money that pays more than was paid', async () => {
  await copyRow('allocation', { amount_cents: 100 })
  expect(await broken()).toEqual(['moreThanPayment'])
})

it('finds a due that is settled for more than it is', async () => {
  const { id } = await ledgerRow('due')
  await book.api.dues.waive({ dueId: String(id), amountCents: null, reason: 'board' })
  await copyRow('waiver', { amount_cents: 1 })
  expect(await broken()).toEqual(['moreThanDue'])
})

it('finds money on a due that was reversed', async () => {
  const { id } = await ledgerRow('due')
  await copyRow('due', { reverses_id: id, amount_cents: -1000 })
  expect(await broken()).toEqual(['moreThanDue'])
})

it('finds two dues of one period', async () => {
  await copyRow('due', {})
  expect(await broken()).toEqual(['twoDuesOfPeriod'])
})

it('finds more money given back than there was', async () => {
  await copyRow('payment', { amount_cents: -100 })
  expect(await broken()).toEqual(['moreRefunded'])
})

it('lets an account go below zero by what the bank took back after it was given back, and no further', async () => {
  const { id } = await ledgerRow('payment')
  const [allocation] = await book.context.db.selectFrom('allocation').selectAll().execute()
  await copyRow('allocation', { reverses_id: allocation?.id, amount_cents: -600 })
  await copyRow('payment', { amount_cents: -600 })
  expect(await broken()).toEqual([])
  await copyRow('payment', { reverses_id: id, amount_cents: -600, reason: 'bounced' })
  expect(await broken()).toEqual([])
  await copyRow('payment', { amount_cents: -1 })
  expect(await broken()).toEqual(['moreRefunded'])
})

it('lets no ledger row be changed or removed', async () => {
  for (const table of ['due', 'payment', 'allocation', 'waiver']) {
    const act = (sql: string) => () => book.opened.raw.prepare(sql).run()
    if (table === 'waiver')
      await book.api.dues.waive({ dueId: String((await ledgerRow('due')).id), amountCents: 1, reason: 'board' })
    expect(act(`UPDATE ${table} SET amount_cents = 1`)).toThrow('append-only')
    expect(act(`DELETE FROM ${table}`)).toThrow('append-only')
  }
})
