// Which row holds the headings and what each column holds: by heading first, by content where a heading says nothing.

import { readPostcode } from '../../../shared/domain/address.ts'
import { type ImportField, nameFields, repeatableFields } from '../../../shared/domain/import-field.ts'
import { foldText, isInfixWord } from '../../../shared/domain/person-name.ts'
import { readKind, readRole, saysYesOrNo, tidyCell } from './cell-values.ts'
import { fieldOfHeading } from './heading-words.ts'
import type { SheetLine } from './sheet.ts'
import { isStreetTitle } from './titles.ts'

// Words inside a heading that tell what it is of, when the whole heading is not one we know: "Tel.nr. (overdag)".
const telling: readonly (readonly [RegExp, ImportField, (value: string) => boolean])[] = [
  [/mail/, 'email', isEmail],
  [/^06|^mob|^gsm/, 'mobile', isPhone],
  [/^tel|^mob|^06/, 'phone', isPhone],
  [/^postc|^pc$/, 'postcode', (value) => readPostcode(value) !== null],
  [/adres|straat/, 'address', isStreetAndNumber],
  [/adres|regel/, 'postcode', (value) => /^\d{4} ?[a-z]{2}(?!\p{L})/iu.test(value)],
  [/^in$|^inschr|^ingang|^aangem/, 'since', isDay],
  [/^uit$|^uitschr|^uitgeschr|^vertrek/, 'until', isDay],
  [/^lid$|^actief$|^active$/, 'kind', (value) => readKind(value) !== undefined || statusWords.test(value)],
  [/^middle$|^middelste$/, 'infix', (value) => value.split(' ').every(isInfixWord)],
  [/^binnenb|buurt/, 'neighbourhood', (value) => /\p{L}/u.test(value) && value.length < 60 && !saysYesOrNo(value)],
]
// Not all of these say what somebody is to the book; in a column of their own they are told where nobody can be sure.
const statusWords = /^(?:lid|donateur|vriend|vrijwilliger|erelid|opgezegd|verhuisd|overleden|†)(?!\p{L})/iu
// Whose number that is: not of the person of the row, or not theirs to reach them by.
const ofSomebodyElse =
  /partner|nood|contact|kind|zoon|dochter|buur(man|vrouw|en)|mantel|huisarts|bewindvoerder|oud|vorig|bank|factu|incasso|zorg/

/** What a heading hints at and the cells below bear out. */
function fieldHinted(heading: string, share: (fits: (value: string) => boolean) => number): ImportField[] {
  const folded = foldText(heading)
  // Who has the role, and not whom to ask after somebody: those cells hold names.
  if (readRole(folded) && share((value) => saysYesOrNo(value) || readRole(value) !== undefined) > 0.6) return ['role']
  if (ofSomebodyElse.test(folded)) return []
  // What people filled in themselves on a form: "Ik wil", with "Lid worden" and "Alleen de nieuwsbrief" below it.
  const saysKind = (value: string) => !saysYesOrNo(value) && readKind(value.replace(/\s*\(.*?\)/g, '')) !== undefined
  if (share(saysKind) > 0.8) return ['kind']
  const words = folded.split(' ')
  return telling.flatMap(([word, field, fits]) =>
    words.some((one) => word.test(one)) && share(fits) > 0.6 ? [field] : [],
  )
}

/** "Nr": behind a street it is the house number, in front of the list it counts the rows. */
function isCounter(heading: string): boolean {
  return ['nr', 'no', 'nummer', 'volgnummer', 'volgnr', ''].includes(foldText(heading))
}

const searchedLines = 30

/** Index in `lines` of the heading row: the one with most headings we know among the first lines; -1 when there is none. */
export function findHeading(lines: readonly SheetLine[]): number {
  let best = { at: -1, score: 0 }
  for (const [at, { cells }] of lines.slice(0, searchedLines).entries()) {
    const filled = cells.map(tidyCell).filter((cell) => cell !== '')
    const known = filled.filter((cell) => fieldOfHeading(cell) !== undefined).length
    const unlikely = filled.filter((cell) => /@|\d{3}/.test(cell) || cell.length > 60).length
    // "Naam" beside words we do not know is a heading. A title such as "Leden" alone is one only when the list has one column.
    const namesPeople = filled.length > 1 && unlikely === 0 && filled.some(isNameHeading)
    const enough = known >= 2 || (known === 1 && (namesPeople || (filled.length === 1 && hasOneColumn(lines))))
    if (enough && known - unlikely > best.score) best = { at, score: known - unlikely }
  }
  return best.at
}

/** A row of headings, one of which says where the names are: not the sheet with what to do, nor that with last year's sums. */
export function holdsPeople(lines: readonly SheetLine[]): boolean {
  return (lines[findHeading(lines)]?.cells ?? []).some(isNameHeading)
}

function isNameHeading(cell: string): boolean {
  const field = fieldOfHeading(cell)
  return field !== undefined && nameFields.includes(field)
}

function hasOneColumn(lines: readonly SheetLine[]): boolean {
  return lines.every(({ cells }) => cells.length <= 1)
}

const guessedFrom = 200

