// What the overview says to the treasurer, and when it stops saying so.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assignLine } from '../../../../electron/backend/bank/assign-lines.ts'
import { linesToAssign } from '../../../../electron/backend/bank/assign-views.ts'
import { write } from '../../../../electron/backend/database/write.ts'
import { aBankFile, anEntry, aStatement, takeInFile } from '../../../support/bank-book.ts'
import { type DebitBook, openDebitBook } from '../../../support/debit-book.ts'
import { type MoneyBook, openMoneyBook } from '../../../support/money-book.ts'

describe('lines of the bank', () => {
  let book: MoneyBook
  beforeEach(async () => {
    book = await openMoneyBook()
  })
  afterEach(() => book.close())

  test('are counted until each says what it was', async () => {
    const ria = await book.aPayer('Ria Berg')
    expect(await book.api.overview.money({})).toMatchObject({ bankLines: 0 })
    await takeInFile(book.context, aBankFile([aStatement([anEntry({ cents: 1000 })])]))
    expect(await book.api.overview.money({})).toMatchObject({ bankLines: 1, collection: null, returns: null })
    const [line] = (await linesToAssign(book.context)).lines
    const { payer } = await book.api.dues.person({ personId: ria })
    await assignLine(book.context, line?.id ?? '', [{ payer: { kind: payer.kind, id: payer.id }, cents: 1000 }])
    expect(await book.api.overview.money({})).toMatchObject({ bankLines: 0 })
  })

  test('ask nothing while dues are off', async () => {
    await takeInFile(book.context, aBankFile([aStatement([anEntry({ cents: 1000 })])]))
    await write(book.context, { kind: 'bookChanged' }, (tx) =>
      tx.updateTable('book').set({ dues_enabled: 0 }).execute(),
    )
    expect(await book.api.overview.money({})).toBeNull()
  })
})

describe('a collection', () => {
  let book: DebitBook
  beforeEach(async () => {
    book = await openDebitBook()
  })
  afterEach(() => book.close())
  const money = () => book.api.overview.money({})

  test('is named when its last day is near, stays when that is past, and goes when it is with the bank', async () => {
    await book.aDebtor('Joyce Pinas')
    const collectionId = await book.make('2026-12-09')
    book.setDay('2026-12-01')
    await book.api.directDebit.announce({ collectionId, day: '2026-11-23' })
    book.setDay('2026-12-01')
    // Wednesday 9 December: the file has to be there on Monday the 7th.
    expect(await money()).toMatchObject({ collection: null })
    book.setDay('2026-12-02')
    expect(await money()).toMatchObject({
      collection: {
        id: collectionId,
        submitBy: '2026-12-07',
        collectDay: '2026-12-09',
        cents: 1000,
        isExported: false,
      },
    })
    await book.api.directDebit.exportFile({ collectionId })
    expect(await money()).toMatchObject({ collection: { isExported: true } })
    book.setDay('2026-12-08')
    expect(await money()).toMatchObject({ collection: { id: collectionId } })
    await book.api.directDebit.submit({ collectionId, day: '2026-12-04' })
    expect(await money()).toMatchObject({ collection: null })
  })

  test.each([
    ['paid', (personId: string) => book.pay(personId, 10, { day: '2026-12-14' })],
    [
      'waived',
      async (personId: string) => {
        const [due] = (await book.api.dues.person({ personId })).dues.filter(({ openCents }) => openCents > 0)
        await book.api.dues.waive({ dueId: due?.id ?? '', amountCents: null, reason: 'board' })
      },
    ],
    ['collected again', () => book.make('2026-12-29')],
  ])('that came back is named until it is %s', async (_how, settle) => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await book.send('2026-12-09')
    book.setDay('2026-12-14')
    await book.api.directDebit.settle({ collectionId, day: '2026-12-09' })
    expect(await money()).toMatchObject({ returns: null })
    const itemId = await book.itemOf(collectionId, personId)
    await book.api.directDebit.recordReturn({ itemId, code: 'AM04', day: '2026-12-14' })
    expect(await money()).toMatchObject({ returns: { count: 1, cents: 1000 } })
    await settle(personId)
    expect(await money()).toMatchObject({ returns: null })
  })
})
