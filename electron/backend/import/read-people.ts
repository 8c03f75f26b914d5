// Rows of a list to people: names with tussenvoegsel, couples in one row, addresses in one cell, spoiled telephone numbers.
import {
  type Address,
  emptyAddress,
  readAddress,
  readHouseNumber,
  readPostcode,
  readStreet,
} from '../../../shared/domain/address.ts'
import { readBirthYear } from '../../../shared/domain/birth-year.ts'
import { type Day, partsOf } from '../../../shared/domain/calendar-date.ts'
import type { ImportField } from '../../../shared/domain/import-field.ts'
import { asideOf, foldText } from '../../../shared/domain/person-name.ts'
import { type Candidate, type Reason, reason } from './candidate.ts'
import { neighbourhoodName, readKind, readPreferredContact, readRole, saysYes, saysYesOrNo } from './cell-values.ts'
import { type ColumnLayout, ListRow } from './list-row.ts'
import { readEmails } from './read-emails.ts'
import { readListDay } from './read-list-day.ts'
import { type Names, readNames } from './read-names.ts'
import { type PhoneCells, readPhoneCells } from './read-phone-cells.ts'
import { diedWordsOf, goneWordsOf, mentionOf } from './says-gone.ts'
import type { PlacedLine } from './titles.ts'
import { isTotalRow, peopleOnly } from './total-row.ts'

/** The people of one row: none for a repeated heading, two for a couple. Never throws; what is wrong is in `errors`. */
export function readPeople({ line, above, isTitle }: PlacedLine, layout: ColumnLayout, today: Day): Candidate[] {
  const row = new ListRow(line, layout)
  if (row.repeatsHeadings()) return []
  const errors: Reason[] = row.unreadable()
  const remarks: Reason[] = []
  const names = readFamily(row, peopleOnly(readNames(row)))
  const count = names.people.length
  const isTotal = count === 0 && isTotalRow(line.cells)
  const isVacant = saysNobody(row.text('name'))
  if (count === 0) errors.push(reason('noName'))
  if (names.doubt) remarks.push(reason(names.doubt))
  const noteLines = row.noteLines()
  if (above.other !== '') noteLines.unshift(above.other)
  const aside = asideOf(row.text('name'))
  const asideRole = readRole(aside.replace(/,.*/, ''))
  // "(vervanger)" is told with the role; of "(vervanger, tot 2027)" the rest as well.
  if (aside !== '' && readRole(aside) === undefined) noteLines.push(aside)
  const address = readRowAddress(row, above.street, errors, noteLines)
  const phones = readPhoneCells(row, names.people, errors, remarks)
  const emails = readEmails(row, names.people, errors)
  keepLeft(row, 'mobile', phones.left, noteLines)
  keepLeft(row, 'email', emails.left, noteLines)
  const births = readBirths(row, partsOf(today).year, errors)
  const known = readCodes(row, noteLines, remarks)
  const since = readDay(row, 'since', today, errors)
  const until = readDay(row, 'until', today, errors)
  if (since !== null && until !== null && until < since) errors.push(reason('endsBeforeStart'))
  const shared = {
    line: line.line,
    address,
    since,
    until,
    kind: known.kind,
    neighbourhoods: (row.text('neighbourhood') || above.neighbourhood)
      .split(/\s*;\s*/)
      .map(neighbourhoodName)
      .filter((name) => name !== ''),
    errors,
  }
  errors.push(...tooLong(row, noteLines))
  // With an end in a column of its own they come in as who they were, unless they died.
  const hasEnded = until !== null || known.kind === 'oud_lid'
  const gone = hasEnded ? diedWordsOf(row, count) : goneWordsOf(row, count)
  const mention = hasEnded || gone.some((words) => words !== null) ? null : mentionOf(row)
  if (mention !== null) remarks.push(reason('lookAt', { value: mention }))
  const people = count > 0 ? names.people : [{ firstName: '', infix: '', lastName: '', called: '' }]
  return people.map((name, at) => {
    const first = at === 0
    return {
      ...shared,
      ...phonesOf(phones, first),
      key: `${line.line}.${at + 1}`,
      name,
      email: (first ? emails.own : emails.partner) ?? null,
      birthYear: (first ? births.own : births.partner) ?? null,
      number: first ? orNull(row.text('number')) : null,
      roles: first ? [...new Set([...known.roles, ...(asideRole ? [asideRole] : [])])] : [],
      preferredContact: known.preferredContact,
      languages: orNull(row.text('languages')),
      emergencyContact: orNull(row.text('emergencyContact')),
      // A note says something of the one it stands behind; with a couple that is the first, named first.
      noteLines: first ? noteLines : [],
      gone: gone[at] ?? null,
      nobody: isTotal ? 'isTotal' : isTitle ? 'isTitle' : isVacant ? 'isVacant' : null,
      remarks: first ? remarks : [],
    }
  })
}

