// Whom a letter goes to, how it reaches each of them, and what it says to them.
import type { LetterWish, PaperRemark } from '../../../shared/contract/documents.ts'
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
  /** As it stands on the letter. */
  readonly day: string
  /** Name of the contact person by binnenbuurt. */
  readonly contactOf: (groupId: string) => string
}

export interface WrittenLetter {
  readonly language: PaperLanguage
  readonly addressee: readonly string[]
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly regards: string
  readonly signature: readonly string[]
}

/** The letter to one party: its few fixed words in their own language where that is wished, the rest as it was written. */
export function writeLetterTo(party: Party, wish: LetterWish, setting: LetterSetting): WrittenLetter {
  const own = wish.ownLanguage ? readPaperLanguage(party.people[0]?.languages ?? null) : null
  const language = own ?? wish.language
  const { words, format } = paperWords(language)
  const values = fieldValues(party, setting, wish.language)
  const given = format.list(party.people.map((person) => person.given || person.family))
  return {
    language,
    addressee: [party.names, ...(party.people[0]?.addressLines ?? [])],
    subject: fillFields(wish.subject, values),
    greeting: fillWords(words.letter.greeting, { name: given }),
    paragraphs: fillFields(wish.text, values)
      .split(/\n{2,}/)
      .map((text) => text.trim())
      .filter((text) => text !== ''),
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
  const used = fieldsIn(`${wish.subject}\n${wish.text}`)
  const values = parties.map((party) => fieldValues(party, setting, wish.language))
  return [...used].flatMap((field) => {
    const count = values.filter((of) => of[field] === '').length
    return count === 0 ? [] : [{ kind: 'emptyField' as const, count, field }]
  })
}

function fieldValues(party: Party, setting: LetterSetting, language: PaperLanguage): Record<LetterField, string> {
  const { list } = paperWords(language).format
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
    contactpersoon: group ? setting.contactOf(group.id) : '',
    vereniging: setting.association,
    datum: setting.day,
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
