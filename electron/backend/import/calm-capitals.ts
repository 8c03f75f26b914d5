// Old programs keep lists in capitals only. On a label, in a letter and in the list on the screen nobody should be shouted at.
import type { PersonName } from '../../../shared/domain/person-name.ts'
import { isInfixWord } from '../../../shared/domain/person-name.ts'
import type { Candidate } from './candidate.ts'

const nameParts = ['firstName', 'lastName', 'called'] as const satisfies readonly (keyof PersonName)[]
const addressParts = ['street', 'city'] as const satisfies readonly (keyof Candidate['address'])[]

/** From so many on it is the list that shouts, and not somebody who typed one row. */
const fewest = 3
const share = 0.8

/** The same people, with capitals only where names have them, in those parts that the list has in capitals throughout. */
export function calmCapitals(candidates: readonly Candidate[]): Candidate[] {
  const names = nameParts.filter((part) => shouts(candidates.map(({ name }) => name[part])))
  const places = addressParts.filter((part) => shouts(candidates.map(({ address }) => address[part])))
  if (names.length + places.length === 0) return [...candidates]
  return candidates.map((candidate) => {
    const name = { ...candidate.name }
    for (const part of names) name[part] = calm(name[part], false)
    // Too short to tell anything by itself.
    if (names.includes('lastName')) name.infix = name.infix.toLowerCase()
    const address = { ...candidate.address }
    for (const part of places) address[part] = calm(address[part], true)
    return { ...candidate, name, address }
  })
}

function shouts(texts: readonly string[]): boolean {
  const words = texts.filter((text) => /\p{L}{3}/u.test(text))
  const loud = words.filter((text) => text === text.toUpperCase()).length
  return loud >= fewest && loud / words.length >= share
}

/** @param isPlace keeps the small words of "Laan van Meerdervoort" and "Bergen op Zoom" small */
function calm(text: string, isPlace: boolean): string {
  if (!/\p{L}{3}/u.test(text) || text !== text.toUpperCase()) return text
  return text
    .toLowerCase()
    .split(' ')
    .map((word, at) => (isPlace && at > 0 && isInfixWord(word) ? word : withCapitals(word)))
    .join(' ')
}

/** "o'neill", "anne-marie", "'s-gravenhage", "ijssel". */
function withCapitals(word: string): string {
  return word
    .replace(/(?<![\p{L}\p{N}'’])\p{L}|(?<=(?<!\p{L})[od]['’])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/(?<!\p{L})Ij(?=\p{L})/gu, 'IJ')
}
