// What came in, and what the bank gave back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { returnCodes } from '../../../../shared/domain/return-code.ts'
import type { DebitBook } from '../../../support/debit-book.ts'
import { openDebitBook } from '../../../support/debit-book.ts'

let book: DebitBook
beforeEach(async () => {
  book = await openDebitBook()
})
afterEach(() => book.close())

const detail = (collectionId: string) => book.api.directDebit.collection({ collectionId })
const mandateOf = async (personId: string) => (await book.api.directDebit.person({ personId })).mandates[0]

/** Sent for 10 December 2026; it is 14 December. */
async function sent(): Promise<string> {
  const collectionId = await book.send('2026-12-10')
  book.setDay('2026-12-14')
  return collectionId
}

describe('a collection that came in', () => {
  it('pays for everybody what was asked', async () => {
    const joyce = await book.aDebtor('Joyce Pinas')
    const wim = await book.aDebtor('Wim Groot')
    const collectionId = await sent()
    expect(await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })).toEqual({ cents: 2000 })
    for (const { personId } of [joyce, wim]) {
      expect(await book.status(personId)).toMatchObject({ openCents: 0, creditCents: 0, paidUntil: '2026-12-01' })
      const { payments } = await book.api.dues.person({ personId })
      expect(payments).toMatchObject([{ cents: 1000, method: 'incasso', day: '2026-12-10', allocatedCents: 1000 }])
    }
    expect(await detail(collectionId)).toMatchObject({ state: 'settled', settledCents: 2000 })
  })

  it('is booked once', async () => {
    await book.aDebtor('Joyce Pinas')
    const collectionId = await sent()
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    await expect(book.api.directDebit.settle({ collectionId, day: '2026-12-10' })).rejects.toMatchObject({
      code: 'collectionSettled',
    })
  })

  it('is not booked before its day', async () => {
    await book.aDebtor('Joyce Pinas')
    const collectionId = await book.send('2026-12-10')
    await expect(book.api.directDebit.settle({ collectionId, day: '2026-11-23' })).rejects.toMatchObject({
      code: 'dayBeforeStart',
    })
  })

  it('is undone as a whole: all is open, on its way again and asked of nobody else', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await sent()
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    await book.api.history.undo({})
    expect(await book.status(personId)).toMatchObject({ openCents: 1000 })
    expect(await detail(collectionId)).toMatchObject({ state: 'submitted', settledCents: 0 })
    expect(await book.api.directDebit.propose({ collectDay: '2026-12-29' })).toMatchObject({
      items: [],
      leftOut: [{ reason: 'inCollection' }],
    })
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    expect(await book.status(personId)).toMatchObject({ openCents: 0 })
  })

  it('becomes credit where somebody paid in the meantime', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await sent()
    await book.pay(personId, 10)
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    expect(await book.status(personId)).toMatchObject({ openCents: 0, creditCents: 1000 })
  })
})

describe('a payer who changes while a collection is under way', () => {
  /** Ria, who has no dues of her own, pays those of Joyce from the month on that is on its way already. */
  async function ownedByRia() {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await book.send('2026-12-10')
    const ria = await book.aPerson('Ria Bos')
    await book.aMandate(ria, { holder: 'R. Bos', iban: 'NL86INGB0002445588' })
    const { agreement } = await book.api.dues.person({ personId })
    await book.api.dues.agree({
      ...{ personId, fromDay: '2026-11-01', planId: agreement?.planId ?? '', intervalMonths: 1, anchorDay: null },
      ...{ payer: { kind: 'person', id: ria }, reduction: null, method: 'incasso' },
    })
    await book.api.dues.run({})
    return { personId, collectionId }
  }
  const propose = (collectDay: string) => book.api.directDebit.propose({ collectDay })

  it('leaves the next one nothing to pay of what is on its way', async () => {
    await ownedByRia()
    expect(await propose('2026-12-10')).toMatchObject({
      items: [],
      leftOut: [{ name: 'Ria Bos', reason: 'inCollection' }],
    })
    book.setDay('2026-12-01')
    await book.api.dues.run({})
    expect(await propose('2026-12-28')).toMatchObject({
      items: [{ name: 'Ria Bos', cents: 1000, from: '2026-12-01' }],
    })
  })

  it('pays the month it was asked for when it comes in', async () => {
    const { personId, collectionId } = await ownedByRia()
    book.setDay('2026-12-14')
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    await book.api.dues.run({})
    expect(await book.duesOf(personId)).toEqual(['2026-11: 10', '2026-12: 10 open'])
    expect(await propose('2026-12-29')).toMatchObject({ items: [{ name: 'Ria Bos', cents: 1000 }] })
  })

  it('is asked after all for what the bank gave back', async () => {
    const { personId, collectionId } = await ownedByRia()
    book.setDay('2026-12-14')
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    const itemId = await book.itemOf(collectionId, personId)
    await book.api.directDebit.recordReturn({ itemId, code: 'MD06', day: '2026-12-14' })
    expect(await propose('2026-12-29')).toMatchObject({ items: [{ name: 'Ria Bos', cents: 1000, from: '2026-11-01' }] })
    expect(await book.api.overview.money({})).toMatchObject({ returns: { count: 1, cents: 1000 } })
  })
})

