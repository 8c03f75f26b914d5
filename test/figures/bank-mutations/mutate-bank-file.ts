// Two ways in which a bank file can be wrong: damaged somewhere, or altered in an amount and nothing else.
import type { Random } from '../../support/random.ts'
import type { BankFormat, Original } from './corpus.ts'

export interface Mutated {
  readonly bytes: Uint8Array
  /** One amount, balance, direction or entry was changed of a file whose balances prove its amounts. */
  readonly isAltered: boolean
}

export function mutateBankFile(format: BankFormat, originals: readonly Original[], random: Random): Mutated {
  const original = random.pick(originals)
  if (!original) throw new Error('the corpus is empty')
  if (original.isProven && random.chance(0.4)) {
    const altered = random.pick(alterations[format])?.(original.text, random)
    if (altered !== undefined && altered !== original.text) return { bytes: bytesOf(altered), isAltered: true }
  }
  let bytes: Uint8Array = bytesOf(original.text)
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    bytes = random.chance(0.6) ? damageText(bytes, format, random) : damageBytes(bytes, originals, random)
  }
  return { bytes, isAltered: false }
}

type Alteration = (text: string, random: Random) => string | undefined

const camtAmount = /(?<=(?:<Ntry>|<\/Tp>)<Amt Ccy="EUR">)[\d.]+/g
const camtBooked = /<Ntry>(?:(?!<\/Ntry>)[\s\S])*?<Sts>(?:BOOK|<Cd>BOOK<\/Cd>)<\/Sts>[\s\S]*?<\/Ntry>\n?/g
const camtPending = /<Ntry>(?:(?!<\/Ntry>)[\s\S])*?PDNG[\s\S]*?<\/Ntry>/g
const mt940Amount = /(?<=^:(?:61:\d{6}(?:\d{4}| {4})?[CDcd]|6[02]F:[CD]\d{6}EUR))[\d.,]+/gm
const mt940Entry = /^:61:[\s\S]*?(?=^:6[12])/gm
/** Of rows with a running balance: the oldest is left out, because its balance before it stands nowhere else. */
const csvAmount = /(?<=[";,\t])[+-]?\d+[.,]\d\d(?=[";,\t])/g

const alterations: Readonly<Record<BankFormat, readonly Alteration[]>> = {
  camt: [
    (text, random) => alterDigit(text, withoutPending(text), random),
    (text, random) => replaceOne(text, matches(text, camtBooked), random, () => ''),
    (text, random) => replaceOne(text, matches(text, camtBooked), random, (entry) => entry + entry),
    (text, random) =>
      replaceOne(text, matches(text, camtBooked), random, (entry) =>
        entry.replace(/CRDT|DBIT/, (mark) => (mark === 'CRDT' ? 'DBIT' : 'CRDT')),
      ),
  ],
  mt940: [
    (text, random) => alterDigit(text, matches(text, mt940Amount), random),
    (text, random) => replaceOne(text, matches(text, mt940Entry), random, () => ''),
    (text, random) => replaceOne(text, matches(text, mt940Entry), random, (entry) => entry + entry),
    (text, random) =>
      replaceOne(text, matches(text, mt940Entry), random, (entry) =>
        entry.replace(
          /^(:61:\d{6}(?:\d{4}| {4})?)([CDcd])/,
          (_all, start, mark) => start + (/c/i.test(mark) ? 'D' : 'C'),
        ),
      ),
  ],
  csv: [
    (text, random) => {
      const rows = rowsOf(text)
      const inside = matches(text, csvAmount).filter(({ index }) => rows.slice(1, -1).some((row) => row.holds(index)))
      return alterDigit(text, inside, random)
    },
    (text, random) => replaceOne(text, rowsOf(text).slice(1, -1), random, () => ''),
    (text, random) => replaceOne(text, rowsOf(text), random, (row) => row + row),
  ],
}

interface Found {
  readonly index: number
  readonly found: string
}

function matches(text: string, form: RegExp): Found[] {
  return [...text.matchAll(form)].map((match) => ({ index: match.index, found: match[0] }))
}

/** Pending entries do not count, so an altered one proves nothing. */
function withoutPending(text: string): Found[] {
  const pending = matches(text, camtPending)
  return matches(text, camtAmount).filter(
    ({ index }) => !pending.some((entry) => index > entry.index && index < entry.index + entry.found.length),
  )
}

