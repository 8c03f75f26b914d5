import { describe, expect, test } from 'vitest'
import { aBook, aMember, anAccount, decide, inShort } from './match-book.ts'

const reference = '5000056789012345'
const kees = aMember(11, 'Kees de Bos', { references: [reference] })
const ria = aMember(12, 'Ria Vermeer', { initials: 'R.' })
const hans = aMember(21, 'Hans van Dam', { householdId: 'dam', initials: 'H.J.' })
const tine = aMember(22, 'Tine van Dam', { householdId: 'dam' })
const book = aBook([kees, ria, hans, tine])

describe('own collections and accounts, by ids and sums', () => {
  const item = (memberId: string, returned = false) => ({
    endToEndId: `E-${memberId}`,
    mandateReference: `M-${memberId}`,
    memberId,
    cents: 1000,
    returned,
  })
  const batch = { reference: 'INC-1', cents: 2000, items: [item('m11'), item('m12', true)] }
  const noted = { reference: 'INC-2', cents: 1000, items: [{ ...item('m13', true), returnedByHand: true }] }
  const own = aBook([kees, ria], { batches: [batch, noted], ownIbans: ['NL99BANK0000000009'] })

  test.each([
    ['a collection by its reference and sum', { batchRef: 'INC-1', cents: 2000, counterIban: null }, 'batch batch 2'],
    [
      'its reference in the text alone',
      { text: 'SEPA INCASSO INC-1', cents: 2000, counterIban: null },
      'batch batch 2',
    ],
    ['its sum without what came back before', { batchRef: 'INC-1', cents: 1000, counterIban: null }, 'batch batch 2'],
    [
      'another sum: a person must look',
      { batchRef: 'INC-1', cents: 900, counterIban: null },
      'batch batchSumDiffers 0',
    ],
    [
      'a collection the book does not know',
      { batchRef: 'INC-9', cents: 2000, counterIban: null },
      'batch batchUnknown 0',
    ],
    [
      'a payment that was one of a batch of the bank of the payer',
      { batchRef: 'INC-9', text: 'lid 11 Kees de Bos' },
      'suggested m11=1000',
    ],
    ['a return by its id', { cents: -1000, endToEndId: 'E-m11', returnCode: 'MD06' }, 'return return m11'],
    ['a return by its mandate', { cents: -1000, mandateRef: 'M-m11', returnCode: 'AM04' }, 'return return m11'],
    ['a return whose code the bank left out', { cents: -1000, endToEndId: 'E-m11' }, 'return return m11'],
    [
      'another amount is another item',
      { cents: -900, endToEndId: 'E-m11', returnCode: 'MD06' },
      'return returnUnknown -',
    ],
    [
      'the same return again does nothing',
      { cents: -1000, endToEndId: 'E-m12', returnCode: 'MD06' },
      'return returnedBefore -',
    ],
    [
      'a return that was written down by hand before',
      { cents: -1000, endToEndId: 'E-m13', returnCode: 'MD06' },
      'return return m13',
    ],
    ['what we pay is no dues', { cents: -1000, text: 'factuur' }, 'other outgoing'],
    ['our own transfer that came back', { returnCode: 'AC04', text: 'contributie lid 11' }, 'other ownMoneyBack'],
    ['money from our own savings', { counterIban: 'NL99BANK0000000009' }, 'other ownTransfer'],
  ])('%s', (_name, line, expected) => expect(inShort(decide(own, line))).toBe(expected))
})

