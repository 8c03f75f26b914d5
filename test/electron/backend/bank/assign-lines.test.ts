import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  assignLine,
  bookLineAs,
  bookLineAsRefund,
  bookLineAsTransfer,
  linkLine,
} from '../../../../electron/backend/bank/assign-lines.ts'
import { learntViews, linesDone, linesToAssign } from '../../../../electron/backend/bank/assign-views.ts'
import { bookCertain } from '../../../../electron/backend/bank/book-certain.ts'
import { checkBank } from '../../../../electron/backend/bank/check-bank.ts'
import { forgetAccount } from '../../../../electron/backend/bank/known-accounts.ts'
import { releaseLine } from '../../../../electron/backend/bank/release-line.ts'
import { checkLedger } from '../../../../electron/backend/dues/check-ledger.ts'
import { aBankFile, anEntry, aStatement, takeInFile } from '../../../support/bank-book.ts'
import { aMember } from '../../../support/people.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'

let book: PeopleBook
let planId: string
beforeEach(async () => {
  book = await openPeopleBook()
  planId = (await book.api.dues.addPlan({ name: 'Gewoon lid', amountCents: 1000, validFrom: '2020-01-01' })).id
})
afterEach(async () => {
  expect(await checkLedger(book.context.db)).toEqual([])
  expect(await checkBank(book.context.db)).toEqual([])
  await book.close()
})

let houses = 0
/** A member with € 10 a month since September, alone in a house. */
async function aPayer(firstName: string, lastName: string, number: string): Promise<string> {
  houses += 1
  const { id } = await book.api.members.register(
    aMember({
      firstName,
      infix: '',
      lastName,
      home: { kind: 'address', street: 'Lijsterpad', houseNumber: houses, houseSuffix: '', postcode: '', city: '' },
      membership: { kind: 'lid', from: '2026-09-01', number },
    }),
  )
  await book.api.dues.agree({
    personId: id,
    fromDay: '2026-09-01',
    planId,
    intervalMonths: 1,
    anchorDay: null,
    payer: null,
    reduction: null,
    method: 'overboeking',
  })
  await book.api.dues.run({})
  return id
}

const iban = (number: number) => `NL${10 + number}TEST000000000${number}`
const comesIn = (...entries: Parameters<typeof anEntry>[0][]) =>
  takeInFile(book.context, aBankFile([aStatement(entries.map((entry) => anEntry(entry)))]))
const waiting = async () => (await linesToAssign(book.context)).lines
const openCents = async (personId: string) => (await book.api.dues.person({ personId })).status.openCents
const payerOf = async (personId: string) => {
  const { payer } = await book.api.dues.person({ personId })
  return { kind: payer.kind, id: payer.id }
}

const certainLine = {
  counterName: 'J. PINAS',
  counterIban: iban(1),
  text: 'contributie lidnummer 1042',
  cents: 3000,
}

test('an item of a batch that is not ours is a payment like any other', async () => {
  await aPayer('Joyce', 'Pinas', '1042')
  const batchRef = '1202P5518750498B0AO'
  const item = anEntry({ batchRef, counterIban: null, counterName: 'J. Pinas', text: 'contributie lid 1042' })
  await comesIn({ batchRef, batchCount: 1, counterIban: null, counterName: null, text: '', items: [item] })
  expect((await linesToAssign(book.context)).lines).toMatchObject([{ cents: 1000, group: 'certain', work: 'dues' }])
})

