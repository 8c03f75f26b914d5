// Takes the others out of what somebody may see of themselves: their names, telephone numbers, addresses and accounts, also where they
// stand in a sentence. Rather a word too many than a neighbour given away.
import type { Reader } from '../database/transaction.ts'
import { rowsOf } from '../dues/rows.ts'

/** What stands in the place of somebody else. */
export const blacked = '█████'

/** Gives the text without the others in it. */
export type BlackOut = (text: string) => string

interface Known {
  readonly id: string
  readonly first_name: string
  readonly infix: string
  readonly last_name: string
  readonly called: string
  readonly phone: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly household_id: string
  readonly street: string
  readonly house_number: number | null
}

/** Everybody of the book but this person; those of the same address too. */
export async function blackOutFor(db: Reader, personId: string): Promise<BlackOut> {
  const people = await rowsOf<Known>(
    db,
    `SELECT p.id, p.first_name, p.infix, p.last_name, p.called, p.phone, p.mobile, p.email, p.household_id, h.street, h.house_number
      FROM person p JOIN household h ON h.id = p.household_id`,
  )
  const own = people.find(({ id }) => id === personId)
  const others = people.filter(({ id }) => id !== personId)
  const steps = [
    blackMails(own?.email ?? null),
    blackAddresses(others, own),
    blackNumbers(own),
    blackNames(others, own ? nameWords(own) : new Set()),
  ]
  return (text) => steps.reduce((rest, step) => step(rest), text)
}

const shortestName = 2

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function nameWords({ first_name, last_name, called }: Known): Set<string> {
  const words = [first_name, last_name, called].flatMap((name) => plain(name).match(/\p{L}+/gu) ?? [])
  return new Set(words.filter((word) => word.length >= shortestName))
}

/** A word of a name, with a capital as names have: also where only the first name stands. Without one: where two stand together. */
function blackNames(others: readonly Known[], own: ReadonlySet<string>): BlackOut {
  const names = new Set(others.flatMap((person) => [...nameWords(person)]))
  const infixes = new Set(others.flatMap(({ infix }) => plain(infix).match(/\p{L}+/gu) ?? []))
  const isName = (word: string) => names.has(plain(word)) && !own.has(plain(word))
  const hasCapital = (word: string) => word.charAt(0) !== word.charAt(0).toLowerCase()
  return (text) => {
    const marked = text
      .replace(wordsInRow, (row) => blackPairs(row, isName, (word) => infixes.has(plain(word))))
      .replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => (hasCapital(word) && isName(word) ? blacked : word))
    // "Henk van den Berg" is one name: what joins its parts goes along.
    return marked.replace(joinedNames, (whole, between: string) =>
      (plain(between).match(/\p{L}+/gu) ?? []).every((word) => infixes.has(word)) ? blacked : whole,
    )
  }
}

const wordsInRow = /\p{L}[\p{L}\p{M}]*(?:\s+\p{L}[\p{L}\p{M}]*)+/gu
const mostInfixes = 3

/** Of words with nothing but space between them: names in a row, with what joins them. */
function blackPairs(row: string, isName: (word: string) => boolean, isInfix: (word: string) => boolean): string {
  // Words and the space between them by turns.
  const parts = row.split(/(\s+)/)
  const wordAt = (at: number) => parts[at] ?? ''
  const nextName = (from: number): number | undefined => {
    let at = from + 2
    while (at <= from + 2 * mostInfixes && isInfix(wordAt(at))) at += 2
    return isName(wordAt(at)) ? at : undefined
  }
  for (let at = 0; at < parts.length; at += 2) {
    if (!isName(wordAt(at))) continue
    let last = at
    for (let next = nextName(at); next !== undefined; next = nextName(next)) last = next
    if (last === at) continue
    parts.fill('', at, last).fill(blacked, last, last + 1)
    at = last
  }
  return parts.join('')
}

const joinedNames = new RegExp(`${blacked}([\\s.,'’-]+(?:\\p{L}+[\\s.,'’-]+){0,3})${blacked}`, 'gu')

/** Any telephone or account number that is not their own. */
function blackNumbers(own: Known | undefined): BlackOut {
  const known = new Set([own?.phone, own?.mobile].flatMap((number) => (number ? [ends(number)] : [])))
  return (text) =>
    text
      .replace(/\b[A-Z]{2}\d{2}[ ]?(?:[A-Z0-9]{4}[ ]?){2,7}[A-Z0-9]{0,4}\b/g, blacked)
      .replace(/(?:\+|\b0)[\d ()/.-]{7,}\d/g, (number) => (known.has(ends(number)) ? number : blacked))
}

/** Written with or without the number of the country. */
const ends = (number: string) => number.replace(/\D/g, '').slice(-9)

function blackMails(own: string | null): BlackOut {
  return (text) =>
    text.replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (mail) =>
      mail.toLowerCase() === own?.toLowerCase() ? mail : blacked,
    )
}

function blackAddresses(others: readonly Known[], own: Known | undefined): BlackOut {
  const at = ({ street, house_number }: Pick<Known, 'street' | 'house_number'>) => `${plain(street)} ${house_number}`
  const addresses = new Set(others.filter(({ street }) => street !== '').map(at))
  if (own) addresses.delete(at(own))
  const streets = [...new Set(others.flatMap(({ street }) => (street === '' ? [] : [street])))]
  if (streets.length === 0) return (text) => text
  const pattern = new RegExp(
    `(${streets
      .toSorted((a, b) => b.length - a.length)
      .map((street) => street.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('|')})\\s+(\\d{1,5})`,
    'giu',
  )
  return (text) =>
    text.replace(pattern, (whole, street: string, number: string) =>
      addresses.has(at({ street, house_number: Number(number) })) ? blacked : whole,
    )
}
