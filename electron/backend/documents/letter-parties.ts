// Whom a letter goes to, how it reaches each of them, and what it says to them.
import type { LetterWish, PaperRemark } from '../../../shared/contract/documents.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { joinNames } from '../../../shared/domain/joined-names.ts'
import { fieldsIn, fillFields, type LetterField } from '../../../shared/domain/letter-fields.ts'
import { type PaperLanguage, readPaperLanguage } from '../../../shared/domain/paper-language.ts'
import { fillWords } from '../export/export-words.ts'
import type { PaperPerson } from './paper-people.ts'
import { paperWords } from './paper-words.ts'

export interface Party {
  /** The id of its first person. */
  readonly key: string
  readonly people: readonly PaperPerson[]
  readonly names: string
  readonly way: 'mail' | 'paper' | 'none'
  readonly canMail: boolean
  readonly canPaper: boolean
}

/** Everybody apart, or those of one household together where their first one stands. */
export function partiesOf(people: readonly PaperPerson[], perHousehold: boolean): readonly (readonly PaperPerson[])[] {
  return perHousehold
    ? [...Map.groupBy(people, ({ householdId }) => householdId).values()]
    : people.map((person) => [person])
}

export const namesOf = (people: readonly PaperPerson[], language: PaperLanguage): string =>
  joinNames(people, paperWords(language).format.list)

/** @param noMail people who do not want association mail by e-mail */
export function divideWays(
  people: readonly PaperPerson[],
  wish: Pick<LetterWish, 'perHousehold' | 'way' | 'otherWay' | 'language'>,
  noMail: ReadonlySet<string> = new Set(),
): readonly Party[] {
  const other = new Set(wish.otherWay)
  return partiesOf(people, wish.perHousehold).flatMap((party) => {
    const [first] = party
    if (!first) return []
    const mail = mailOf(party, noMail)
    const canMail = mail !== null
    const canPaper = first.addressLines.length > 0
    // Somebody who would rather have a letter gets one, unless it is turned around by hand.
    const isMail =
      canMail && wish.way === 'mail' && !party.every(({ preferredContact }) => preferredContact === 'brief')
    const wanted = isMail !== other.has(first.id) ? 'mail' : 'paper'
    const possible = { mail: canMail, paper: canPaper, none: true }
    const way =
      ([wanted, wanted === 'mail' ? 'paper' : 'mail', 'none'] as const).find((each) => possible[each]) ?? 'none'
    return { key: first.id, people: party, names: namesOf(party, wish.language), way, canMail, canPaper }
  })
}

/** The address a party is mailed at: of a household, that of the first who has one and takes mail. */
export function mailOf(party: readonly PaperPerson[], noMail: ReadonlySet<string>): string | null {
  return party.find(({ id, email }) => email !== null && !noMail.has(id))?.email ?? null
}

export interface LetterSetting {
  readonly association: string
  readonly day: Day
  /** Name of the contact person by binnenbuurt. */
  readonly contactsOf: (groupId: string) => readonly string[]
}

export interface WrittenLetter {
  readonly language: PaperLanguage
  /** What its maker wrote may be in another language than the fixed words. */
  readonly textLanguage: PaperLanguage
  readonly dated: string
  readonly addressee: readonly string[]
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly regards: string
  readonly signature: readonly string[]
}

/** The text that a party gets: that in their own language where its maker wrote one. */
export function textFor(party: Party, wish: LetterWish): Pick<LetterWish, 'language' | 'subject' | 'text'> {
  const own = ownLanguageOf(party)
  const translated = wish.translations.find(({ language, text }) => language === own && text !== '')
  return translated ? { ...translated, subject: translated.subject || wish.subject } : wish
}

const ownLanguageOf = ({ people }: Party) => readPaperLanguage(people[0]?.languages ?? null)

/** The letter to one party: its fixed words in their own language where that is wished or where the text is. */
export function writeLetterTo(party: Party, wish: LetterWish, setting: LetterSetting): WrittenLetter {
  const { language: textLanguage, subject, text } = textFor(party, wish)
  const language = (wish.ownLanguage ? ownLanguageOf(party) : null) ?? textLanguage
  const { words, format } = paperWords(language)
  const values = fieldValues(party, setting, textLanguage)
  const given = format.list(party.people.map((person) => person.given || person.family))
  return {
    language,
    textLanguage,
    addressee: [party.names, ...(party.people[0]?.addressLines ?? [])],
    dated: format.day(setting.day),
    subject: fillFields(subject, values),
    greeting: fillWords(words.letter.greeting, { name: given }),
    paragraphs: fillFields(text, values)
      .split(/\n{2,}/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== ''),
    regards: words.letter.regards,
    signature: linesOf(wish.signature),
  }
}

/** How many parties have nothing to put in a field that the letter uses. */
export function emptyFields(
  parties: readonly Party[],
  wish: LetterWish,
  setting: LetterSetting,
): readonly PaperRemark[] {
  const counts = new Map<LetterField, number>()
  for (const party of parties) {
    const { language, subject, text } = textFor(party, wish)
    const values = fieldValues(party, setting, language)
    for (const field of fieldsIn(`${subject}\n${text}`))
      if (values[field] === '') counts.set(field, (counts.get(field) ?? 0) + 1)
  }
  return [...counts].map(([field, count]) => ({ kind: 'emptyField' as const, count, field }))
}

function fieldValues(party: Party, setting: LetterSetting, language: PaperLanguage): Record<LetterField, string> {
  const { list, day } = paperWords(language).format
  const [first] = party.people
  const [group] = first?.groups ?? []
  return {
    voornaam: list(party.people.map(({ given, family }) => given || family)),
    naam: party.names,
    achternaam: list([...new Set(party.people.map(({ family }) => family).filter((name) => name !== ''))]),
    adres: first?.street ?? '',
    postcode: first?.postcode ?? '',
    plaats: first?.city ?? '',
    binnenbuurt: group?.name ?? '',
    contactpersoon: group ? list(setting.contactsOf(group.id)) : '',
    vereniging: setting.association,
    datum: day(setting.day),
  }
}

/** The same letter as the text of an e-mail. */
export function mailText({ greeting, paragraphs, regards, signature }: WrittenLetter): string {
  return [greeting, ...paragraphs, [regards, ...signature].join('\n')].join('\n\n')
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