describe('certain lines', () => {
  test('are booked all at once, each with its reason, and pay the oldest first', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    expect(await openCents(joyce)).toBe(3000)
    await comesIn(certainLine, { counterName: 'Onbekend', counterIban: iban(2), text: 'huur zaal', cents: -5000 })

    const lines = await waiting()
    expect(lines).toMatchObject([{ group: 'certain', work: 'dues' }, { group: 'other' }])
    expect(lines[0]?.reason).toMatch(/^Zeker, want .*lidnummer 1042.*\.$/)
    expect(
      await bookCertain(
        book.context,
        lines.map(({ id }) => id),
      ),
    ).toEqual({ count: 1, refused: [] })

    expect(await openCents(joyce)).toBe(0)
    expect(await waiting()).toHaveLength(1)
    const done = await linesDone(book.context, 10)
    expect(done).toMatchObject({
      total: 1,
      rows: [{ decided: 'certain', cents: 3000, payers: [{ people: [{ id: joyce }] }] }],
    })
    expect(done.rows[0]?.reason).toBe(lines[0]?.reason)
  })

  test('are one action: one undo takes all of them back, and they wait again', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    const ruud = await aPayer('Ruud', 'Oostveen', '1043')
    await comesIn(certainLine, {
      ...certainLine,
      counterName: 'R. Oostveen',
      counterIban: iban(2),
      text: 'contributie lid 1043',
    })
    await bookCertain(
      book.context,
      (await waiting()).map(({ id }) => id),
    )
    expect([await openCents(joyce), await openCents(ruud)]).toEqual([0, 0])
    await book.api.history.undo({})
    expect([await openCents(joyce), await openCents(ruud)]).toEqual([3000, 3000])
    expect((await waiting()).map(({ group }) => group)).toEqual(['certain', 'certain'])
    expect(await learntViews(book.context)).toMatchObject({ rows: [] })
  })

  test('are booked only as far as they were shown', async () => {
    await aPayer('Joyce', 'Pinas', '1042')
    await comesIn(certainLine)
    await expect(bookCertain(book.context, ['another'])).rejects.toMatchObject({ code: 'bankNothingCertain' })
    expect(await waiting()).toHaveLength(1)
  })

  test('between own accounts are no income', async () => {
    await takeInFile(book.context, aBankFile([aStatement([], { account: 'NL44TEST0999999999' })]))
    await comesIn({ counterIban: 'NL44TEST0999999999', counterName: 'Stadsdorp', text: 'naar sparen', cents: -10_000 })
    const lines = await waiting()
    expect(lines).toMatchObject([{ group: 'certain', work: 'transfer' }])
    await bookCertain(
      book.context,
      lines.map(({ id }) => id),
    )
    expect(await linesDone(book.context, 10)).toMatchObject({ rows: [{ isTransfer: true, categoryIds: [] }] })
  })
})

