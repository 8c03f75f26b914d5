// Who somebody was goes for good; what they paid and how often they came stays as it was.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { checkLedger } from '../../../../electron/backend/dues/check-ledger.ts'
import { checkChain } from '../../../../electron/backend/ledger-chain/check-chain.ts'
import { type MoneyBook, openMoneyBook } from '../../../support/money-book.ts'

let book: MoneyBook
afterEach(() => book.close())

/** A former member who paid all that was asked, with every kind of detail. */
async function aFormerMember(): Promise<string> {
  book = await openMoneyBook()
  const { api } = book
  const ria = await book.aPayer('Zebedea Quispelaar')
  await api.members.change({
    id: ria,
    fields: { email: 'zebedea@voorbeeld.test', note: 'Kanariepiet', emergencyContact: 'Quirinus', birthYear: 1941 },
  })
  await api.dues.run({})
  const { openCents } = (await api.dues.person({ personId: ria })).status
  await api.dues.recordPayment({
    payer: (({ kind, id }) => ({ kind, id }))((await api.dues.person({ personId: ria })).payer),
    amountCents: openCents,
    day: '2026-11-20',
    method: 'overboeking',
    note: 'van Zebedea zelf',
    parts: null,
    notDouble: false,
  })
  await api.members.end({ personId: ria, day: '2026-11-22', reason: 'verhuisd' })
  await api.dues.run({})
  return ria
}

test('the name, the address and every note go; no total, no period and no link of the chain changes', async () => {
  const ria = await aFormerMember()
  const { api, context } = book
  const before = await api.bookkeeping.year({ year: 2026 })
  expect(await api.members.previewTakeDetails({ personId: ria })).toMatchObject({ hindrance: null, payments: 1 })
  await api.members.takeDetails({ personId: ria })

  expect(await api.bookkeeping.year({ year: 2026 })).toEqual(before)
  expect(await checkChain(context.db)).toBeNull()
  expect(await checkLedger(context.db)).toEqual([])
  expect(await api.members.get({ id: ria })).toMatchObject({
    name: '(verwijderd)',
    addressLine: '',
    email: null,
    note: null,
    status: 'oud_lid',
    erasedOn: '2026-11-23',
    memberships: [{ until: '2026-11-22' }],
  })
  const all = { neighbourhood: null, text: '', sort: 'name', offset: 0, limit: 10 } as const
  expect((await api.members.list({ ...all, kind: 'oud_lid' })).rows).toEqual([])
})

test('nothing of it is left in the files of the book, the journal and the search included', async () => {
  const ria = await aFormerMember()
  const traces = async () => {
    const { dataFolder } = book.context
    const names = (await readdir(dataFolder)).filter((name) => name.startsWith('boek.db'))
    const contents = await Promise.all(names.map((name) => readFile(path.join(dataFolder, name), 'latin1')))
    return ['Quispelaar', 'quispelaar', 'Kanariepiet', 'Quirinus', 'van Zebedea zelf', 'voorbeeld.test'].filter(
      (word) => contents.some((content) => content.includes(word)),
    )
  }
  // The control: before, they are there to be found.
  expect(await traces()).toHaveLength(6)
  await book.api.members.takeDetails({ personId: ria })
  expect(await traces()).toEqual([])
})

describe('it waits', () => {
  test('for whoever still belongs, for open dues and for credit', async () => {
    book = await openMoneyBook()
    const { api } = book
    const ria = await book.aPayer('Ria Berg')
    const codes = async () => (await api.members.previewTakeDetails({ personId: ria })).hindrance?.code
    expect(await codes()).toBe('eraseStillBelongs')
    await expect(api.members.takeDetails({ personId: ria })).rejects.toMatchObject({ code: 'eraseStillBelongs' })
    await api.dues.run({})
    await api.members.end({ personId: ria, day: '2026-11-22', reason: 'opgezegd' })
    await api.dues.run({})
    expect(await codes()).toBe('eraseDuesOpen')
    const { openCents } = (await api.dues.person({ personId: ria })).status
    await book.pay(ria, openCents / 100 + 5)
    expect(await codes()).toBe('eraseCreditLeft')
    await expect(api.members.takeDetails({ personId: ria })).rejects.toMatchObject({
      code: 'eraseCreditLeft',
      details: { cents: 500 },
    })
  })
})

test('afterwards nothing can be changed or taken back, not even what was done long before', async () => {
  const ria = await aFormerMember()
  const { api, context } = book
  const earlier = await context.db
    .selectFrom('action')
    .select('id')
    .where('kind', '=', 'personChanged')
    .executeTakeFirstOrThrow()
  await api.members.takeDetails({ personId: ria })
  const last = await context.db
    .selectFrom('action')
    .select('id')
    .where('kind', '=', 'personDetailsTaken')
    .executeTakeFirstOrThrow()
  await expect(api.history.undo({ actionId: last.id })).rejects.toMatchObject({ code: 'nothingToUndo' })
  await expect(api.history.undo({ actionId: earlier.id })).rejects.toMatchObject({ code: 'undoBlocked' })
  const ended = await context.db
    .selectFrom('action')
    .select('id')
    .where('kind', '=', 'membershipEnded')
    .executeTakeFirstOrThrow()
  await expect(api.history.undo({ actionId: ended.id })).rejects.toMatchObject({ code: 'undoBlocked' })
  const { actions } = await api.history.ofRecord({ table: 'person', id: ria, limit: 20 })
  expect(actions.flatMap(({ changes }) => changes).filter(({ field }) => field === 'last_name')).toEqual([])
  await expect(api.members.change({ id: ria, fields: { lastName: 'Terug' } })).rejects.toMatchObject({
    code: 'personErased',
  })
})
