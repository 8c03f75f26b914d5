// The law asks for seven years of books. Nothing of the ledger can be removed or changed at all; who it was about can be wiped.
import { CompiledQuery } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { allTables } from '../../../../electron/backend/database/schema.ts'
import { write } from '../../../../electron/backend/database/write.ts'
import { checkChain } from '../../../../electron/backend/ledger-chain/check-chain.ts'
import { type MoneyBook, openMoneyBook } from '../../../support/money-book.ts'
import { writeEveryKindOfLedgerRow } from '../../../support/whole-ledger.ts'

let book: MoneyBook
afterEach(() => book.close())

const ledger = allTables.filter((table) => table.class === 'fact')

test.each(ledger.map(({ name }) => name))('no row of %s can be removed or changed, however old', async (table) => {
  book = await openMoneyBook({ today: '2016-03-01' })
  await writeEveryKindOfLedgerRow(book)
  book.setDay('2026-11-23')
  for (const statement of [`DELETE FROM ${table}`, `UPDATE ${table} SET created_by = 'x'`])
    await expect(
      write(book.context, { kind: 'trashEmptied' }, (tx) => tx.executeQuery(CompiledQuery.raw(statement))),
    ).rejects.toThrow('append-only')
  expect(await checkChain(book.context.db)).toBeNull()
})

test('every table of the ledger is declared to be kept for seven years', () => {
  expect(ledger.filter(({ privacy }) => privacy.retention !== 'ledger_7_years')).toEqual([])
})

test('a member whose name and notes are wiped leaves every total, and the chain, as they were', async () => {
  book = await openMoneyBook()
  const ria = await book.aPayer('Ria Berg')
  await book.api.dues.run({})
  await book.pay(ria, 60, { note: 'Van Ria' })
  await book.pay(ria, 20, { method: 'contant' })
  const { today: _today, ...before } = await book.api.bookkeeping.year({ year: 2026 })
  await write(book.context, { kind: 'personChanged' }, async (tx) => {
    await tx
      .updateTable('person')
      .set({
        first_name: '',
        last_name: '(verwijderd)',
        called: '',
        sort_name: '',
        email: null,
        phone: null,
        mobile: null,
      })
      .where('id', '=', ria)
      .execute()
    await tx.deleteFrom('payment_note').execute()
  })
  expect(await book.api.bookkeeping.year({ year: 2026 })).toMatchObject(before)
  expect((await book.api.bookkeeping.cash({ year: 2026 })).lines[0]?.payer?.people[0]?.family).toBe('(verwijderd)')
  expect(await checkChain(book.context.db)).toBeNull()
})