describe('a line that somebody assigns', () => {
  test('pays for the payer, teaches the account, and the next one is offered with that reason', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    await comesIn({ counterName: 'Stichting X', counterIban: iban(1), text: 'betaling', cents: 1000 })
    const [line] = await waiting()
    await assignLine(book.context, line?.id ?? '', [{ payer: await payerOf(joyce), cents: 1000 }])
    expect(await openCents(joyce)).toBe(2000)
    expect(await learntViews(book.context)).toMatchObject({
      rows: [{ iban: iban(1), payer: { people: [{ id: joyce }] } }],
    })

    await comesIn({
      bookDay: '2026-11-10',
      counterName: 'Stichting X',
      counterIban: iban(1),
      text: 'betaling',
      cents: 1000,
    })
    const [next] = await waiting()
    expect(JSON.stringify(next)).toContain('deze rekening betaalde eerder')
  })

  test('may be divided over payers, and must be divided whole', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    const ruud = await aPayer('Ruud', 'Oostveen', '1043')
    await comesIn({ counterName: 'X', counterIban: iban(1), text: '', cents: 5000 })
    const lineId = (await waiting())[0]?.id ?? ''
    const parts = [
      { payer: await payerOf(joyce), cents: 3000 },
      { payer: await payerOf(ruud), cents: 1000 },
    ]
    await expect(assignLine(book.context, lineId, parts)).rejects.toMatchObject({ code: 'bankPartsDiffer' })
    await assignLine(book.context, lineId, [parts[0] ?? never(), { payer: await payerOf(ruud), cents: 2000 }])
    expect([await openCents(joyce), await openCents(ruud)]).toEqual([0, 1000])
    // Whose account it is cannot be told from money for two.
    expect(await learntViews(book.context)).toMatchObject({ rows: [] })
  })

  test('divided over two households is offered the same way for the same amount from that account, and never booked unasked', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    const ruud = await aPayer('Ruud', 'Oostveen', '1043')
    const from = { counterName: 'X', counterIban: iban(1), text: 'voor de buren' }
    await comesIn({ ...from, cents: 3000 })
    const parts = [
      { payer: await payerOf(joyce), cents: 2000 },
      { payer: await payerOf(ruud), cents: 1000 },
    ]
    expect((await waiting())[0]?.suggestions).toEqual([])
    await assignLine(book.context, (await waiting())[0]?.id ?? '', parts)
    expect((await linesDone(book.context, 1)).rows).toMatchObject([{ decided: 'chosen' }])

    // Of Joyce no more than 10 is open: another amount, and what is no longer owed, is not offered.
    await comesIn({ ...from, bookDay: '2026-11-08', cents: 1500 }, { ...from, bookDay: '2026-11-09', cents: 3000 })
    expect((await waiting()).map(({ suggestions }) => suggestions)).toEqual([[], []])
    book.setDay('2026-12-05')
    await book.api.dues.run({})
    const [, next] = await waiting()
    expect(next).toMatchObject({ group: 'confirm', work: null })
    expect(next?.reason).toContain('toen hebt u het zo verdeeld')
    expect(next?.suggestions).toMatchObject([
      {
        shares: [
          { payer: { people: [{ id: joyce }] }, cents: 2000 },
          { payer: { people: [{ id: ruud }] }, cents: 1000 },
        ],
      },
    ])
    await expect(bookCertain(book.context, [next?.id ?? ''])).rejects.toMatchObject({ code: 'bankNothingCertain' })
    await assignLine(book.context, next?.id ?? '', parts)
    expect((await linesDone(book.context, 1)).rows).toMatchObject([{ decided: 'confirmed' }])
    expect(await openCents(joyce)).toBe(0)
    expect(await learntViews(book.context)).toMatchObject({ rows: [] })
  })

  test('divided once and assigned to one payer the next time is not offered divided any more', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    const ruud = await aPayer('Ruud', 'Oostveen', '1043')
    const from = { counterName: 'X', counterIban: iban(1), text: 'voor de buren', cents: 1000 }
    await comesIn(from)
    const halves = [
      { payer: await payerOf(joyce), cents: 500 },
      { payer: await payerOf(ruud), cents: 500 },
    ]
    await assignLine(book.context, (await waiting())[0]?.id ?? '', halves)
    await comesIn({ ...from, bookDay: '2026-11-08' })
    const [second] = await waiting()
    expect(second?.suggestions[0]?.shares).toHaveLength(2)
    await assignLine(book.context, second?.id ?? '', [{ payer: await payerOf(joyce), cents: 1000 }])
    await comesIn({ ...from, bookDay: '2026-11-09' })
    expect((await waiting())[0]?.suggestions.map(({ shares }) => shares.length)).not.toContain(2)
  })

  test('may be dues and a gift in one: each counts as what it is, and the next dues from there are offered as dues', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    await comesIn({ counterName: 'X', counterIban: iban(1), text: 'contributie en gift', cents: 5000 })
    const lineId = (await waiting())[0]?.id ?? ''
    const parts = [{ payer: await payerOf(joyce), cents: 3000 }]
    const gift = { categoryId: 'gift', cents: 2000 }
    await expect(assignLine(book.context, lineId, parts)).rejects.toMatchObject({ code: 'bankPartsDiffer' })
    await expect(assignLine(book.context, lineId, parts, { ...gift, cents: 1999 })).rejects.toMatchObject({
      code: 'bankPartsDiffer',
    })
    await assignLine(book.context, lineId, parts, gift)
    expect((await book.api.dues.person({ personId: joyce })).status).toMatchObject({ openCents: 0, creditCents: 0 })
    const { lines } = await book.api.bookkeeping.year({ year: 2026 })
    expect(lines.find(({ categoryId }) => categoryId === 'gift')?.cents).toBe(2000)
    expect(await linesDone(book.context, 10)).toMatchObject({
      rows: [{ payers: [{ people: [{ id: joyce }] }], categoryIds: ['gift'] }],
    })
    await comesIn({ counterIban: iban(1), counterName: 'X', text: 'contributie', cents: 1000 })
    expect(await waiting()).toMatchObject([{ categoryId: null }])
  })

  test('that is dues and a gift is taken back as a whole, by undo and by releasing it', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    await comesIn({ counterName: 'X', counterIban: iban(1), text: '', cents: 5000 })
    const lineId = (await waiting())[0]?.id ?? ''
    const both = async () =>
      assignLine(book.context, lineId, [{ payer: await payerOf(joyce), cents: 3000 }], {
        categoryId: 'gift',
        cents: 2000,
      })
    for (const takeBack of [() => book.api.history.undo({}), () => releaseLine(book.context, lineId)]) {
      await both()
      expect(await waiting()).toEqual([])
      await takeBack()
      expect(await openCents(joyce)).toBe(3000)
      expect(await waiting()).toMatchObject([{ cents: 5000 }])
      const { lines } = await book.api.bookkeeping.year({ year: 2026 })
      expect(lines.find(({ categoryId }) => categoryId === 'gift')?.cents ?? 0).toBe(0)
    }
  })

  test('that is released when its year is over but open leaves that year as the bank says', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    await comesIn({ counterIban: iban(1), cents: 1000 })
    const lineId = (await waiting())[0]?.id ?? ''
    const parts = [{ payer: await payerOf(joyce), cents: 1000 }]
    await assignLine(book.context, lineId, parts)
    book.setDay('2027-01-10')
    await book.api.dues.run({})
    const before = await book.api.bookkeeping.year({ year: 2026 })
    await releaseLine(book.context, lineId)
    await assignLine(book.context, lineId, parts)
    expect((await book.api.bookkeeping.year({ year: 2026 })).end).toEqual(before.end)
  })

  test('cannot be assigned twice', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    await comesIn({ counterIban: iban(1), cents: 1000 })
    const lineId = (await waiting())[0]?.id ?? ''
    const parts = [{ payer: await payerOf(joyce), cents: 1000 }]
    await assignLine(book.context, lineId, parts)
    await expect(assignLine(book.context, lineId, parts)).rejects.toMatchObject({ code: 'bankLineDone' })
  })

  test('leaves what is too much as credit, which the next run uses', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    await comesIn({ counterIban: iban(1), counterName: 'X', text: '', cents: 3500 })
    await assignLine(book.context, (await waiting())[0]?.id ?? '', [{ payer: await payerOf(joyce), cents: 3500 }])
    expect((await book.api.dues.person({ personId: joyce })).status).toMatchObject({ openCents: 0, creditCents: 500 })
    book.setDay('2026-12-05')
    await book.api.dues.run({})
    expect((await book.api.dues.person({ personId: joyce })).status).toMatchObject({ openCents: 500, creditCents: 0 })
  })

  test('whose payment is taken back as a mistake waits again', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    await comesIn({ counterIban: iban(1), cents: 1000 })
    await assignLine(book.context, (await waiting())[0]?.id ?? '', [{ payer: await payerOf(joyce), cents: 1000 }])
    const [payment] = (await book.api.dues.person({ personId: joyce })).payments
    await book.api.dues.reversePayment({ paymentId: payment?.id ?? '', reason: 'mistake' })
    expect(await waiting()).toHaveLength(1)
  })
})

