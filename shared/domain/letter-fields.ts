// The fields of a letter that goes to many: {voornaam} becomes the name of who reads it.

export const letterFields = [
  'voornaam',
  'naam',
  'achternaam',
  'adres',
  'postcode',
  'plaats',
  'binnenbuurt',
  'contactpersoon',
  'vereniging',
  'datum',
] as const
export type LetterField = (typeof letterFields)[number]

/** How whoever writes in English calls them; both are understood, whichever language the book is kept in. */
const englishNames: Readonly<Record<LetterField, string>> = {
  voornaam: 'first name',
  naam: 'name',
  achternaam: 'last name',
  adres: 'address',
  postcode: 'postcode',
  plaats: 'city',
  binnenbuurt: 'neighbourhood',
  contactpersoon: 'contact person',
  vereniging: 'association',
  datum: 'date',
}

/** A field as it is typed: {voornaam}, and in English {first name}. */
export const fieldAsTyped = (name: LetterField, language: string): string =>
  `{${language === 'en' ? englishNames[name] : name}}`

const field = /\{([\p{L}\d _-]{1,40})\}/gu

/** Fields of a text that do not exist, each once, as written. */
export function unknownFields(text: string): string[] {
  const names = [...text.matchAll(field)].flatMap(([, name]) => (name === undefined || readField(name) ? [] : [name]))
  return [...new Set(names)]
}

/** The fields that stand in a text. */
export function fieldsIn(text: string): ReadonlySet<LetterField> {
  return new Set([...text.matchAll(field)].flatMap(([, name]) => readField(name ?? '') ?? []))
}

/** What is no field stays as it stands. */
export function fillFields(text: string, values: Readonly<Record<LetterField, string>>): string {
  return text.replace(field, (whole, name: string) => {
    const known = readField(name)
    return known ? values[known] : whole
  })
}

function readField(name: string): LetterField | undefined {
  const plain = name.trim().toLowerCase()
  return letterFields.find((known) => known === plain || englishNames[known] === plain)
}
