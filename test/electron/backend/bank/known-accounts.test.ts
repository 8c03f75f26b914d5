// What an account paid before is the whole of what it paid, also when most of that lies ahead.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assignLine } from '../../../../electron/backend/bank/assign-lines.ts'
import { linesToAssign } from '../../../../electron/backend/bank/assign-views.ts'
import { knownAccounts } from '../../../../electron/backend/bank/known-accounts.ts'
import { aBankFile, anEntry, aStatement, takeInFile } from '../../../support/bank-book.ts'
import { type MoneyBook, openMoneyBook } from '../../../support/money-book.ts'

const account = 'NL11TEST0000000001'
let book: MoneyBook
beforeEach(async () => {
  book = await openMoneyBook({ today: '2026-02-20' })
})
afterEach(() => book.close())

/** A line of this much is confirmed as dues of this payer. */
async function pays(personId: string, cents: number, bookDay: string): Promise<void> {
  const entry = anEntry({ cents, bookDay, counterIban: account, counterName: 'Stichting X', text: 'betaling' })
  await takeInFile(book.context, aBankFile([aStatement([entry])]))
  const [line] = (await linesToAssign(book.context)).lines
  const { payer } = await book.api.dues.person({ personId })
  await assignLine(book.context, line?.id ?? '', [{ payer: { kind: payer.kind, id: payer.id }, cents }])
}

async function known() {
  const opener = await book.context.sealing.forWriting()
  return (await knownAccounts(book.context.db, opener, new Set([account]))).flatMap(({ payments }) =>
    payments.map(({ shares }) => shares),
  )
}

test('somebody who pays a year ahead is known by the whole amount, and it is offered as the same as before', async () => {
  const ria = await book.aPayer('Ria Berg')
  await book.api.dues.run({})
  await pays(ria, 12_000, '2026-02-02')
  expect(await known()).toEqual([[{ memberId: ria, cents: 12_000 }]])

  book.setDay('2027-01-20')
  await book.api.dues.run({})
  const next = anEntry({
    cents: 12_000,
    bookDay: '2027-01-04',
    counterIban: account,
    counterName: 'Stichting X',
    text: 'betaling',
  })
  await takeInFile(book.context, aBankFile([aStatement([next])]))
  const [line] = (await linesToAssign(book.context)).lines
  expect(line?.reason).toContain('hetzelfde bedrag')
})

test('of a household that pays for two, only what was paid for each is known', async () => {
  const ria = await book.aPayer('Ria Berg')
  const wim = await book.aPayer('Wim Berg', { with: ria })
  await book.api.dues.run({})
  await pays(ria, 6000, '2026-02-02')
  const [shares = []] = await known()
  expect(shares.map(({ cents }) => cents)).toEqual([2000, 2000])
  expect(shares.map(({ memberId }) => memberId).toSorted()).toEqual([ria, wim].toSorted())
})

test('what was taken back is not known any more', async () => {
  const ria = await book.aPayer('Ria Berg')
  await book.api.dues.run({})
  await pays(ria, 12_000, '2026-02-02')
  await book.api.history.undo({})
  expect(await known()).toEqual([])
})

test('whoever was chosen by mistake is forgotten with it, and whoever paid from the account another time is not', async () => {
  const [ria, wim] = [await book.aPayer('Ria Berg'), await book.aPayer('Wim Groot')]
  await book.api.dues.run({})
  const learnt = async () =>
    (await book.api.bank.learnt({})).rows.flatMap(({ payer }) => payer.people.map(({ id }) => id))
  const release = async () =>
    book.api.bank.release({ lineId: (await book.api.bank.done({ limit: 1 })).rows[0]?.id ?? '' })
  await pays(ria, 1000, '2026-02-02')
  await pays(wim, 1000, '2026-02-03')
  expect((await learnt()).toSorted()).toEqual([ria, wim].toSorted())
  await release()
  expect(await learnt()).toEqual([ria])
  await pays(ria, 1000, '2026-02-03')
  await release()
  expect(await learnt()).toEqual([ria])
})
