// A letter from its values: words, amounts and days in the language that was chosen. The same letter is shown, printed, mailed and
// recorded; whatever says it differently makes another hash.
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import enWords from '../../../resources/locales/en/letters.json' with { type: 'json' }
import nlWords from '../../../resources/locales/nl/letters.json' with { type: 'json' }
import type { letterShape } from '../../../shared/contract/reminders.ts'
import { formatStreet } from '../../../shared/domain/address.ts'
import { addDays, type Day, monthsBetween } from '../../../shared/domain/calendar-date.ts'
import { type Format, formatFor } from '../../../shared/domain/format.ts'
import { joinNames } from '../../../shared/domain/joined-names.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { paymentQrText } from '../../../shared/domain/payment-qr.ts'
import { formatPaymentReference } from '../../../shared/domain/payment-reference.ts'
import type { LetterLanguage, ReminderLevel } from '../../../shared/domain/reminder-rules.ts'
import { fillWords } from '../export/export-words.ts'
import { drawQr } from './draw-qr.ts'
import type { LetterLine } from './letter-lines.ts'
import type { PostalAddress } from './reminder-queries.ts'

export interface LetterValues {
  readonly language: LetterLanguage
  readonly level: ReminderLevel
  readonly day: Day
  readonly payBy: Day
  readonly association: string
  readonly account: { readonly holder: string; readonly iban: string }
  readonly reference: string
  readonly names: readonly { readonly id: string; readonly given: string; readonly family: string }[]
  readonly address: PostalAddress | null
  readonly email: string | null
  /** Never empty. */
  readonly lines: readonly LetterLine[]
  /** Name of everybody the lines are about. */
  readonly nameOf: (personId: string) => string
  /** Days of the letters before this one about what is still open, oldest first. */
  readonly sentOn: readonly Day[]
  /** What the last letter announces; 0 = nothing. */
  readonly costCents: Cents
  readonly senderAddress: string
  readonly contact: string
  readonly signedBy: string
}

export type Letter = Omit<z.output<typeof letterShape>, 'payer'>

const wordsOf = { nl: nlWords, en: enWords } as const
type Words = typeof nlWords

export function writeLetter(values: LetterValues): Letter {
  const words: Words = wordsOf[values.language]
  const format = formatFor(values.language)
  const { level, language, day, association } = values
  const cents = values.lines.reduce((sum, line) => sum + line.cents, 0)
  const said = {
    sender: [...new Set([association, ...linesOf(values.senderAddress)])],
    addressee: [joinNames(values.names, format.list), ...addressLines(values.address)],
    dated: format.day(day),
    subject: fillWords(words.subject[level], { association }),
    greeting: fillWords(words.greeting, { names: joinNames(values.names, format.list) }),
    opening: fillWords(words.opening[level], {
      association,
      amount: format.amountExact(cents),
      days: format.list(values.sentOn.map((sent) => format.day(sent))),
    }),
    groups: groupsOf(values, words, format),
    total: { label: words.total, amount: format.amountExact(cents) },
    closing: closingOf(values, cents, words, format),
    payment: paymentOf(values, cents, words, format),
    signature: [...new Set([words.regards, values.signedBy || words.treasurer, association])],
  }
  return {
    level,
    language,
    day,
    cents,
    ...said,
    qr: drawQr(
      paymentQrText({
        ...values.account,
        cents,
        about: { kind: 'words', text: `Betalingskenmerk ${values.reference}` },
      }),
    ),
    mail: { to: values.email, subject: said.subject, body: mailOf(said) },
    textHash: createHash('sha256').update(JSON.stringify(said)).digest('hex'),
  }
}

type Said = Pick<Letter, 'subject' | 'greeting' | 'opening' | 'groups' | 'total' | 'closing' | 'payment' | 'signature'>