describe('a return', () => {
  it('of one of many opens that charge again and leaves the others alone', async () => {
    const others = []
    for (let at = 0; at < 22; at += 1) others.push(await book.aDebtor(`Buur Nummer${at}`))
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await sent()
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    const itemId = await book.itemOf(collectionId, personId)

    const done = await book.api.directDebit.recordReturn({ itemId, code: 'MD06', day: '2026-12-14' })

    expect(done).toEqual({ advice: 'contact', heldMandate: true })
    expect(await book.status(personId)).toMatchObject({ openCents: 1000, creditCents: 0 })
    expect(await mandateOf(personId)).toMatchObject({ state: 'hold', holdReason: 'returned' })
    for (const other of others) {
      expect(await book.status(other.personId)).toMatchObject({ openCents: 0 })
      expect(await mandateOf(other.personId)).toMatchObject({ state: 'active' })
    }
    const { returns } = await book.api.directDebit.overview({})
    expect(returns).toMatchObject([
      { personId, code: 'MD06', cents: 1000, advice: 'contact', letter: true, mandateState: 'hold' },
    ])
  })

  it('is no return of what was never sent, or from before it was made', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const { make, itemOf, api } = book
    const made = await itemOf(await make('2026-12-10'), personId)
    const early = api.directDebit.recordReturn({ itemId: made, code: 'AM04', day: '2026-11-23' })
    await expect(early).rejects.toMatchObject({ code: 'collectionNotExported' })
    await api.directDebit.dropItem({ itemId: made })
    const itemId = await itemOf(await sent(), personId)
    const wrong = api.directDebit.recordReturn({ itemId, code: 'AM04', day: '1926-12-12' })
    await expect(wrong).rejects.toMatchObject({ code: 'dayBeforeStart', details: { field: 'day', from: '2026-11-23' } })
  })

  it('is booked once', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await sent()
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    const itemId = await book.itemOf(collectionId, personId)
    await book.api.directDebit.recordReturn({ itemId, code: 'AM04', day: '2026-12-14' })
    await expect(book.api.directDebit.recordReturn({ itemId, code: 'AM04', day: '2026-12-14' })).rejects.toMatchObject({
      code: 'alreadyReversed',
    })
    expect(await book.status(personId)).toMatchObject({ openCents: 1000 })
    expect((await book.api.directDebit.overview({})).returns).toHaveLength(1)
  })

  it('for want of money lets the charge be collected again', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await sent()
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    const itemId = await book.itemOf(collectionId, personId)
    await book.api.directDebit.recordReturn({ itemId, code: 'AM04', day: '2026-12-14' })
    expect(await mandateOf(personId)).toMatchObject({ state: 'active' })
    expect(await book.api.directDebit.propose({ collectDay: '2026-12-29' })).toMatchObject({
      items: [{ personId, cents: 1000 }],
    })
  })

  it('that is seen before the money of the batch ends the same', async () => {
    const joyce = await book.aDebtor('Joyce Pinas')
    const wim = await book.aDebtor('Wim Groot')
    const collectionId = await sent()
    const itemId = await book.itemOf(collectionId, joyce.personId)
    await book.api.directDebit.recordReturn({ itemId, code: 'AC04', day: '2026-12-10' })
    // The bank left it out of the sum.
    expect(await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })).toEqual({ cents: 1000 })
    expect(await book.status(joyce.personId)).toMatchObject({ openCents: 1000 })
    expect(await book.status(wim.personId)).toMatchObject({ openCents: 0 })
    expect(await detail(collectionId)).toMatchObject({ state: 'settled', returnedCount: 1, returnedCents: 1000 })
  })

  it('is undone as a whole, mandate too', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await sent()
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    const itemId = await book.itemOf(collectionId, personId)
    await book.api.directDebit.recordReturn({ itemId, code: 'MD06', day: '2026-12-14' })
    await book.api.history.undo({})
    expect(await book.status(personId)).toMatchObject({ openCents: 0 })
    expect(await mandateOf(personId)).toMatchObject({ state: 'active' })
    expect((await book.api.directDebit.overview({})).returns).toEqual([])
  })

  it('cannot be undone once the charge is in another collection that is sent', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await sent()
    const itemId = await book.itemOf(collectionId, personId)
    await book.api.directDebit.recordReturn({ itemId, code: 'AM04', day: '2026-12-14' })
    const { actions } = await book.api.history.list({ limit: 1 })
    await book.make('2026-12-29')
    await expect(book.api.history.undo({ actionId: actions[0]?.id ?? '' })).rejects.toMatchObject({
      code: 'undoBlocked',
      details: { rule: 'collectedTwice' },
    })
  })

  it('keeps a payment from counting again that was reversed by hand before the bank took it back', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await sent()
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    const [payment] = (await book.api.dues.person({ personId })).payments
    await book.api.dues.reversePayment({ paymentId: payment?.id ?? '', reason: 'mistake' })
    const reversal = (await book.api.history.list({ limit: 1 })).actions[0]?.id ?? ''
    const itemId = await book.itemOf(collectionId, personId)
    await book.api.directDebit.recordReturn({ itemId, code: 'MD06', day: '2026-12-14' })
    await expect(book.api.history.undo({ actionId: reversal })).rejects.toMatchObject({
      code: 'undoBlocked',
      details: { rule: 'collectionReturned' },
    })
    expect(await book.status(personId)).toMatchObject({ openCents: 1000 })
    // The bank's own word first: then the reversal may be taken back as well.
    await book.api.history.undo({})
    await book.api.history.undo({ actionId: reversal })
    expect(await book.status(personId)).toMatchObject({ openCents: 0 })
  })

  it.each(returnCodes)('with code %s leaves a sound ledger', async (code) => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await sent()
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    const itemId = await book.itemOf(collectionId, personId)
    await book.api.directDebit.recordReturn({ itemId, code, day: '2026-12-14' })
    expect(await book.status(personId)).toMatchObject({ openCents: 1000, creditCents: 0 })
    expect(book.logged).toEqual([])
  })
})

