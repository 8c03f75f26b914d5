// What the treasurer of the example has on the desk: a file of the bank with lines that wait, the cash box, and two mandates.
import { addDays, type Day, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { creditorIdOfKvk } from '../../../shared/domain/creditor-id.ts'
import type { BookContext } from '../context.ts'
import { readExample } from './example-data.ts'
import type { Event } from './example-gatherings.ts'
import type { Story } from './fill-example.ts'

interface ExampleLine {
  readonly daysAgo: number
  readonly name: string
  readonly iban: string
  /** In euros as a bank writes it. */
  readonly amount: string
  readonly isOut?: boolean
  readonly text: string
}

/** Some are certain, some have to be confirmed, and some are no dues. */
const lines: readonly ExampleLine[] = [
  {
    daysAgo: 6,
    name: 'T. Ghebremedhin',
    iban: 'NL37TEST2026000001',
    amount: '10,00',
    text: 'contributie Tekle Ghebremedhin',
  },
  { daysAgo: 5, name: 'H. Brouwer', iban: 'NL10TEST2026000002', amount: '10,00', text: 'contributie Henk Brouwer' },
  { daysAgo: 5, name: 'Fam. Pinas', iban: 'NL80TEST2026000003', amount: '60,00', text: 'voor ons twee' },
  { daysAgo: 4, name: 'Bewindvoering De Weide', iban: 'NL53TEST2026000004', amount: '40,00', text: 'mevrouw Oostveen' },
  { daysAgo: 4, name: "K. van 't Hof", iban: 'NL26TEST2026000005', amount: '12,50', text: 'barbecue, twee personen' },
  {
    daysAgo: 3,
    name: 'Drukkerij Oosterweide',
    iban: 'NL96TEST2026000006',
    amount: '42,50',
    isOut: true,
    text: 'factuur buurtkrant',
  },
]

const mandates = [
  { name: 'Farida Benali', iban: 'NL69TEST2026000007' },
  { name: 'Sunita Ramdin', iban: 'NL42TEST2026000008' },
] as const

type Mandate = (typeof mandates)[number]

/** The account can collect: with a number that belongs to nobody. */
export const exampleCreditorId = creditorIdOfKvk('00000000') ?? null

/** What is written down today. */
export async function fillTreasurersDesk(story: Story, context: BookContext, book: ExampleBook): Promise<void> {
  await countCashBox(story)
  for (const mandate of mandates) await collectFrom(story, book, mandate)
  await story.api.dues.run({})
  const received = await context.files.receive('Betaalrekening.csv', onePiece(bankFile(story.today)))
  const { id } = await story.api.bank.open({ file: received.file })
  await story.api.bank.takeIn({ id, names: [] })
}

interface ExampleBook {
  /** The day it begins. */
  readonly first: Day
  readonly planId: string
}

/** Somebody agreed that the dues are collected, and signed for it. */
async function collectFrom({ api, today, personId }: Story, { planId }: ExampleBook, { name, iban }: Mandate) {
  await api.dues.agree({
    personId: personId(name),
    fromDay: startOfMonth(today),
    planId,
    intervalMonths: 1,
    anchorDay: null,
    payer: null,
    reduction: null,
    method: 'incasso',
  })
  await api.directDebit.addMandate({
    personId: personId(name),
    reference: '',
    kind: 'RCUR',
    holder: name,
    iban,
    signedOn: addDays(today, -30),
    usedBeforeOn: null,
  })
}

/** The cash box in the year, to be lived through with the rest. */
export function cashEvents({ api, today }: Story, first: Day): Event[] {
  const entries = [
    { daysAgo: 100, direction: 'out', amountCents: 3240, categoryId: 'activity', text: 'Koffie en koek' },
    { daysAgo: 40, direction: 'in', amountCents: 2750, categoryId: 'gift', text: 'Fooienpot zomerfeest' },
    { daysAgo: 12, direction: 'out', amountCents: 1195, categoryId: 'printing', text: 'Postzegels' },
  ] as const
  const open = async () => {
    await api.bookkeeping.setCashOpening({ day: first, amountCents: 5000 })
  }
  return [
    [first, open],
    ...entries.map(({ daysAgo, ...entry }): Event => {
      const day = addDays(today, -daysAgo)
      const book = async () => {
        await api.bookkeeping.addBooking({ ...entry, day, place: null })
      }
      return [day, book]
    }),
  ]
}

async function countCashBox({ api, today }: Story): Promise<void> {
  const { cents } = await api.bookkeeping.cashOn({ day: today })
  await api.bookkeeping.countCash({
    day: today,
    countedCents: cents,
    countedBy: 'Wim de Groot',
    acceptDifference: false,
  })
}

/** As ING gives it. */
function bankFile(today: Day): Buffer {
  const heading =
    '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"'
  const own = readExample().accountIban
  const rows = lines.map(
    ({ daysAgo, name, iban: other, amount, isOut = false, text }) =>
      `"${addDays(today, -daysAgo).replaceAll('-', '')}";"${name}";"${own}";"${other}";"OV";"${isOut ? 'Af' : 'Bij'}";"${amount}";"Overschrijving";"Naam: ${name} Omschrijving: ${text} IBAN: ${other}"`,
  )
  return Buffer.from([heading, ...rows, ''].join('\r\n'), 'utf8')
}

async function* onePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
