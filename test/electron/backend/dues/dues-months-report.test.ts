import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DuesBook } from '../../../support/dues-book.ts'
import { openDuesBook } from '../../../support/dues-book.ts'

let book: DuesBook
beforeEach(async () => {
  book = await openDuesBook()
})
afterEach(() => book.close())

const payers = async (count: number, from: string) => {
  for (let at = 0; at < count; at += 1) await book.aPayer(`Buur${from.slice(5, 7)}${at} Laan`, { from })
}
const cents = (n: number) => ({ kind: 'cents', cents: n })
const hidden = { kind: 'hidden' }

async function asked() {
  const { page } = await book.api.reports.get({ report: 'dues_months', from: '2026-09-01', until: '2026-11-30' })
  const rows = page.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  return rows.map(({ cells }) => cells[2])
}

test('says no amount of a month in which a few pay, nor a total that gives the only one away', async () => {
  await payers(3, '2026-09-01')
  await payers(4, '2026-10-01')
  await book.api.dues.run({})
  expect(await asked()).toEqual([hidden, cents(7000), cents(7000), hidden])
})

test('tells the total where two months are of a few, and everything where none is', async () => {
  await payers(3, '2026-09-01')
  await payers(4, '2026-11-01')
  await book.api.dues.run({})
  expect(await asked()).toEqual([hidden, hidden, cents(7000), cents(13_000)])
  await payers(5, '2026-09-01')
  await book.api.dues.run({})
  expect(await asked()).toEqual([cents(8000), cents(8000), cents(12_000), cents(28_000)])
})