/** "Familie" in a column of its own, as in "Fam. Bakker": a household of which nobody's first name is known. */
function readFamily(row: ListRow, names: Names): Names {
  const [first] = names.people
  const saysFamily = row
    .cells('toNote')
    .some(
      ({ heading, text }) =>
        /^(?:aanhef|titel|title|dhr mw|m v)$/.test(foldText(heading)) && /^fam(?:\.|ilie)?$/i.test(text),
    )
  return saysFamily && first && names.people.length === 1 && first.firstName === '' && first.called === ''
    ? { ...names, doubt: 'family' }
    : names
}

/** What stands in the place of a name where nobody lives, or nobody takes part. */
function saysNobody(name: string): boolean {
  return /^(?:leeg|leegstand|leegstaand|onbewoond|niemand|staat leeg|te huur|te koop|vacant|(?:wil|willen|doet|doen) niet (?:mee|meedoen))$/i.test(
    name,
  )
}

function readRowAddress(row: ListRow, streetAbove: string, errors: Reason[], noteLines: string[]): Address {
  const whole = row.text('address') === '' ? emptyAddress : readAddress(row.text('address'))
  const street = row.text('street') || streetAbove
  const fromStreet = street === '' ? undefined : readStreet(street)
  const numberText = row.text('houseNumber')
  const number = numberText === '' ? undefined : readHouseNumber(numberText)
  // "t.o. 5", of a houseboat: on an envelope that is the number.
  const isOpposite = number === null && street !== '' && /^(?:t\.?o\.?|tegenover|naast|bij)\s/i.test(numberText)
  if (number === null && !isOpposite) noteLines.push(numberText)
  const suffix = [isOpposite ? numberText.slice(0, 20) : '', row.text('houseSuffix')].filter((text) => text).join(' ')
  const { postcodeText, town } = splitTown(row.text('postcode'))
  const postcode = postcodeText === '' ? whole.postcode : (readPostcode(postcodeText) ?? postcodeText)
  // Foreign ones are kept as they are; four digits and something that is no pair of letters is a typing error.
  if (/^\d{4}\s*\S{1,3}$/.test(postcode) && !/^\d+$/.test(postcode) && readPostcode(postcode) === null)
    errors.push(reason('postcodeWrong', { value: postcode }))
  // With a number of its own, digits in the street cell belong to the street ("Plein 1813").
  const streetOnly = number ? street : fromStreet?.street
  return {
    street: streetOnly ?? whole.street,
    houseNumber: number?.houseNumber ?? fromStreet?.houseNumber ?? whole.houseNumber,
    houseSuffix: [number?.houseSuffix || (number ? '' : fromStreet?.houseSuffix) || whole.houseSuffix, suffix]
      .filter((text) => text)
      .join(' '),
    postcode,
    city: row.text('city') || town || whole.city,
  }
}

/** "1234AB Oosterweide": postcode and town in one cell. */
function splitTown(text: string): { postcodeText: string; town: string } {
  const both = /^(\d{4}\s?[a-z]{2})[\s,]+(\p{L}{2}.*)$/iu.exec(text)
  return both ? { postcodeText: both[1] ?? '', town: both[2] ?? '' } : { postcodeText: text, town: '' }
}

/** What there is no place for stands in the note: a second address is lost no more than a column without a field. */
function keepLeft(row: ListRow, field: 'mobile' | 'email', left: readonly string[], noteLines: string[]): void {
  if (left.length === 0) return
  const heading = row.heading(field) || (field === 'mobile' ? row.heading('phone') : '')
  noteLines.push(`${heading}: ${left.join(', ')}`.replace(/^: /, ''))
}

function readBirths(
  row: ListRow,
  thisYear: number,
  errors: Reason[],
): { own?: number | undefined; partner?: number | undefined } {
  const read = (text: string) =>
    text === ''
      ? []
      : text.split(/\s*[/&]\s*|\s+en\s+/).flatMap((part) => {
          const year = readBirthYear(part, thisYear) ?? shortYear(part, thisYear)
          if (year === null) errors.push(reason('birthWrong', { value: part }))
          return year === null ? [] : [year]
        })
  // "12-5-48 (78 jaar)"
  const whole = row.text('birth').replace(/\s*\(.*?\)/g, '')
  // "12/5/48" is one day, "1948/1950" are two years.
  const single =
    readBirthYear(whole, thisYear) ?? (/^\d{1,2}([-/.])\d{1,2}\1\d{2}$/.test(whole) ? shortYear(whole, thisYear) : null)
  const own = single === null ? read(whole) : [single]
  const partner = read(row.text('partnerBirth'))
  return { own: own[0], partner: partner[0] ?? own[1] }
}

