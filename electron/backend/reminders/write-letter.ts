// A letter from its values: words, amounts and days in the language that was chosen. The same letter is shown, printed, mailed and
// recorded; whatever says it differently makes another hash.
import { createHash } from 'node:crypto'
import ar from '../../../resources/locales/ar/letters.json' with { type: 'json' }
import en from '../../../resources/locales/en/letters.json' with { type: 'json' }
import nl from '../../../resources/locales/nl/letters.json' with { type: 'json' }
import ti from '../../../resources/locales/ti/letters.json' with { type: 'json' }
import tr from '../../../resources/locales/tr/letters.json' with { type: 'json' }
import uk from '../../../resources/locales/uk/letters.json' with { type: 'json' }
import { formatStreet } from '../../../shared/domain/address.ts'
import { addDays, type Day, monthsBetween } from '../../../shared/domain/calendar-date.ts'
import { type Format, formatFor } from '../../../shared/domain/format.ts'
import { joinNames } from '../../../shared/domain/joined-names.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import { directionOf, type PaperLanguage } from '../../../shared/domain/paper-language.ts'
import { paymentQrText } from '../../../shared/domain/payment-qr.ts'
import { formatPaymentReference } from '../../../shared/domain/payment-reference.ts'
import type { LetterLanguage, ReminderLevel } from '../../../shared/domain/reminder-rules.ts'
import { fillWords } from '../export/export-words.ts'
import { type DrawnQr, drawQr } from './draw-qr.ts'
import type { LetterLine } from './letter-lines.ts'
import type { PostalAddress } from './reminder-queries.ts'

export interface LetterValues {
  readonly language: LetterLanguage
  /** That of who reads it, in which the letter is said once more; null when it is the same or not known. */
  readonly ownLanguage: PaperLanguage | null
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

interface Line {
  readonly text: string
  readonly amount: string
}

/** All that a letter says, in one language. */
export interface Said {
  readonly sender: readonly string[]
  /** Names and address for the window of the envelope. */
  readonly addressee: readonly string[]
  readonly dated: string
  readonly subject: string
  readonly greeting: string
  readonly opening: string
  readonly groups: readonly { readonly heading: string | null; readonly lines: readonly Line[] }[]
  readonly total: { readonly label: string; readonly amount: string }
  readonly closing: readonly string[]
  readonly payment: {
    readonly heading: string
    readonly rows: readonly { readonly label: string; readonly value: string }[]
    readonly note: string
    readonly qrText: string
  }
  readonly signature: readonly string[]
}

export interface Letter extends Said {
  readonly level: ReminderLevel
  readonly language: LetterLanguage
  readonly day: Day
  readonly cents: Cents
  readonly qr: DrawnQr
  /** The same in the language of who reads it, and a sentence that says that it is a translation. */
  readonly own: (Said & { readonly language: PaperLanguage; readonly translated: string }) | null
  readonly mail: { readonly to: string | null; readonly subject: string; readonly body: string }
  readonly textHash: string
}

type Words = typeof nl
const wordsOf: Readonly<Record<PaperLanguage, Words>> = { nl, en, ar, ti, uk, tr }

export function writeLetter(values: LetterValues): Letter {
  const { level, language, day, ownLanguage } = values
  const cents = centsOf(values)
  const said = sayIn(language, values)
  const own = ownLanguage && { ...sayIn(ownLanguage, values), language: ownLanguage, ...translatedOf(ownLanguage) }
  return {
    level,
    language,
    day,
    cents,
    ...said,
    own,
    qr: drawQr(
      paymentQrText({
        ...values.account,
        cents,
        about: { kind: 'words', text: `Betalingskenmerk ${values.reference}` },
      }),
    ),
    mail: {
      to: values.email,
      subject: said.subject,
      body: own ? [mailOf(said), own.translated, mailOf(own)].join('\n\n') : mailOf(said),
    },
    textHash: createHash('sha256')
      .update(JSON.stringify(own ? [said, own] : said))
      .digest('hex'),
  }
}

/** What letters of this kind are called together. */
export const lettersTitle = (language: LetterLanguage, association: string): string =>
  fillWords(wordsOf[language].subject.request, { association })

const translatedOf = (language: PaperLanguage) => ({ translated: wordsOf[language].translated })

const centsOf = ({ lines }: LetterValues): Cents => lines.reduce((sum, line) => sum + line.cents, 0)

function sayIn(language: PaperLanguage, values: LetterValues): Said {
  const words = wordsOf[language]
  const format = formatFor(language)
  const fill = fillerFor(language)
  const { level, association } = values
  const cents = centsOf(values)
  const names = joinNames(values.names, format.list)
  return {
    sender: [...new Set([association, ...linesOf(values.senderAddress)])],
    addressee: [names, ...addressLines(values.address)],
    dated: format.day(values.day),
    subject: fill(words.subject[level], { association }),
    greeting: fill(words.greeting, { names }),
    opening: fill(words.opening[level], {
      association,
      amount: format.amountExact(cents),
      days: format.list(values.sentOn.map((sent) => format.day(sent))),
    }),
    groups: groupsOf(values, { words, format, fill }),
    total: { label: words.total, amount: format.amountExact(cents) },
    closing: closingOf(values, { words, format, fill }),
    payment: paymentOf(values, cents, words, format),
    signature: [...new Set([words.regards, values.signedBy || words.treasurer, association])],
  }
}

type Fill = typeof fillWords
interface Speech {
  readonly words: Words
  readonly format: Format
  readonly fill: Fill
}

/** Words with what is filled in kept apart where they run from right to left: an amount or a name would turn the words around it. */
function fillerFor(language: PaperLanguage): Fill {
  if (directionOf(language) === 'ltr') return fillWords
  return (text, values) =>
    fillWords(
      text,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, value === null ? null : `\u2068${value}\u2069`]),
      ),
    )
}

