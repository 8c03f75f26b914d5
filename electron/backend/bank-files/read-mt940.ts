// MT940: fields that begin a line with `:61:` and the like. What a bank puts around its messages ({1:F01...}, -}, :940:)
// is skipped by looking only at the fields, so that a text line which begins with a dash is never taken for an end.
import type { Cents } from '../../../shared/domain/money.ts'
import { RuleBroken } from '../rule-broken.ts'
import { centsOfMt940, signed } from './bank-amount.ts'
import type { BankEntry, BankFile, BankFileWarning, BankStatement } from './bank-file.ts'
import { plainAccount } from './make-entry.ts'
import { makeStatement } from './make-statement.ts'
import { makeMt940Entry } from './mt940-entry.ts'
import { dayOfSixDigits, type EntryLine, readEntryLine } from './mt940-line.ts'
import { amountOrRefuse, refuseField } from './refuse.ts'

const fieldStart = /^:(20|21|25|28C?|60[FM]|61|62[FM]|64|65|86|13D?|34F|90[CD]|NS):/

interface Field {
  readonly tag: string
  readonly line: number
  /** The first without the tag. */
  readonly lines: string[]
}

export function isMt940(text: string): boolean {
  return /^:20:/m.test(text) && /^:25:/m.test(text)
}

/** Reads a whole MT940 file. Throws RuleBroken: a field that is missing or cannot be read, a file that is cut off. */
export function readMt940(text: string, encoding: string): BankFile {
  const fields = fieldsIn(text)
  if (isInterim(fields)) throw new RuleBroken('bankFileNotification')
  const statements: BankStatement[] = []
  const warnings: BankFileWarning[] = []
  let at = 0
  while (at < fields.length) {
    const message = new Mt940Message(fields, at)
    const { statement, next } = message.read()
    statements.push(statement)
    const { account, currency } = statement
    if (currency !== 'EUR') warnings.push({ code: 'foreignCurrency', details: { account, currency } })
    at = next
  }
  if (statements.length === 0) throw new RuleBroken('bankFileNoStatement')
  return { format: 'mt940', encoding, delimiter: null, statements, warnings }
}

function fieldsIn(text: string): Field[] {
  const fields: Field[] = []
  let number = 0
  // After the closing balance a line without a tag belongs to what the bank puts between two messages.
  let isInside = false
  for (const line of text.split(/\r\n|\n|\r/)) {
    number += 1
    const tag = fieldStart.exec(line)?.[1]
    if (tag !== undefined) {
      fields.push({ tag, line: number, lines: [line.slice(tag.length + 2)] })
      isInside = tag === '61' || tag === '86'
    } else if (isInside) {
      fields.at(-1)?.lines.push(line)
    }
  }
  return fields
}

/** MT942: the day so far, in the same form, but with sums of its own instead of balances. */
function isInterim(fields: readonly Field[]): boolean {
  const has = (form: RegExp) => fields.some(({ tag }) => form.test(tag))
  return !has(/^6[02]/) && has(/^(?:13D|34F|90[CD])$/)
}

interface Balance {
  readonly cents: Cents
  readonly currency: string
  readonly day: string
}

/** From one :20: to the next. */
class Mt940Message {
  private readonly fields: readonly Field[]
  private at: number

  constructor(fields: readonly Field[], at: number) {
    this.fields = fields
    this.at = at
  }

  read(): { statement: BankStatement; next: number } {
    const reference = this.need('20')
    this.skip('21', '13', '13D', 'NS')
    const accountField = this.need('25')
    this.skip('21', 'NS')
    const number = this.take('28C') ?? this.take('28')
    this.skip('13', '13D', '34F', '90C', '90D', 'NS')
    const opening = this.take('60F') ?? this.take('60M')
    if (!opening) refuseField(':60F:', accountField.line)
    const open = readBalance(opening)
    this.skip('86', 'NS')
    const account = accountIn(accountField, open.currency)
    const entries = this.entries({ isOldIng: /^MPBZ/.test(reference.lines[0] ?? '') })
    const closing = this.take('62F') ?? this.take('62M')
    if (!closing) throw this.unexpected()
    const close = readBalance(closing)
    this.skip('64', '65', '86', '90C', '90D', 'NS')
    if (this.at < this.fields.length && this.fields[this.at]?.tag !== '20') throw this.unexpected()
    const statement = makeStatement(
      {
        account,
        currency: open.currency,
        number: number?.lines[0]?.trim() || null,
        openDay: open.day,
        openCents: open.cents,
        closeDay: close.day,
        closeCents: close.cents,
        entries,
      },
      open.currency === close.currency,
    )
    return { statement, next: this.at }
  }

  private entries(around: { isOldIng: boolean }): BankEntry[] {
    const entries: BankEntry[] = []
    for (let field = this.take('61'); field; field = this.take('61')) {
      const line: EntryLine = readEntryLine(field.lines, field.line)
      // Old files of Rabobank have more than one :86: for one entry.
      const texts: string[] = []
      for (let text = this.take('86'); text; text = this.take('86')) texts.push(...text.lines)
      this.skip('NS')
      entries.push(makeMt940Entry(line, texts, around))
    }
    return entries
  }

  private take(tag: string): Field | undefined {
    const field = this.fields[this.at]
    if (field?.tag !== tag) return undefined
    this.at += 1
    return field
  }

  private skip(...tags: readonly string[]): void {
    while (tags.includes(this.fields[this.at]?.tag ?? '')) this.at += 1
  }

  private need(tag: string): Field {
    return this.take(tag) ?? this.refuse(tag)
  }

  private refuse(tag: string): never {
    const line = this.fields[this.at]?.line
    if (line === undefined) throw this.unexpected()
    return refuseField(`:${tag}:`, line)
  }

  /** Something else than what must come: at the end of the file it was cut off. */
  private unexpected(): RuleBroken {
    const field = this.fields[this.at]
    if (field) return new RuleBroken('bankFileField', { line: field.line, field: `:${field.tag}:` })
    return new RuleBroken('bankFileCutOff', { line: this.fields.at(-1)?.line ?? 1 })
  }
}

/** `C140112EUR10000,9` */
function readBalance({ tag, line, lines }: Field): Balance {
  const text = lines[0]?.trim() ?? ''
  const match = /^([CD])(\d{6})([A-Z]{3})(.*)$/i.exec(text)
  if (!match) refuseField(`:${tag}:`, line)
  const [, mark = '', day = '', currency = '', amount = ''] = match
  return {
    cents: signed(amountOrRefuse(centsOfMt940(amount.trim()), amount, line), mark.toUpperCase() === 'D'),
    currency: currency.toUpperCase(),
    day: dayOfSixDigits(day, line),
  }
}

/** `NL68INGB0000012345EUR`, `NL20RABO0123456789 EUR`, `TRIODOSBANK/0454545454`, `1700.59.308JPY`: without what is not the account. */
function accountIn({ line, lines }: Field, currency: string): string {
  const text = (lines[0] ?? '').trim()
  const bare = text.endsWith(currency) && text.length > currency.length ? text.slice(0, -currency.length) : text
  return plainAccount(bare.slice(bare.lastIndexOf('/') + 1)) ?? refuseField(':25:', line)
}