function groupsOf(values: LetterValues, words: Words, format: Format): Letter['groups'] {
  const isSplit = new Set(values.lines.map((line) => line.wasAskedBefore)).size > 1
  const shown = (lines: readonly LetterLine[]) =>
    lines.map((line) => ({ text: textOf(line, values, words, format), amount: format.amountExact(line.cents) }))
  if (!isSplit) return [{ heading: null, lines: shown(values.lines) }]
  return [
    { heading: words.group.before, lines: shown(values.lines.filter((line) => line.wasAskedBefore)) },
    { heading: words.group.since, lines: shown(values.lines.filter((line) => !line.wasAskedBefore)) },
  ]
}

function textOf(line: LetterLine, values: LetterValues, words: Words, format: Format): string {
  // Whose it is goes without saying in a letter to one person about that person.
  const concerned = new Set([...values.lines.map(({ personId }) => personId), ...values.names.map(({ id }) => id)])
  const name = concerned.size > 1 ? values.nameOf(line.personId) : null
  if (line.kind === 'opening')
    return fillWords(name === null ? words.line.opening : words.line.openingPerson, {
      name,
      day: format.day(line.periodStart),
    })
  const whole = periodText(line, words, format)
  const period = line.isPart ? fillWords(words.line.part, { period: whole }) : whole
  const text = fillWords(name === null ? words.line.dues : words.line.person, { name, period })
  if (line.count === 1) return text
  const amount = format.amountExact(line.cents / line.count)
  return fillWords(words.line.times, { text, count: line.count, amount })
}

function periodText({ periodStart, periodEnd }: LetterLine, words: Words, format: Format): string {
  if (monthsBetween(periodStart, periodEnd) <= 1) return format.month(periodStart)
  const last = addDays(periodEnd, -1)
  // The year once: "oktober tot en met december 2025".
  const from =
    periodStart.slice(0, 4) === last.slice(0, 4) ? format.month(periodStart, last) : format.month(periodStart)
  return fillWords(words.line.months, { from, to: format.month(last) })
}

function closingOf(values: LetterValues, cents: Cents, words: Words, format: Format): string[] {
  const hasCosts = values.level === 'last' && values.costCents > 0
  return [
    hasCosts
      ? fillWords(words.costs, { amount: format.amountExact(cents), costs: format.amountExact(values.costCents) })
      : fillWords(words.payBy, { payBy: format.day(values.payBy) }),
    words.crossed,
    [words.help, values.contact && fillWords(words.contact, { contact: values.contact })].filter(Boolean).join(' '),
  ]
}

function paymentOf(values: LetterValues, cents: Cents, words: Words, format: Format): Letter['payment'] {
  return {
    heading: words.payment.heading,
    rows: [
      { label: words.payment.amount, value: format.amountExact(cents) },
      { label: words.payment.holder, value: values.account.holder },
      { label: words.payment.iban, value: inFours(values.account.iban) },
      { label: words.payment.reference, value: formatPaymentReference(values.reference) },
    ],
    note: words.payment.note,
    qrText: words.payment.qr,
  }
}

function addressLines(address: PostalAddress | null): string[] {
  if (address === null) return []
  const street = formatStreet({
    street: address.street,
    houseNumber: address.house_number,
    houseSuffix: address.house_suffix,
  })
  // As the post wants it: two spaces between postcode and place, the place in capitals.
  const place = [address.postcode, address.city.toLocaleUpperCase('nl')].filter((part) => part !== '').join('  ')
  return [street, place].filter((line) => line !== '')
}

function mailOf(said: Said): string {
  const lines = said.groups.flatMap(({ heading, lines }) => [
    ...(heading === null ? [] : [`${heading}:`]),
    ...lines.map(({ text, amount }) => `- ${text}: ${amount}`),
  ])
  const { payment } = said
  return [
    said.greeting,
    said.opening,
    [...lines, `${said.total.label}: ${said.total.amount}`].join('\n'),
    ...said.closing,
    [`${payment.heading}:`, ...payment.rows.map(({ label, value }) => `${label}: ${value}`), payment.note].join('\n'),
    said.signature.join('\n'),
  ].join('\n\n')
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const inFours = (iban: string) => iban.replace(/(.{4})(?=.)/g, '$1 ')