/** What each column holds. A column that nothing fits goes to the note; one field is given to one column only. */
export function guessFields(
  headings: readonly string[],
  body: readonly SheetLine[],
  columnCount: number,
): ImportField[] {
  const fields: (ImportField | undefined)[] = []
  for (let index = 0; index < columnCount; index += 1) {
    const heading = headings[index] ?? ''
    const field = fields[index - 1] === 'street' && isCounter(heading) ? 'houseNumber' : fieldOfHeading(heading)
    fields.push(
      field !== undefined && (repeatableFields.includes(field) || !fields.includes(field)) ? field : undefined,
    )
  }
  refineByContent(fields, headings, body)
  if (!fields.some((field) => field && nameFields.includes(field))) guessName(fields, body)
  return fields.map((field) => field ?? 'toNote')
}

function refineByContent(
  fields: (ImportField | undefined)[],
  headings: readonly string[],
  body: readonly SheetLine[],
): void {
  const sample = body.slice(0, guessedFrom)
  for (let index = 0; index < fields.length; index += 1) {
    const values = sample.map(({ cells }) => tidyCell(cells[index] ?? '')).filter((value) => value !== '')
    if (values.length === 0) continue
    const share = (fits: (value: string) => boolean) => values.filter(fits).length / values.length
    const field = fields[index]
    // "Straat" with the number in the same cell, "Achternaam" with the whole name: the content knows better.
    if (field === 'street' && !fields.includes('houseNumber') && share((value) => / \d/.test(value)) > 0.5)
      fields[index] = 'address'
    const lacksStreet = !fields.includes('street') && !fields.includes('address')
    const heading = (headings[index] ?? '').trim()
    // "Nr" with the streets as titles between the rows.
    if (lacksStreet && (field === 'houseNumber' || (field === undefined && isCounter(heading)))) {
      fields[index] = streetsAreTitles(sample, index) ? 'houseNumber' : undefined
      if (fields[index] === 'houseNumber') continue
    }
    if (field === 'name' && share((value) => readKind(value) !== undefined) > 0.7) fields[index] = 'kind'
    // Counting the rows says nothing about anybody; as a member's number it would be wrong in the next list.
    if (field === 'number' && isCounter(headings[index] ?? '') && isCounting(values)) fields[index] = 'skip'
    if (field === 'partnerName' && !share((value) => /\p{L}{2}/u.test(value))) fields[index] = undefined
    if (field !== undefined) continue
    const guesses = heading === '' ? guessByContent(share) : fieldHinted(heading, share)
    fields[index] = guesses.find((guess) => repeatableFields.includes(guess) || !fields.includes(guess))
  }
}

/** Streets that stand alone between rows that say no more than "12 hs". */
function streetsAreTitles(sample: readonly SheetLine[], index: number): boolean {
  const filled = sample.map(({ cells }) => cells.map(tidyCell)).filter((cells) => cells.some((cell) => cell !== ''))
  const alone = (cells: readonly string[]) => cells.filter((cell) => cell !== '').length === 1
  const titles = filled.filter((cells) => alone(cells) && isStreetTitle(cells.join('')))
  const rows = filled.filter((cells) => !alone(cells))
  const numbered = rows.filter((cells) => /^(?:\D{0,6}\s)?\d{1,5}(?!\d).{0,12}$/.test(cells[index] ?? ''))
  // "Nieuwe leden" over 1, 2, 3 and "Oude leden" over 4, 5: those count the rows.
  const counts = rows.length > 1 && isCounting(rows.map((cells) => cells[index] ?? ''))
  return titles.length > 0 && alone(filled[0] ?? []) && numbered.length > rows.length * 0.6 && !counts
}

function isCounting(values: readonly string[]): boolean {
  return values.every((value, at) => Number(value) === Number(values[0]) + at)
}

function guessByContent(share: (fits: (value: string) => boolean) => number): ImportField[] {
  const fitting: readonly (readonly [ImportField, (value: string) => boolean])[] = [
    ['email', isEmail],
    ['postcode', (value) => readPostcode(value) !== null || /^\d{4} ?[a-z]{2}\s+\p{L}/iu.test(value)],
    ['mobile', isMobile],
    ['phone', isPhone],
    ['address', isStreetAndNumber],
  ]
  const first = fitting.find(([, fits]) => share(fits) > 0.6)
  return first ? [first[0]] : []
}

function isEmail(value: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
}

function isMobile(value: string): boolean {
  return /^[+\d\s()./-]+$/.test(value) && /^(0|31|00)?6\d{8}$/.test(value.replace(/\D/g, ''))
}

function isPhone(value: string): boolean {
  const digits = value.replace(/\D/g, '').length
  return /^[+\d\s()./-]+$/.test(value) && digits >= 9 && digits <= 13
}

function isDay(value: string): boolean {
  return /^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}$|^\d{4}-\d\d-\d\d$/.test(value)
}

function isStreetAndNumber(value: string): boolean {
  return /^\p{L}[\p{L} .'-]+ \d{1,4}\s?[-/]?\s?\w{0,4}(,.*)?$/u.test(value)
}

/** No heading said where the name is: the first column without a meaning whose cells are mostly words. */
function guessName(fields: (ImportField | undefined)[], body: readonly SheetLine[]): void {
  const sample = body.slice(0, guessedFrom)
  for (let index = 0; index < fields.length; index += 1) {
    if (fields[index] !== undefined) continue
    const values = sample.map(({ cells }) => tidyCell(cells[index] ?? '')).filter((value) => value !== '')
    const words = values.filter((value) => /^\p{L}[\p{L}\s.,'’&+/()-]*$/u.test(value)).length
    if (values.length > 0 && words / values.length > 0.7) {
      fields[index] = 'name'
      return
    }
  }
}