describe('a payment that was written down by hand', () => {
  const byHand = async (personId: string) =>
    book.api.dues.recordPayment({
      payer: await payerOf(personId),
      amountCents: 3000,
      day: '2026-11-01',
      method: 'overboeking',
      note: null,
      parts: null,
      notDouble: false,
    })

  test('after the bank brought it: the preview says on which day, so that it is not counted twice', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    const payer = await payerOf(joyce)
    await comesIn(certainLine)
    const [line] = await waiting()
    await bookCertain(book.context, [line?.id ?? ''])
    const preview = (amountCents: number, day: string) =>
      book.api.dues.previewPayment({ payer, amountCents, day, parts: null })
    expect(await preview(3000, '2026-11-05')).toMatchObject({ looksDouble: false, byBankOn: line?.day })
    expect(await preview(3000, '2026-11-20')).toMatchObject({ byBankOn: null })
    expect(await preview(1000, '2026-11-05')).toMatchObject({ byBankOn: null })
    await releaseLine(book.context, line?.id ?? '')
    expect(await preview(3000, '2026-11-05')).toMatchObject({ byBankOn: null })
  })

  test('is offered as being this line, and is never booked a second time by itself', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    const { id: paymentId } = await byHand(joyce)
    await comesIn(certainLine)
    const lines = await waiting()
    expect(lines).toMatchObject([{ group: 'confirm', hand: { paymentId, day: '2026-11-01' } }])
    await expect(
      bookCertain(
        book.context,
        lines.map(({ id }) => id),
      ),
    ).rejects.toMatchObject({ code: 'bankNothingCertain' })

    await linkLine(book.context, lines[0]?.id ?? '', paymentId)
    expect(await waiting()).toEqual([])
    expect(await openCents(joyce)).toBe(0)
    expect((await book.api.dues.person({ personId: joyce })).payments).toHaveLength(1)
    await book.api.history.undo({})
    expect(await waiting()).toHaveLength(1)
  })

  test('of another amount or long ago is another payment', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    await byHand(joyce)
    await comesIn({ ...certainLine, cents: 1000 }, { ...certainLine, bookDay: '2026-11-20' })
    expect((await waiting()).map(({ hand }) => hand)).toEqual([null, null])
  })

  test('is the payment of one line only', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    const { id: paymentId } = await byHand(joyce)
    await comesIn(certainLine, certainLine)
    expect((await waiting()).map(({ hand }) => hand?.paymentId ?? null)).toEqual([paymentId, null])
  })
})