describe('booked without asking', () => {
  test.each([
    ['a payment reference of ours', { structuredRef: reference }, 'auto m11=1000'],
    ['the same typed in groups', { text: 'kenmerk 5000 0567 8901 2345' }, 'auto m11=1000'],
    ['whoever pays with it', { structuredRef: reference, counterName: 'A. Vreemdeling' }, 'auto m11=1000'],
    ['a number and the name', { text: 'lidnr 12 contributie', counterName: 'VERMEER R' }, 'auto m12=1000'],
    ['a number and the name of a partner', { text: 'lid 22', counterName: 'Hr H.J. van Dam' }, 'auto m22=1000'],
    [
      'two numbers of one household',
      { text: 'lid 21 en 22', cents: 2000, counterName: 'H van Dam' },
      'auto m21=1000+m22=1000',
    ],
    ['a quarter', { text: 'contributie lid 12', cents: 3000, counterName: 'R. Vermeer' }, 'auto m12=3000'],
    [
      'a name in the text and on the account',
      { text: 'contributie Ria Vermeer', counterName: 'R Vermeer' },
      'auto m12=1000',
    ],
  ])('%s', (_name, line, expected) => expect(inShort(decide(book, line))).toBe(expected))

  test.each([
    ['the same amount as before', { m12: 1000 }, {}, 'auto m12=1000'],
    ['for the whole household', { m21: 1000, m22: 1000 }, { cents: 2000 }, 'auto m21=1000+m22=1000'],
    ['catching up, and it says so', { m12: 1000 }, { cents: 2000, text: 'contributie' }, 'auto m12=2000'],
  ])('a known account: %s', (_name, shares, line, expected) => {
    expect(inShort(decide({ ...book, accounts: [anAccount(shares)] }, line))).toBe(expected)
  })

  test('a number beside a known account, whatever the name on it', () => {
    const known = { ...book, accounts: [anAccount({ m12: 1000 })] }
    expect(inShort(decide(known, { text: 'lid 12', cents: 3000, counterName: 'Onbekend' }))).toBe('auto m12=3000')
  })

  test('an account that pays for two in turn and does not say for whom: the longest open first', () => {
    const behind = { ...tine, open: [...tine.open, { periodStart: '2026-02-01', openCents: 1000 }] }
    const [one, two] = [anAccount({ m21: 1000 }), anAccount({ m22: 1000 })]
    const account = { ...one, payments: [...one.payments, ...two.payments] }
    expect(inShort(decide(aBook([hans, behind], { accounts: [account] }), {}))).toBe('auto m22=1000')
  })

  test('a year at once of who pays by the year is one amount, and says how many months that is', () => {
    const yearly = aBook([aMember(31, 'Joyce Pinas', { rateCents: 2500, rateMonths: 12, open: [] })])
    const decision = decide(yearly, { text: 'lidnr 31 contributie', counterName: 'PINAS J', cents: 2500 })
    expect(inShort(decision)).toBe('auto m31=2500')
    expect(decision.reason.signals).toContainEqual({ code: 'amount', details: { count: 12 } })
    expect(inShort(decide(yearly, { text: 'lidnr 31 contributie', counterName: 'PINAS J', cents: 208 }))).not.toContain(
      'auto',
    )
  })

  test('every reason is one sentence of two signals or more', () => {
    const decision = decide(book, { text: 'lidnr 12 contributie', counterName: 'VERMEER R' })
    expect(decision.reason.signals.map(({ code }) => code)).toEqual(['number', 'name', 'amount'])
  })
})

describe('left to the treasurer', () => {
  test.each([
    ['a name alone, however full', { counterName: 'Ria Vermeer', text: 'contributie' }, 'suggested m12=1000'],
    ['a number alone', { text: 'lidnr 12' }, 'suggested m12=1000'],
    [
      'a number and the name of somebody else',
      { text: 'lid 12', counterName: 'K. de Bos' },
      'suggested m12=1000 | m11=1000',
    ],
    ['a number that is nobody’s', { text: 'lid 99', counterName: 'R Vermeer' }, 'suggested m12=1000'],
    [
      'a reference with a digit wrong',
      { structuredRef: '5000056789012346', counterName: 'K de Bos' },
      'suggested m11=1000',
    ],
    [
      'numbers of two households',
      { text: 'lid 11 en 12', cents: 2000, counterName: 'K de Bos' },
      'suggested m11=1000+m12=1000',
    ],
    ['a part of what is due', { text: 'lid 12', cents: 700, counterName: 'R Vermeer' }, 'suggested m12=700'],
    [
      'dues and a gift in one',
      { text: 'contributie lid 12 en gift', cents: 3000, counterName: 'R Vermeer' },
      'suggested m12=3000',
    ],
  ])('%s', (_name, line, expected) => expect(inShort(decide(book, line)).startsWith(expected)).toBe(true))

  test('a known account whose text names another member', () => {
    const known = { ...book, accounts: [anAccount({ m12: 1000 })] }
    for (const text of ['lid 11', 'contributie Kees de Bos']) expect(decide(known, { text }).kind).toBe('suggested')
  })

  test('a text that names one of two by initials alone gives that one nothing of the other', () => {
    const pair = aBook([aMember(31, 'Petra Vos'), aMember(32, 'Vincent de Wit', { initials: 'V.G.' })])
    const both = aBook([
      aMember(31, 'Petra Vos', { householdId: 'vos' }),
      aMember(32, 'Vincent de Wit', { householdId: 'vos', initials: 'V.G.' }),
    ])
    const line = { text: 'contributie Petra Vos en V.G. de Wit', counterName: 'P Vos', cents: 2000 }
    expect(decide(pair, line).kind).toBe('suggested')
    expect(inShort(decide(both, line))).toBe('auto m31=1000+m32=1000')
    const others = ['V.G. de Wit', 'VG de Wit', 'V. de Wit'].map((name) => `contributie Petra Vos en ${name}`)
    for (const text of others) expect(inShort(decide(both, { ...line, text }))).toBe('auto m31=1000+m32=1000')
    expect(decide(both, { ...line, text: 'contributie Petra Vos en H. Onbekend' }).kind).toBe('suggested')
  })

  test('a known account in whose text stands the bare number of another for whom it pays', () => {
    const [one, two] = [anAccount({ m21: 1000 }), anAccount({ m22: 1000 })]
    const account = { ...one, payments: [...one.payments, ...two.payments] }
    const behind = { ...tine, open: [...tine.open, { periodStart: '2026-02-01', openCents: 1000 }] }
    const turn = aBook([hans, behind], { accounts: [account] })
    expect(inShort(decide(turn, { text: '' }))).toBe('auto m22=1000')
    expect(decide(turn, { text: '21' }).kind).toBe('suggested')
  })

  test('a first letter T is no tussenvoegsel', () => {
    const pair = aBook([
      aMember(41, 'Thijs Schouten', { householdId: 's' }),
      aMember(42, 'Corrie Schouten', { householdId: 's' }),
    ])
    for (const names of ['T. Schouten en Corrie Schouten', 'Corrie Schouten en T. Schouten', 'Corrie en T. Schouten']) {
      const line = { text: `contributie ${names}`, counterName: 'C Schouten', cents: 2000 }
      expect(inShort(decide(pair, line))).toBe('auto m41=1000+m42=1000')
    }
  })

  test('a known account that paid something else too, until the text says dues', () => {
    const known = { ...book, accounts: [anAccount({ m12: 1000 }, 2, { paidOther: true })] }
    expect(decide(known, {}).kind).toBe('suggested')
    expect(decide(known, { text: 'contributie' }).kind).toBe('auto')
  })

  test('a known account with a word that nothing explains', () => {
    const known = { ...book, accounts: [anAccount({ m12: 1000 })] }
    expect(decide(known, { text: 'pannenkoeken' }).kind).toBe('suggested')
    const seen = anAccount({ m12: 1000 })
    const payments = seen.payments.map((payment) => ({ ...payment, text: 'pannenkoeken' }))
    expect(decide({ ...book, accounts: [{ ...seen, payments }] }, { text: 'pannenkoeken' }).kind).toBe('auto')
  })

  test('an account that paid for one of two, and an amount that may be for both', () => {
    const known = { ...book, accounts: [anAccount({ m21: 1000 })] }
    expect(decide(known, { cents: 2000, text: 'contributie' }).kind).toBe('suggested')
  })

  test('two people who share a name: both stand there', () => {
    const other = aMember(13, 'Ria Vermeer')
    const decision = decide(aBook([ria, other]), { text: 'contributie', counterName: 'Ria Vermeer' })
    expect(inShort(decision)).toBe('suggested m12=1000 | m13=1000')
  })
})