describe('a collection that comes back after its money was given back', () => {
  /** Collected, waived after all, and given back in cash. */
  async function givenBack() {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await sent()
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    const { dues, payer, payments } = await book.api.dues.person({ personId })
    await book.api.dues.reverseAllocation({ paymentId: payments[0]?.id ?? '', dueId: dues[0]?.id ?? '' })
    await book.api.dues.waive({ dueId: dues[0]?.id ?? '', amountCents: null, reason: 'hardship' })
    const ref = { kind: payer.kind, id: payer.id }
    const refund = { payer: ref, amountCents: 1000, day: '2026-12-12', method: 'contant', note: null } as const
    await book.api.dues.refund(refund)
    const itemId = await book.itemOf(collectionId, personId)
    return { personId, collectionId, payer: ref, paymentId: payments[0]?.id ?? '', itemId }
  }

  it('leaves the payer owing what was given back, in the year too', async () => {
    const { personId, itemId } = await givenBack()
    const before = (await book.api.bookkeeping.year({ year: 2026 })).end
    const wim = await book.aPayer('Wim Groot', { from: '2026-11-01' })
    await book.api.dues.run({})
    await book.pay(wim, 30)
    await book.api.directDebit.recordReturn({ itemId, code: 'MD06', day: '2026-12-14' })

    expect(await book.status(personId)).toMatchObject({ creditCents: -1000 })
    const { creditCents, owedBack } = await book.api.dues.overview({ limit: 10 })
    const wimHasLeft = (await book.status(wim)).creditCents
    expect(creditCents).toBe(wimHasLeft)
    expect(owedBack).toMatchObject([{ payer: { people: [{ id: personId }] }, cents: 1000 }])
    const { begin, end, resultCents, accounts, broughtInCents } = await book.api.bookkeeping.year({ year: 2026 })
    expect(end).toMatchObject({ prepaidCents: wimHasLeft, owedBackCents: 1000 })
    const onAccounts = accounts.reduce((sum, account) => sum + account.endCents, 0)
    expect(onAccounts + end.cashCents + end.receivableCents + end.owedBackCents - end.prepaidCents).toBe(
      end.capitalCents,
    )
    expect(begin.capitalCents + resultCents + broughtInCents).toBe(end.capitalCents)
    expect(before.owedBackCents).toBe(0)
  })

  it('lets money of another payer still pay what is open, whatever is owed', async () => {
    const { itemId } = await givenBack()
    const wim = await book.aPayer('Wim Groot', { from: '2026-12-01' })
    await book.pay(wim, 10)
    await book.api.directDebit.recordReturn({ itemId, code: 'MD06', day: '2026-12-14' })
    await book.api.dues.run({})
    expect(await book.status(wim)).toMatchObject({ openCents: 0, creditCents: 0 })
  })

  it('is made good by a payment, of which the preview says where it goes', async () => {
    const { personId, payer, itemId } = await givenBack()
    await book.api.directDebit.recordReturn({ itemId, code: 'MD06', day: '2026-12-14' })
    const preview = await book.api.dues.previewPayment({ payer, amountCents: 600, day: null, parts: null })
    expect(preview).toMatchObject({ lines: [], restCents: 0, owedBack: { paidCents: 600, leftCents: 400 } })
    await book.pay(personId, 10, { day: '2026-12-14' })
    expect(await book.status(personId)).toMatchObject({ creditCents: 0 })
    const { payments } = await book.api.dues.person({ personId })
    const said = payments.map((each) => [each.cents, each.state, each.refundedCents, each.madeGoodCents].join(' '))
    expect(said.toSorted()).toEqual(['-1000 counts 0 0', '1000 counts 0 1000', '1000 reversed 0 0'])
    // Noted by mistake after all.
    const [payment] = payments.filter(({ method, cents }) => method !== 'incasso' && cents > 0)
    await book.api.dues.reversePayment({ paymentId: payment?.id ?? '', reason: 'mistake' })
    expect(await book.status(personId)).toMatchObject({ creditCents: -1000 })
  })

  it('is no leave to take back other money that was given back after it came back', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await sent()
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    const itemId = await book.itemOf(collectionId, personId)
    await book.api.directDebit.recordReturn({ itemId, code: 'MD06', day: '2026-12-14' })
    const paymentId = await book.pay(personId, 20, { day: '2026-12-14' })
    const { payer, status } = await book.api.dues.person({ personId })
    book.setDay('2026-12-15')
    const back = { amountCents: status.creditCents, day: '2026-12-15', method: 'contant', note: null } as const
    await book.api.dues.refund({ ...back, payer: { kind: payer.kind, id: payer.id } })
    await expect(book.api.dues.reversePayment({ paymentId, reason: 'mistake' })).rejects.toMatchObject({
      code: 'creditWasRefunded',
    })
  })

  it('is undone, and then no payment can be taken back that was given back', async () => {
    const { personId, itemId, paymentId } = await givenBack()
    await book.api.directDebit.recordReturn({ itemId, code: 'MD06', day: '2026-12-14' })
    await book.api.history.undo({})
    expect(await book.status(personId)).toMatchObject({ creditCents: 0 })
    await expect(book.api.dues.reversePayment({ paymentId, reason: 'mistake' })).rejects.toMatchObject({
      code: 'creditWasRefunded',
    })
  })
})