describe('lines that are no dues', () => {
  test('go to a category, which is offered the next time', async () => {
    const costs = { counterIban: iban(7), counterName: 'Drukkerij', text: 'factuur', cents: -2500 }
    await comesIn(costs)
    await bookLineAs(book.context, (await waiting())[0]?.id ?? '', 'printing', null)
    expect(await waiting()).toEqual([])
    expect(await linesDone(book.context, 10)).toMatchObject({ rows: [{ categoryIds: ['printing'] }] })
    await comesIn({ ...costs, bookDay: '2026-11-09' })
    expect(await waiting()).toMatchObject([{ group: 'other', categoryId: 'printing' }])
  })

  test('are not offered what was taken back, and are offered what a line became that was dues by mistake', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    const grant = { counterIban: iban(7), counterName: 'Fonds', text: '', cents: 2500 }
    await comesIn(grant)
    const lineId = (await waiting())[0]?.id ?? ''
    await comesIn({ ...grant, bookDay: '2026-11-09' })
    const offered = async () => (await waiting()).find(({ id }) => id !== lineId)?.categoryId
    await bookLineAs(book.context, lineId, 'gift', null)
    expect(await offered()).toBe('gift')
    await releaseLine(book.context, lineId)
    expect(await offered()).toBeNull()
    await assignLine(book.context, lineId, [{ payer: await payerOf(joyce), cents: 2500 }])
    await releaseLine(book.context, lineId)
    await bookLineAs(book.context, lineId, 'subsidy', null)
    expect(await offered()).toBe('subsidy')
  })

  test('that went back to a payer use credit, and never more than there is', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    await comesIn({ counterIban: iban(1), counterName: 'X', text: '', cents: 3500 })
    await assignLine(book.context, (await waiting())[0]?.id ?? '', [{ payer: await payerOf(joyce), cents: 3500 }])
    await comesIn(
      { bookDay: '2026-11-05', counterIban: iban(1), text: 'terug', cents: -500 },
      { bookDay: '2026-11-06', counterIban: iban(1), text: 'terug', cents: -600 },
    )
    const [first, second] = await waiting()
    expect(first).toMatchObject({ refundTo: { people: [{ id: joyce }] } })
    await expect(bookLineAsRefund(book.context, second?.id ?? '', await payerOf(joyce))).rejects.toMatchObject({
      code: 'refundMoreThanCredit',
      details: { cents: 500 },
    })
    await bookLineAsRefund(book.context, first?.id ?? '', await payerOf(joyce))
    expect((await book.api.dues.person({ personId: joyce })).status.creditCents).toBe(0)
  })

  test('between own accounts can be told by hand', async () => {
    await comesIn({ counterIban: null, counterName: 'Geldautomaat', text: 'opname', cents: -4000 })
    await bookLineAsTransfer(book.context, (await waiting())[0]?.id ?? '')
    expect(await waiting()).toEqual([])
  })
})

