// The name cells of a row, in one column or in many, of one person or of two.

import type { ImportField } from '../../../shared/domain/import-field.ts'
import {
  foldText,
  type NameDoubt,
  opensLastName,
  type PersonName,
  readName,
  splitInfix,
} from '../../../shared/domain/person-name.ts'
import type { ListRow } from './list-row.ts'

export interface Names {
  readonly people: readonly PersonName[]
  readonly doubt: NameDoubt | null
}

export function readNames(list: Pick<ListRow, 'text' | 'has'>): Names {
  const row = {
    has: (field: ImportField) => list.has(field),
    text: (field: ImportField) => withoutSigns(list.text(field)),
  }
  const own = readOwn(row)
  const partner = readPartner(row, own.people[0])
  return partner && own.people.length < 2 ? { people: [...own.people, partner], doubt: own.doubt } : own
}

/** "~Mo" and little pictures out of a telephone, and the cross of who died: no letters of anybody's name. */
function withoutSigns(text: string): string {
  if (/^[ -}]*$/.test(text)) return text
  const plain = text
    .replace(/(?:†|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D)*)+/gu, ' ')
    .replace(/^\s*~/, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' ? text : plain
}

function readOwn(row: Pick<ListRow, 'text' | 'has'>): Names {
  const lastName = row.text('lastName')
  const firstName = row.text('firstName') || row.text('initials')
  const called = row.text('called')
  if (lastName === '' && row.text('name') !== '') return readWholeName(row, firstName, called)
  if (lastName === '' && firstName === '' && called === '') return { people: [], doubt: null }
  // "van der Berg" in the last-name column of a list without one for the tussenvoegsel; "Berg, van der" as well.
  // A list with a column for the tussenvoegsel says with an empty cell that there is none.
  const infix = row.text('infix')
  const turned = /^([^,]+),\s*(.+)$/.exec(lastName)
  const whole = turned && infix === '' ? `${turned[2]} ${turned[1]}` : lastName
  const last = row.has('infix') ? { infix, lastName: whole } : splitInfix(whole)
  const names = splitCouple(firstName || called)
  return {
    people: nameEach(names, called).map((name) => ({ ...name, ...last })),
    doubt: names.length === 1 && (lastName === '' || firstName + called === '') ? 'oneWord' : null,
  }
}

/** A whole name in one column; a column for the first name or tussenvoegsel beside it makes it the last name. */
function readWholeName(row: Pick<ListRow, 'text' | 'has'>, firstName: string, called: string): Names {
  const text = row.text('name')
  const infix = row.text('infix')
  const given = firstName || called
  const whole = readName(text)
  if (given === '' && infix === '') return whole
  const [first] = whole.people
  if (first && infix === '' && repeatsFirstName(first, text, firstName, called)) {
    const firstNames = whole.people.map((person) => person.firstName)
    // Initials in the one and "Piet en Coby" in the other are two people; one first name beside another says nothing new.
    const beside = called || (splitCouple(firstName).length === 2 ? firstName : '')
    const people = nameEach(firstNames, beside).map((name, at) => ({
      ...(whole.people[at] ?? { infix: first.infix, lastName: first.lastName }),
      firstName: name.firstName,
      called: name.called || (whole.people[at]?.called ?? ''),
    }))
    return { people, doubt: whole.doubt }
  }
  const turned = first?.firstName === '' && text.includes(',')
  const last = turned
    ? { infix: infix || first.infix, lastName: first.lastName }
    : infix === ''
      ? splitInfix(text)
      : { infix, lastName: text }
  return { people: nameEach(splitCouple(given), called).map((name) => ({ ...name, ...last })), doubt: null }
}

/** Whether the name column holds everything again: "Jan de Wit" or "Wit, J. de" beside "Jan". "El Idrissi" beside "Hassan" does not. */
function repeatsFirstName(person: PersonName, text: string, firstName: string, called: string): boolean {
  if (person.firstName === '') return false
  if (text.includes(',')) return true
  if (firstName === '') return !opensLastName(text)
  return [firstName, called].some((name) => foldText(name)[0] === foldText(person.firstName)[0])
}

function readPartner(row: Pick<ListRow, 'text' | 'has'>, own: PersonName | undefined): PersonName | undefined {
  const whole = row.text('partnerName')
  const firstName = row.text('partnerFirstName')
  const lastName = row.text('partnerLastName')
  if (firstName !== '' || lastName !== '') {
    const infix = row.text('partnerInfix')
    // Without a last name of their own they go by the one on the row.
    if (lastName === '') return { firstName, infix: own?.infix ?? '', lastName: own?.lastName ?? '', called: '' }
    return { firstName, called: '', ...(infix === '' ? splitInfix(lastName) : { infix, lastName }) }
  }
  if (whole === '') return undefined
  const [read] = readName(whole).people
  if (!read) return undefined
  // One word is a first name here: "Partner: Ria".
  if (!whole.includes(' '))
    return { firstName: whole, infix: own?.infix ?? '', lastName: own?.lastName ?? '', called: '' }
  return read
}

/** First names with what people are called. "Piet en Coby" beside one first name or its initials are still two people. */
function nameEach(firstNames: readonly string[], called: string): Pick<PersonName, 'firstName' | 'called'>[] {
  const calledEach = called === '' ? [] : splitCouple(called)
  const [first = ''] = firstNames
  const count = Math.max(firstNames.length, calledEach.length)
  return Array.from({ length: count }, (_none, at) => {
    const byCall = calledEach[at] ?? ''
    const firstName = at === 0 ? first : (firstNames[at] ?? byCall)
    return { firstName, called: byCall === firstName ? '' : byCall }
  })
}

function splitCouple(firstNames: string): string[] {
  const names = firstNames.split(/\s+(?:en|&|\+|and)\s+|\s*[&+/]\s*/i).filter((name) => name !== '')
  return names.length === 2 ? names : [firstNames]
}