/** Rows of entries: what begins with a heading is none. */
function rowsOf(text: string): (Found & { readonly holds: (index: number) => boolean })[] {
  return matches(text, /[^\n]+\n/g)
    .filter(({ found }) => !/^"(?:Datum|IBAN)/.test(found))
    .map(({ index, found }) => ({ index, found, holds: (at) => at >= index && at < index + found.length }))
}

function alterDigit(text: string, amounts: readonly Found[], random: Random): string | undefined {
  return replaceOne(text, amounts, random, (amount) => {
    const places = [...amount.matchAll(/\d/g)].map(({ index }) => index)
    const at = random.pick(places) ?? 0
    const digit = String((Number(amount[at]) + 1 + random.below(9)) % 10)
    return amount.slice(0, at) + digit + amount.slice(at + 1)
  })
}

function replaceOne(
  text: string,
  places: readonly Found[],
  random: Random,
  change: (found: string) => string,
): string | undefined {
  const place = random.pick(places)
  if (!place) return undefined
  return text.slice(0, place.index) + change(place.found) + text.slice(place.index + place.found.length)
}

const words: Readonly<Record<BankFormat, readonly string[]>> = {
  camt: [
    '<Ntry>',
    '</Ntry>',
    '<Stmt>',
    '</Stmt>',
    '<Amt Ccy="EUR">',
    '</Amt>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '&amp;',
    '&#0;',
    '&#x10FFFF;',
    '<a/>',
    '<Bal>',
    'DBIT',
    'PDNG',
    '1e9',
    '-1',
    '9'.repeat(30),
    '\u0000',
    '<',
  ],
  mt940: [
    ':61:',
    ':86:',
    ':20:',
    ':25:',
    ':60F:',
    ':62F:',
    '\n:62F:C261102EUR1,00\n',
    '\n-\n',
    '-}',
    '\n',
    '\r',
    'C',
    'D',
    'RC',
    ',',
    '.',
    '//',
    '/REMI/',
    '/NAME/',
    '/CNTP/',
    '>20',
    '9'.repeat(30),
    '\u0000',
    ' '.repeat(66),
  ],
  csv: [
    '"',
    '""',
    ';',
    ',',
    '\t',
    "'",
    '\n',
    '\r\n',
    'Af',
    'Bij',
    'Credit',
    'D',
    '1.000',
    '-1',
    '1e9',
    '2,03E+07',
    '9'.repeat(30),
    '\u0000',
    '\ufeff',
  ],
}

function damageText(bytes: Uint8Array, format: BankFormat, random: Random): Uint8Array {
  const text = new TextDecoder().decode(bytes)
  const at = random.below(text.length + 1)
  const until = Math.min(text.length, at + random.below(40))
  const word = random.pick(words[format]) ?? ''
  switch (random.below(6)) {
    case 0:
      return bytesOf(text.slice(0, at))
    case 1:
      return bytesOf(text.slice(0, at) + text.slice(until))
    case 2:
      return bytesOf(text.slice(0, at) + word + text.slice(at))
    case 3:
      return bytesOf(text.slice(0, at) + word + text.slice(until))
    case 4:
      return bytesOf(text.slice(0, until) + text.slice(at))
    default:
      return bytesOf(text.replace(/\d+/g, (digits) => (random.chance(0.05) ? String(random.below(2 ** 31)) : digits)))
  }
}

function damageBytes(bytes: Uint8Array, originals: readonly Original[], random: Random): Uint8Array {
  if (random.chance(0.2)) {
    const other = bytesOf(random.pick(originals)?.text ?? '')
    return new Uint8Array(
      Buffer.concat([bytes.subarray(0, random.below(bytes.length + 1)), other.subarray(random.below(other.length))]),
    )
  }
  const changed = bytes.slice()
  for (let count = 1 + random.below(6); count > 0 && changed.length > 0; count -= 1) {
    changed[random.below(changed.length)] = random.chance(0.3)
      ? (random.pick([0, 0xff, 0x80, 0x22, 0x3c]) ?? 0)
      : random.below(256)
  }
  return changed
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
