// From who is asked to what the bank gets; every refusal that keeps a wrong file from being made.
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DebitBook } from '../../../support/debit-book.ts'
import { openDebitBook } from '../../../support/debit-book.ts'
import { schemaFaults, schemaFolder } from '../../../support/schema.ts'

let book: DebitBook
beforeEach(async () => {
  book = await openDebitBook()
})
afterEach(() => book.close())

const propose = (collectDay = '2026-12-10') => book.api.directDebit.propose({ collectDay })
const detail = (collectionId: string) => book.api.directDebit.collection({ collectionId })
const valuesOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}[^>]*>([^<]*)</${name}>`, 'g'))].map(([, value = '']) => value)
const reasons = async () => (await propose()).leftOut.map(({ name, reason }) => [name, reason])

describe('who is in a collection', () => {
  it('are people who pay by direct debit, for what they have open', async () => {
    await book.aDebtor('Joyce Pinas')
    await book.aPayer('Wim Groot', { from: '2026-11-01' })
    await book.api.dues.run({})
    expect(await propose()).toMatchObject({
      items: [{ name: 'Joyce Pinas', cents: 1000, from: '2026-11-01', iban: 'NL13TEST0123456789' }],
      leftOut: [],
      cents: 1000,
    })
  })

  it('are those too who agreed on it from the very day of what they had agreed on before', async () => {
    const personId = await book.aPayer('Wim Groot', { from: '2026-11-01' })
    await book.api.dues.run({})
    const { agreement } = await book.api.dues.person({ personId })
    await book.api.dues.agree({
      ...{ personId, fromDay: '2026-11-01', planId: agreement?.planId ?? '', intervalMonths: 1, anchorDay: null },
      ...{ payer: null, reduction: null, method: 'incasso' },
    })
    await book.aMandate(personId)
    await book.api.dues.run({})
    expect(await propose()).toMatchObject({ items: [{ name: 'Wim Groot', cents: 1000 }], leftOut: [] })
  })

  it('is one item for a household that pays together', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    await book.aPayer('Ria Pinas', { from: '2026-11-01', method: 'incasso', with: personId })
    await book.api.dues.run({})
    expect(await propose()).toMatchObject({ items: [{ name: 'Joyce Pinas', cents: 2000 }], leftOut: [] })
  })

  it('leaves out what money that is left will pay', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    await book.pay(personId, 14)
    book.setDay('2026-12-01')
    // The credit of four euros was not used by a run yet.
    const { api } = book
    await api.dues.run({})
    expect(await propose('2026-12-28')).toMatchObject({ items: [{ cents: 600 }] })
  })

  it('leaves out what is on its way for a due that was made anew since, and asks the rest', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    await book.api.dues.run({})
    await book.make('2026-12-10')
    const { agreement } = await book.api.dues.person({ personId })
    // The same terms again: the run takes the due of November back and asks it anew.
    await book.api.dues.agree({
      ...{ personId, fromDay: '2026-11-01', planId: agreement?.planId ?? '', intervalMonths: 1, anchorDay: null },
      ...{ payer: null, reduction: null, method: 'incasso' },
    })
    await book.api.dues.run({})
    expect(await reasons()).toEqual([['Joyce Pinas', 'inCollection']])
    book.setDay('2026-12-01')
    await book.api.dues.run({})
    expect(await propose('2026-12-28')).toMatchObject({ items: [{ cents: 1000 }] })
  })

  const givens: readonly (readonly [reason: string, given: () => Promise<void>])[] = [
    ['noMandate', async () => void (await book.aPayer('Wim Groot', { from: '2026-11-01', method: 'incasso' }))],
    ['unsigned', async () => void (await book.aDebtor('Wim Groot', { signedOn: null }))],
    [
      'hold',
      async () => {
        const { mandateId } = await book.aDebtor('Wim Groot')
        await book.api.directDebit.holdMandate({ mandateId, reason: 'request' })
      },
    ],
    [
      'ended',
      async () => {
        const { mandateId } = await book.aDebtor('Wim Groot')
        await book.api.directDebit.endMandate({ mandateId, endedOn: '2026-11-23' })
      },
    ],
    ['unused', async () => void (await book.aDebtor('Wim Groot', { signedOn: '2023-12-10' }))],
    [
      'overItemLimit',
      async () => {
        await book.aDebtor('Wim Groot')
        await book.saveAccount({ itemLimitCents: 999 })
      },
    ],
    [
      'deceased',
      async () => {
        const { personId } = await book.aDebtor('Wim Groot')
        await book.api.members.markDeceased({ personId, day: '2026-11-20' })
      },
    ],
  ]
  it.each(givens)('leaves out and says why: %s', async (reason, given) => {
    await given()
    await book.api.dues.run({})
    expect(await propose()).toMatchObject({ items: [], leftOut: [{ name: 'Wim Groot', reason }] })
    await expect(book.make('2026-12-10')).rejects.toMatchObject({ code: 'nothingToCollect' })
  })

  it('uses the mandate of the other in a household where one of the two died', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas', { signedOn: '2026-11-01' })
    const ria = await book.aPayer('Ria Pinas', { from: '2026-11-01', method: 'incasso', with: personId })
    await book.aMandate(ria, { signedOn: '2026-10-01', iban: 'NL91ABNA0417164300' })
    await book.api.dues.run({})
    await book.api.members.markDeceased({ personId, day: '2026-11-20' })
    await book.api.dues.run({})
    expect((await propose()).items).toMatchObject([{ personId: ria, iban: 'NL91ABNA0417164300', cents: 1000 }])
  })

  it('uses no mandate of somebody who was thrown away', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    await book.aPayer('Ria Pinas', { from: '2026-11-01', method: 'incasso', with: personId })
    await book.api.members.remove({ personId })
    await book.api.dues.run({})
    expect(await reasons()).toEqual([['Ria Pinas', 'noMandate']])
  })

  it('lets a mandate of just under 36 months be used, also one taken over from elsewhere', async () => {
    await book.aDebtor('Wim Groot', { signedOn: '2023-12-11' })
    await book.aDebtor('Joyce Pinas', { signedOn: '2010-01-01', usedBeforeOn: '2024-01-01' })
    expect(await reasons()).toEqual([])
  })

  it('asks nobody twice for the same', async () => {
    await book.aDebtor('Joyce Pinas')
    await book.make('2026-12-10')
    expect(await reasons()).toEqual([['Joyce Pinas', 'inCollection']])
  })
})

describe('a collection', () => {
  it('is refused on a day that banks do not settle', async () => {
    await book.aDebtor('Joyce Pinas')
    for (const day of ['2026-12-12', '2026-12-25', '2027-01-01'])
      await expect(book.make(day)).rejects.toMatchObject({ code: 'collectDayClosed' })
    expect(await propose('2026-12-25')).toMatchObject({ nextDay: '2026-12-28' })
  })

  it('is refused before everybody can have been told', async () => {
    await book.aDebtor('Joyce Pinas')
    await expect(book.make('2026-12-04')).rejects.toMatchObject({
      code: 'collectDayTooSoon',
      details: { day: '2026-12-07' },
    })
    await book.make('2026-12-07')
  })

  it('leaves the bank two working days where less notice was agreed', async () => {
    await book.aDebtor('Joyce Pinas')
    await book.saveAccount({ noticeDays: 1 })
    await expect(book.make('2026-11-24')).rejects.toMatchObject({ code: 'collectDayTooSoon' })
    await book.make('2026-11-25')
  })

  it('is refused above what the bank lets through in a month', async () => {
    await book.aDebtor('Joyce Pinas')
    await book.aDebtor('Wim Groot')
    await book.saveAccount({ monthLimitCents: 1500 })
    await expect(book.make('2026-12-10')).rejects.toMatchObject({
      code: 'overMonthLimit',
      details: { cents: 1500, tooMuchCents: 500 },
    })
    const [first] = (await propose()).items
    await book.make('2026-12-10', [first?.mandateId ?? ''])
    // What is left of the month counts for the next one as well.
    await expect(book.make('2026-12-11')).rejects.toMatchObject({ code: 'overMonthLimit' })
  })

  it('has ids that no other collection has', async () => {
    const ids: string[] = []
    for (const name of ['Joyce Pinas', 'Wim Groot', 'Ria Berg']) {
      await book.aDebtor(name)
      const collectionId = await book.make('2026-12-10')
      await book.api.directDebit.announce({ collectionId, day: '2026-11-23' })
      ids.push(...valuesOf(await book.fileOf(collectionId), 'EndToEndId'))
      await book.api.directDebit.cancel({ collectionId })
    }
    expect(ids.length).toBe(6)
    expect(new Set(ids).size).toBe(6)
  })

  it('with mandates for one collection is a file of its own', async () => {
    await book.aDebtor('Joyce Pinas')
    await book.aDebtor('Wim Groot', { kind: 'OOFF' })
    const { ids } = await book.api.directDebit.make({ collectDay: '2026-12-10', text: 'Contributie', without: [] })
    const sequences = await Promise.all(ids.map(async (id) => (await detail(id)).sequence))
    expect(sequences.sort()).toEqual(['OOFF', 'RCUR'])
  })

  it('uses a mandate for one collection once', async () => {
    await book.aDebtor('Wim Groot', { kind: 'OOFF' })
    const collectionId = await book.send('2026-12-10')
    book.setDay('2026-12-11')
    await book.api.directDebit.settle({ collectionId, day: '2026-12-10' })
    await book.api.dues.run({})
    expect(await propose('2026-12-28')).toMatchObject({ items: [], leftOut: [{ reason: 'used' }] })
  })

  it('is undone as a whole, and can then be made again', async () => {
    await book.aDebtor('Joyce Pinas')
    const collectionId = await book.make('2026-12-10')
    await book.api.history.undo({})
    expect(await detail(collectionId)).toMatchObject({ state: 'cancelled', items: [] })
    await book.make('2026-12-10')
  })
})

describe('the way to the bank', () => {
  it('goes from telling to making the file to sending it', async () => {
    await book.aDebtor('Joyce Pinas')
    const collectionId = await book.make('2026-12-10')
    expect(await detail(collectionId)).toMatchObject({
      state: 'made',
      days: { announceBy: '2026-11-26', submitBy: '2026-12-08', collectDay: '2026-12-10' },
    })
    await expect(book.fileOf(collectionId)).rejects.toMatchObject({ code: 'collectionNotAnnounced' })
    await book.api.directDebit.announce({ collectionId, day: '2026-11-23' })
    await expect(book.api.directDebit.submit({ collectionId, day: '2026-11-23' })).rejects.toMatchObject({
      code: 'collectionNotExported',
    })
    const xml = await book.fileOf(collectionId)
    expect(await detail(collectionId)).toMatchObject({
      state: 'exported',
      fileSha256: createHash('sha256').update(xml).digest('hex'),
    })
    await book.api.directDebit.submit({ collectionId, day: '2026-11-23' })
    expect(await detail(collectionId)).toMatchObject({ state: 'submitted', submittedOn: '2026-11-23' })
  })

  it('makes a file that says what was proposed', async () => {
    await book.aDebtor('Joyce Pinas', { reference: 'M-1042' })
    const collectionId = await book.send('2026-12-10')
    const xml = await book.fileOf(collectionId)
    expect(valuesOf(xml, 'MndtId')).toEqual(['M-1042'])
    expect(valuesOf(xml, 'DtOfSgntr')).toEqual(['2026-10-01'])
    expect(valuesOf(xml, 'InstdAmt')).toEqual(['10.00'])
    expect(valuesOf(xml, 'Nm').at(-1)).toBe('Renee Celik')
    expect(valuesOf(xml, 'IBAN')).toEqual(['NL91ABNA0417164300', 'NL13TEST0123456789'])
    expect(valuesOf(xml, 'Ustrd')).toEqual(['Contributie'])
  })

  it.skipIf(schemaFolder === null).each(['08', '02'] as const)('is valid in version %s', async (painVersion) => {
    await book.aDebtor('Joyce Pinas')
    await book.saveAccount({ painVersion })
    const xml = await book.fileOf(await book.send('2026-12-10'))
    expect(schemaFaults(xml, `pain.008.001.${painVersion}.xsd`)).toEqual([])
  })

  it('makes the same file again after sending, and not another', async () => {
    const { mandateId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await book.send('2026-12-10')
    const first = await book.fileOf(collectionId)
    await book.saveAccount({ holder: 'Anders', painVersion: '02' })
    await book.api.directDebit.amendMandate({ mandateId, iban: 'NL91ABNA0417164300', holder: 'Iemand anders' })
    expect(await book.fileOf(collectionId)).toBe(first)
  })

  it('refuses to send what became late', async () => {
    await book.aDebtor('Joyce Pinas')
    const collectionId = await book.make('2026-12-10')
    await book.api.directDebit.announce({ collectionId, day: '2026-11-23' })
    book.setDay('2026-12-09')
    await expect(book.fileOf(collectionId)).rejects.toMatchObject({
      code: 'submitTooLate',
      details: { day: '2026-12-08' },
    })
  })

  it('refuses a year that was typed wrong, for the announcement and for the bank', async () => {
    await book.aDebtor('Joyce Pinas')
    const collectionId = await book.make('2026-12-10')
    const longAgo = { collectionId, day: '1926-11-23' }
    await expect(book.api.directDebit.announce(longAgo)).rejects.toMatchObject({ code: 'dayLongAgo' })
    await book.api.directDebit.announce({ collectionId, day: '2026-11-23' })
    await book.fileOf(collectionId)
    await expect(book.api.directDebit.submit(longAgo)).rejects.toMatchObject({ code: 'dayLongAgo' })
  })

  it('refuses an announcement that came too late', async () => {
    await book.aDebtor('Joyce Pinas')
    const collectionId = await book.make('2026-12-10')
    book.setDay('2026-11-27')
    await expect(book.api.directDebit.announce({ collectionId, day: '2026-11-27' })).rejects.toMatchObject({
      code: 'announcedTooLate',
      details: { day: '2026-11-26' },
    })
  })

  it.each([
    ['hold', (mandateId: string) => book.api.directDebit.holdMandate({ mandateId, reason: 'request' })],
    ['ended', (mandateId: string) => book.api.directDebit.endMandate({ mandateId, endedOn: '2026-11-23' })],
    [
      'changed',
      (mandateId: string) =>
        book.api.directDebit.amendMandate({ mandateId, iban: 'NL91ABNA0417164300', holder: 'Renée Çelik' }),
    ],
  ] as const)('stops at a mandate that is %s since, until it is taken out', async (problem, change) => {
    const { personId, mandateId } = await book.aDebtor('Joyce Pinas')
    await book.aDebtor('Wim Groot')
    const collectionId = await book.make('2026-12-10')
    await book.api.directDebit.announce({ collectionId, day: '2026-11-23' })
    await change(mandateId)
    const itemId = await book.itemOf(collectionId, personId)
    expect((await detail(collectionId)).items.find(({ id }) => id === itemId)).toMatchObject({ problem })
    await expect(book.fileOf(collectionId)).rejects.toMatchObject({ code: 'collectionOutdated' })
    await book.api.directDebit.dropItem({ itemId })
    expect(valuesOf(await book.fileOf(collectionId), 'NbOfTxs')).toEqual(['1', '1'])
    expect(await detail(collectionId)).toMatchObject({ count: 1, cents: 1000 })
  })

  it('is held against what the bank lets through once more, which may be less than when it was made', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    await book.aDebtor('Wim Groot')
    const collectionId = await book.make('2026-12-10')
    await book.api.directDebit.announce({ collectionId, day: '2026-11-23' })
    await book.saveAccount({ itemLimitCents: 999 })
    expect((await detail(collectionId)).items).toMatchObject([
      { problem: 'overItemLimit' },
      { problem: 'overItemLimit' },
    ])
    await expect(book.fileOf(collectionId)).rejects.toMatchObject({ code: 'collectionOutdated' })
    await book.saveAccount({ itemLimitCents: null, monthLimitCents: 1999 })
    await expect(book.fileOf(collectionId)).rejects.toMatchObject({
      code: 'overMonthLimit',
      details: { cents: 1999, tooMuchCents: 1 },
    })
    await book.api.directDebit.dropItem({ itemId: await book.itemOf(collectionId, personId) })
    expect(valuesOf(await book.fileOf(collectionId), 'NbOfTxs')).toEqual(['1', '1'])
  })

  it('stops at somebody who paid in the meantime', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await book.make('2026-12-10')
    await book.api.directDebit.announce({ collectionId, day: '2026-11-23' })
    await book.pay(personId, 10)
    expect((await detail(collectionId)).items).toMatchObject([{ problem: 'paid' }])
    await expect(book.fileOf(collectionId)).rejects.toMatchObject({ code: 'collectionOutdated' })
  })

  it('stops at what was agreed otherwise in the meantime, before and after the dues are brought up to date', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const collectionId = await book.make('2026-12-10')
    const { agreement } = await book.api.dues.person({ personId })
    await book.api.dues.agree({
      ...{ personId, fromDay: '2026-11-01', planId: agreement?.planId ?? '', intervalMonths: 1, anchorDay: null },
      ...{ payer: null, reduction: null, method: 'overboeking' },
    })
    expect((await detail(collectionId)).items).toMatchObject([{ problem: 'agreedOtherwise' }])
    await book.api.dues.run({})
    expect((await detail(collectionId)).items).toMatchObject([{ problem: 'agreedOtherwise' }])
  })

  it('stops at a household of which somebody died whose dues are in it', async () => {
    const { personId } = await book.aDebtor('Joyce Pinas')
    const ruud = await book.aPayer('Ruud Pinas', { from: '2026-11-01', method: 'incasso', with: personId })
    await book.api.dues.run({})
    const collectionId = await book.make('2026-12-10')
    await book.api.members.markDeceased({ personId: ruud, day: '2026-11-22' })
    expect((await detail(collectionId)).items).toMatchObject([{ name: 'Joyce Pinas', problem: 'mateDeceased' }])
  })

  it('can be called off before it is sent, and not after', async () => {
    await book.aDebtor('Joyce Pinas')
    const first = await book.make('2026-12-10')
    await book.api.directDebit.cancel({ collectionId: first })
    expect(await detail(first)).toMatchObject({ state: 'cancelled' })
    const sent = await book.send('2026-12-10')
    await expect(book.api.directDebit.cancel({ collectionId: sent })).rejects.toMatchObject({
      code: 'collectionSubmitted',
    })
    const itemId = (await detail(sent)).items[0]?.id ?? ''
    await expect(book.api.directDebit.dropItem({ itemId })).rejects.toMatchObject({ code: 'collectionSubmitted' })
  })

  it.each(['collectionAnnounced', 'collectionExported'])('keeps the step %s once it is sent', async (kind) => {
    await book.aDebtor('Joyce Pinas')
    const collectionId = await book.send('2026-12-10')
    const { actions } = await book.api.history.list({ limit: 50 })
    const step = actions.find((action) => action.kind === kind)
    await expect(book.api.history.undo({ actionId: step?.id ?? '' })).rejects.toMatchObject({
      code: 'undoBlocked',
      details: { reason: 'usedLater' },
    })
    await book.api.history.undo({})
    expect(await detail(collectionId)).toMatchObject({ state: 'exported' })
  })

  it('cannot be unmade by undo once it is sent', async () => {
    await book.aDebtor('Joyce Pinas')
    await book.send('2026-12-10')
    const { actions } = await book.api.history.list({ limit: 50 })
    const made = actions.find(({ kind }) => kind === 'collectionMade')
    await expect(book.api.history.undo({ actionId: made?.id ?? '' })).rejects.toMatchObject({
      code: 'undoBlocked',
      details: { reason: 'rule', rule: 'collectionSent' },
    })
  })
})

describe('another account under the same mandate', () => {
  it('is told to the bank in the next collection only', async () => {
    const { personId, mandateId } = await book.aDebtor('Joyce Pinas')
    const first = await book.send('2026-12-10')
    expect(await book.fileOf(first)).not.toContain('SMNDA')
    book.setDay('2026-12-11')
    await book.api.directDebit.settle({ collectionId: first, day: '2026-12-10' })
    await book.api.dues.run({})
    await book.api.directDebit.amendMandate({ mandateId, iban: 'NL91ABNA0417164300', holder: 'Renée Çelik' })

    const next = async (day: string, today: string) => {
      const collectionId = await book.make(day)
      await book.api.directDebit.announce({ collectionId, day: today })
      const xml = await book.fileOf(collectionId)
      await book.api.directDebit.submit({ collectionId, day: today })
      book.setDay(day)
      await book.api.directDebit.settle({ collectionId, day })
      await book.api.dues.run({})
      return xml
    }
    expect((await book.api.directDebit.person({ personId })).mandates).toMatchObject([{ newAccount: true }])
    expect(valuesOf(await next('2026-12-28', '2026-12-11'), 'Id')).toContain('SMNDA')
    book.setDay('2027-01-04')
    await book.api.dues.run({})
    expect(await next('2027-01-29', '2027-01-04')).not.toContain('SMNDA')
  })

  it('of a collection that was called off is told again', async () => {
    const { mandateId } = await book.aDebtor('Joyce Pinas', { usedBeforeOn: '2026-10-15' })
    await book.api.directDebit.amendMandate({ mandateId, iban: 'NL91ABNA0417164300', holder: 'Renée Çelik' })
    const off = await book.make('2026-12-10')
    await book.api.directDebit.cancel({ collectionId: off })
    expect(await book.fileOf(await book.send('2026-12-10'))).toContain('SMNDA')
  })

  it('needs no telling where nothing was collected yet', async () => {
    const { mandateId } = await book.aDebtor('Joyce Pinas')
    await book.api.directDebit.amendMandate({ mandateId, iban: 'NL91ABNA0417164300', holder: 'Renée Çelik' })
    expect(await book.fileOf(await book.send('2026-12-10'))).not.toContain('SMNDA')
  })
})
