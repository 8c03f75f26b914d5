// Which row holds the headings and what each column holds: by heading first, by content where a heading says nothing.

import { readPostcode } from '../../../shared/domain/address.ts'
import { type ImportField, nameFields, repeatableFields } from '../../../shared/domain/import-field.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import { readKind, tidyCell } from './cell-values.ts'
import type { SheetLine } from './sheet.ts'

// "|" joins words of one heading. Longer ones are tried first, so "partner voornaam" is not a first name.
const headingWords: Readonly<Partial<Record<ImportField, string>>> = {
  name: 'naam namen volledige|naam naam|lid naam|leden naam|bewoner bewoner bewoners lid leden deelnemer name full|name naam|en|voornaam voor|en|achternaam naam|bewoners persoon',
  firstName: 'voornaam voornamen vnaam voorn first|name given|name firstname',
  called: 'roepnaam roepnamen roepn known|as called|name',
  initials: 'voorletters voorletter vl initialen initials',
  infix: 'tussenvoegsel tussenvoegsels tussenv tv voorvoegsel voorvoegsels infix prefix',
  lastName: 'achternaam anaam achtern familienaam geslachtsnaam last|name surname family|name lastname',
  partnerName: 'partner naam|partner partner|naam partnernaam echtgenoot echtgenote name|partner partner|s|name',
  partnerFirstName:
    'voornaam|partner partner|voornaam roepnaam|partner partner|roepnaam first|name|partner partner|first|name',
  partnerInfix: 'tussenvoegsel|partner partner|tussenvoegsel',
  partnerLastName: 'achternaam|partner partner|achternaam last|name|partner partner|last|name',
  address:
    'adres adresgegevens woonadres adres|en|huisnummer straat|en|huisnummer straat|huisnummer straat|nr straat|en|nr straat|nummer straat|en|nummer address',
  street: 'straat straatnaam street street|name',
  houseNumber: 'huisnummer huisnr hnr nummer|huis house|number huis|nr',
  houseSuffix:
    'toevoeging huisnummertoevoeging toev huisnummer|toevoeging hnr|toevoeging huisletter toevoegsel suffix addition',
  postcode:
    'postcode pc postkode postcode|plaats postcode|en|plaats postcode|woonplaats postcode|en|woonplaats pc|plaats pc|en|plaats pc|woonplaats postal|code zip zip|code',
  city: 'plaats woonplaats stad city town place',
  phone:
    'telefoon telefoonnummer telefoonnr tel telnr tel|nr tel|nummer vaste|telefoon vast|nummer telefoon|vast telefoon|thuis tel|vast tel|thuis vast|telefoonnummer telefoon|1 telefoon|2 phone phone|number telephone landline',
  mobile:
    'mobiel mobiele|telefoon mobiel|nummer mobiele|nummer mobielnummer gsm 06 06|nummer 06|nr nr|06 nummer|06 tel|mobiel telefoon|mobiel mobiel|tel mob mobile mobile|phone cell',
  email:
    'email e|mail mail emailadres e|mailadres e|mail|adres email|adres mailadres mail|adres email|address e|mail|address',
  partnerPhone: 'telefoon|partner mobiel|partner partner|telefoon partner|mobiel tel|partner 06|partner phone|partner',
  partnerEmail: 'email|partner e|mail|partner partner|email partner|e|mail mail|partner',
  birth:
    'geboortejaar geboortedatum gebjaar gebdatum geb geb|jaar geb|datum geboren geboren|op birth|year year|of|birth date|of|birth birthday|year dob verjaardag',
  partnerBirth: 'geboortejaar|partner geboortedatum|partner partner|geboortejaar partner|geboortedatum',
  since:
    'lid|sinds lid|vanaf lidsinds ingangsdatum inschrijfdatum datum|lid lid|per datum|aanmelding aanmelddatum ingeschreven sinds begindatum startdatum datum|ingang member|since joined start|date since',
  until:
    'lid|tot einddatum uitgeschreven uitschrijfdatum opgezegd|per opgezegd|op datum|opzegging lid|tot|en|met left member|until end|date',
  number: 'lidnummer lidnr lid|nr lid|nummer ledennummer nr|lid member|number membership|number',
  kind: 'soort soort|lid lidsoort lidmaatschap soort|lidmaatschap status type lid|of|belangstellende membership membership|kind kind lid|ja|nee',
  neighbourhood:
    'binnenbuurt binnenbuurtje bb groep buurt buurtje buurtgroep naam|binnenbuurt neighbourhood neighborhood group kring buurtkring',
  role: 'functie rol taak role position function',
  preferredContact:
    'voorkeur voorkeur|contact contactvoorkeur contact|voorkeur bereikbaar|via contact|via preferred|contact contact|preference reach|by',
  languages: 'taal talen spreekt language languages',
  emergencyContact:
    'noodcontact contact|bij|nood contactpersoon|bij|nood noodnummer ice in|geval|van|nood emergency emergency|contact waarschuwen|bij|nood',
  note: 'opmerking opmerkingen opm notitie notities bijzonderheden toelichting memo note notes remark remarks comments',
}