describe('not dues', () => {
  test.each([
    ['a word that says something else', { text: 'BBQ 2 personen', counterName: 'R. Vermeer' }, 'other otherWord'],
    ['also beside a number', { text: 'loterij lid 12', counterName: 'R. Vermeer' }, 'other otherWord'],
    ['also from a known account', { text: 'kaartjes zomerfeest' }, 'other otherWord'],
    ['nobody we know, and nothing that says dues', { text: '', counterName: 'Supermarkt' }, 'other otherParty'],
  ])('%s', (_name, line, expected) => {
    expect(
      inShort(
        decide({ ...book, accounts: [anAccount({ m12: 1000 })] }, { counterIban: 'NL02BANK0000000002', ...line }),
      ),
    ).toBe(expected)
    if (expected === 'other otherWord')
      expect(inShort(decide({ ...book, accounts: [anAccount({ m12: 1000 })] }, line))).toBe(expected)
  })
})

test.each([
  'VERMEER R',
  'R. Vermeer',
  'Mw R Vermeer',
  'Ria Vermeer',
  'R.Vermeer e/o K.Zwart',
  'R Vermeer-Zwart',
  'VERMÉÉR R',
])('the name on the account as banks write it: %s', (counterName) =>
  expect(decide(book, { text: 'lid 12', counterName }).kind).toBe('auto'),
)

test.each(['DAM HJ VAN', 'H.J. van Dam', 'hr H.J.van Dam', 'H VAN DAM'])(
  'a tussenvoegsel anywhere: %s',
  (counterName) => expect(decide(book, { text: 'lid 21', counterName }).kind).toBe('auto'),
)

test('a last name that is a word for something else', () => {
  const kamp = aBook([aMember(31, 'Jan op den Kamp')])
  expect(decide(kamp, { text: 'contributie Jan op den Kamp', counterName: 'J. op den Kamp' }).kind).toBe('auto')
})

test.each(['J. Vermeer', 'Piet Vermeer', 'R. Vermeulen', 'H.K. van Dam'])('not this name: %s', (counterName) => {
  expect(decide(book, { text: 'lid 12', counterName }).kind).toBe('suggested')
  expect(decide(book, { text: 'lid 21', counterName }).kind).toBe('suggested')
})