describe('releasing a line', () => {
  test('takes back a payment, a booking or a link, whatever it was, and the line waits again', async () => {
    const joyce = await aPayer('Joyce', 'Pinas', '1042')
    await comesIn({ counterIban: iban(1), counterName: 'X', text: '', cents: 1000 })
    const lineId = (await waiting())[0]?.id ?? ''
    await assignLine(book.context, lineId, [{ payer: await payerOf(joyce), cents: 1000 }])
    await releaseLine(book.context, lineId)
    expect(await openCents(joyce)).toBe(3000)
    await bookLineAs(book.context, lineId, 'gift', null)
    await releaseLine(book.context, lineId)
    expect(await waiting()).toHaveLength(1)
    await expect(releaseLine(book.context, lineId)).rejects.toMatchObject({ code: 'alreadyReversed' })
    await assignLine(book.context, lineId, [{ payer: await payerOf(joyce), cents: 1000 }])
    expect(await openCents(joyce)).toBe(2000)
  })
})

test('what was learnt is forgotten by one press, and not learnt again by itself', async () => {
  const joyce = await aPayer('Joyce', 'Pinas', '1042')
  await comesIn(certainLine)
  await bookCertain(
    book.context,
    (await waiting()).map(({ id }) => id),
  )
  const { rows } = await learntViews(book.context)
  await forgetAccount(book.context, rows[0]?.id ?? '')
  expect(await learntViews(book.context)).toMatchObject({ rows: [] })

  await comesIn({ ...certainLine, bookDay: '2026-11-10', cents: 1000 })
  const [line] = await waiting()
  await assignLine(book.context, line?.id ?? '', [{ payer: await payerOf(joyce), cents: 1000 }])
  expect(await learntViews(book.context)).toMatchObject({ rows: [{ iban: iban(1) }] })
})

test('a file cannot be taken back while something was done with its lines', async () => {
  const joyce = await aPayer('Joyce', 'Pinas', '1042')
  await comesIn({ counterIban: iban(1), counterName: 'X', text: '', cents: 1000 })
  const taking = (await book.api.history.list({ limit: 1 })).actions[0]?.id ?? ''
  const lineId = (await waiting())[0]?.id ?? ''
  await assignLine(book.context, lineId, [{ payer: await payerOf(joyce), cents: 1000 }])
  await expect(book.api.history.undo({ actionId: taking })).rejects.toMatchObject({ code: 'undoBlocked' })
  await releaseLine(book.context, lineId)
  await book.api.history.undo({ actionId: taking })
  expect(await waiting()).toEqual([])
})

function never(): never {
  throw new Error('not there')
}