const fieldByHeading: ReadonlyMap<string, ImportField> = new Map(
  (Object.entries(headingWords) as [ImportField, string][]).flatMap(([field, words]) =>
    words.split(' ').map((word) => [word.replaceAll('|', ' '), field] as const),
  ),
)

/** The field a heading names; undefined when it is not one we know. */
function fieldOfHeading(heading: string): ImportField | undefined {
  const words = foldText(heading.replace(/\(.*?\)/g, ' '))
  const known =
    fieldByHeading.get(words) ?? fieldByHeading.get(words.replace(/^(uw|je|de|het) | (dd mm jjjj|jjjj)$/g, ''))
  return known ?? (isWholeName(heading) ? 'name' : fieldOfShortened(heading))
}

// Words with no field of their own: "Gesl." is not a surname, nor "Cont." how somebody is best reached.
const otherWords = ['geslacht', 'contributie', 'contactpersoon', 'particulier']

/** "Voorv.", "Geb.dat.": the field when the words it can be short for are all of that one. */
function fieldOfShortened(heading: string): ImportField | undefined {
  const parts = heading.includes('.') ? foldText(heading).split(' ') : []
  if ((parts[0]?.length ?? 0) < 3 || !parts.every((part) => /^\p{L}+$/u.test(part))) return undefined
  const whole = new RegExp(`^${parts.map((part) => `${part}\\p{L}*`).join('')}$`, 'u')
  const fields = [...fieldByHeading, ...otherWords.map((word) => [word, undefined] as const)]
    .filter(([word]) => whole.test(word))
    .map(([, field]) => field)
  return fields.every((field) => field === fields[0]) ? fields[0] : undefined
}

// Words inside a heading that tell what it is of, when the whole heading is not one we know: "Tel.nr. (overdag)".
const telling: readonly (readonly [RegExp, ImportField, (value: string) => boolean])[] = [
  [/mail/, 'email', isEmail],
  [/^06|^mob|^gsm/, 'mobile', isPhone],
  [/^tel|^mob|^06/, 'phone', isPhone],
  [/^postc|^pc$/, 'postcode', (value) => readPostcode(value) !== null],
  [/adres|straat/, 'address', isStreetAndNumber],
  [/^binnenb|buurt/, 'neighbourhood', (value) => /\p{L}/u.test(value) && value.length < 60],
]
// Whose number that is: not of the person of the row, or not theirs to reach them by.
const ofSomebodyElse =
  /partner|nood|contact|kind|zoon|dochter|buur(man|vrouw|en)|mantel|huisarts|bewindvoerder|oud|vorig|bank|factu|incasso|zorg/

/** What a heading hints at and the cells below bear out. */
function fieldHinted(heading: string, share: (fits: (value: string) => boolean) => number): ImportField[] {
  const folded = foldText(heading)
  if (ofSomebodyElse.test(folded)) return []
  const words = folded.split(' ')
  return telling.flatMap(([word, field, fits]) =>
    words.some((one) => word.test(one)) && share(fits) > 0.6 ? [field] : [],
  )
}

/** "Achternaam / voorletters", "Naam + tussenvoegsel": parts of one name in one cell. */
function isWholeName(heading: string): boolean {
  const parts = heading.split(/[/,+&]|\ben\b/).map((part) => fieldByHeading.get(foldText(part)))
  return parts.length > 1 && parts.every((field) => field !== undefined && nameFields.includes(field))
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
    if (field === 'houseNumber' && !fields.includes('street') && !fields.includes('address')) fields[index] = undefined
    if (field === 'name' && share((value) => readKind(value) !== undefined) > 0.7) fields[index] = 'kind'
    // Counting the rows says nothing about anybody; as a member's number it would be wrong in the next list.
    if (field === 'number' && isCounter(headings[index] ?? '') && isCounting(values)) fields[index] = 'skip'
    if (field === 'partnerName' && !share((value) => /\p{L}{2}/u.test(value))) fields[index] = undefined
    if (field !== undefined) continue
    const heading = (headings[index] ?? '').trim()
    const guesses = heading === '' ? guessByContent(share) : fieldHinted(heading, share)
    fields[index] = guesses.find((guess) => repeatableFields.includes(guess) || !fields.includes(guess))
  }
}

function isCounting(values: readonly string[]): boolean {
  return values.every((value, at) => Number(value) === Number(values[0]) + at)
}

function guessByContent(share: (fits: (value: string) => boolean) => number): ImportField[] {
  const fitting: readonly (readonly [ImportField, (value: string) => boolean])[] = [
    ['email', isEmail],
    ['postcode', (value) => readPostcode(value) !== null],
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