/** "12-3-51" and "'51": nobody on such a list is older than a hundred and few are children. */
function shortYear(text: string, thisYear: number): number | null {
  const digits = /(?:^|[-./\s'’])(\d{2})$/.exec(text)?.[1]
  if (digits === undefined) return null
  const year = Math.floor(thisYear / 100) * 100 + Number(digits)
  return year > thisYear ? year - 100 : year
}

function readDay(row: ListRow, field: 'since' | 'until', today: Day, errors: Reason[]): Day | null {
  const text = row.text(field)
  if (text === '') return null
  const day = readListDay(text, today)
  if (day === undefined) errors.push(reason(field === 'since' ? 'sinceWrong' : 'untilWrong', { value: text }))
  return day ?? null
}

function readCodes(
  row: ListRow,
  noteLines: string[],
  remarks: Reason[],
): Pick<Candidate, 'kind' | 'roles' | 'preferredContact'> {
  // Not one of our words: it is kept as it was written.
  const keep = (field: ImportField, value: string) =>
    noteLines.push(`${row.heading(field)}: ${value}`.replace(/^: /, ''))
  const read = <Code>(field: ImportField, from: (value: string) => Code | undefined): Code | null => {
    const value = row.text(field)
    if (value === '') return null
    // "Lid worden (€ 5 per maand)": what stands between brackets is told besides.
    const bare = value.replace(/\s*\(.*?\)/g, '')
    const code = from(value) ?? from(bare)
    if (code === undefined || (from(value) === undefined && bare !== value)) keep(field, value)
    if (code === undefined && field === 'kind') remarks.push(reason('lookAt', { value }))
    return code ?? null
  }
  const roles = row.cells('role').flatMap(({ heading, text }) => {
    const own = saysYesOrNo(text) ? readRole(heading) : undefined
    if (own) return saysYes(text) ? own : []
    return text.split(/\s*[;,/&]\s*|\s+en\s+/).flatMap((word) => {
      // "contactpersoon (tijdelijk)": what stands between brackets is told besides.
      const bare = word.replace(/\s*\(.*?\)/g, '')
      const role = readRole(bare)
      if (word !== '' && (role === undefined || bare !== word)) noteLines.push(`${heading}: ${word}`.replace(/^: /, ''))
      return role ?? []
    })
  })
  return {
    kind: read('kind', readKind),
    roles: [...new Set(roles)],
    preferredContact: read('preferredContact', readPreferredContact),
  }
}

function phonesOf(phones: PhoneCells, first: boolean): Pick<Candidate, 'phone' | 'mobile'> {
  // One front door, one fixed telephone; a mobile belongs to one person.
  return first ? { phone: phones.fixed, mobile: phones.mobile } : { phone: phones.fixed, mobile: phones.partnerMobile }
}

// As much as the forms of the app take, so that whatever is taken in can be opened and saved there.
const longest: Readonly<Partial<Record<ImportField, number>>> = {
  name: 200,
  firstName: 80,
  called: 60,
  initials: 40,
  infix: 30,
  lastName: 120,
  partnerName: 200,
  partnerFirstName: 80,
  partnerInfix: 30,
  partnerLastName: 120,
  address: 200,
  street: 120,
  houseSuffix: 20,
  postcode: 12,
  city: 80,
  number: 40,
  neighbourhood: 200,
  languages: 200,
  emergencyContact: 200,
}
const longestNote = 4000

function tooLong(row: ListRow, noteLines: readonly string[]): Reason[] {
  const reasons: Reason[] = []
  for (const [field] of row.layout.places) {
    const limit = longest[field]
    const text = field === 'postcode' ? splitTown(row.text(field)).postcodeText : row.text(field)
    if (limit !== undefined && text.length > limit) reasons.push(reason('tooLong', { column: row.heading(field) }))
  }
  const noteLength = noteLines.reduce((sum, line) => sum + line.length + 1, 0)
  if (noteLength > longestNote)
    reasons.push(reason('tooLong', { column: row.heading('note') || row.heading('toNote') }))
  return reasons
}

const orNull = (text: string): string | null => (text === '' ? null : text)