function groupsOf(values: LetterValues, speech: Speech): Said['groups'] {
  const { words, format } = speech
  const isSplit = new Set(values.lines.map((line) => line.wasAskedBefore)).size > 1
  const shown = (lines: readonly LetterLine[]) =>
    lines.map((line) => ({ text: textOf(line, values, speech), amount: format.amountExact(line.cents) }))
  if (!isSplit) return [{ heading: null, lines: shown(values.lines) }]
  return [
    { heading: words.group.before, lines: shown(values.lines.filter((line) => line.wasAskedBefore)) },
    { heading: words.group.since, lines: shown(values.lines.filter((line) => !line.wasAskedBefore)) },
  ]
}

function textOf(line: LetterLine, values: LetterValues, speech: Speech): string {
  const { words, format, fill } = speech
  // Whose it is goes without saying in a letter to one person about that person.
  const concerned = new Set([...values.lines.map(({ personId }) => personId), ...values.names.map(({ id }) => id)])
  const name = concerned.size > 1 ? values.nameOf(line.personId) : null
  if (line.kind === 'opening')
    return fill(name === null ? words.line.opening : words.line.openingPerson, {
      name,
      day: format.day(line.periodStart),
    })
  const whole = periodText(line, speech)
  const period = line.isPart ? fill(words.line.part, { period: whole }) : whole
  const text = fill(name === null ? words.line.dues : words.line.person, { name, period })
  if (line.count === 1) return text
  const amount = format.amountExact(line.cents / line.count)
  return fill(words.line.times, { text, count: line.count, amount })
}

function periodText({ periodStart, periodEnd }: LetterLine, { words, format, fill }: Speech): string {
  if (monthsBetween(periodStart, periodEnd) <= 1) return format.month(periodStart)
  const last = addDays(periodEnd, -1)
  // The year once: "oktober tot en met december 2025".
  const from =
    periodStart.slice(0, 4) === last.slice(0, 4) ? format.month(periodStart, last) : format.month(periodStart)
  return fill(words.line.months, { from, to: format.month(last) })
}

function closingOf(values: LetterValues, { words, format, fill }: Speech): string[] {
  const cents = centsOf(values)
  const hasCosts = values.level === 'last' && values.costCents > 0
  return [
    hasCosts
      ? fill(words.costs, { amount: format.amountExact(cents), costs: format.amountExact(values.costCents) })
      : fill(words.payBy, { payBy: format.day(values.payBy) }),
    words.crossed,
    [words.help, values.contact && fill(words.contact, { contact: values.contact })].filter(Boolean).join(' '),
  ]
}

function paymentOf(values: LetterValues, cents: Cents, words: Words, format: Format): Said['payment'] {
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
