// What may stand in a file for the bank: plain Latin letters, digits and a few signs. The schema of such a file does not check this;
// banks do, and refuse the whole file.
import { plainLetters } from './person-name.ts'

const allowed = /^[A-Za-z0-9/\-?:().,'+ ]*$/
const notAllowed = /[^A-Za-z0-9/\-?:().,'+ ]/g

/** Signs that have a near one among those allowed. */
const nearSigns: Readonly<Record<string, string>> = {
  '&': '+',
  '@': '(at)',
  '€': 'EUR',
  _: '-',
  '–': '-',
  '—': '-',
  ';': ',',
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '"': "'",
  '“': "'",
  '”': "'",
  '„': "'",
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '\\': '/',
}

/** The longest id that fits: of a mandate, an item, a batch. */
const longestId = 35

/**
 * A name or text as the bank takes it: accents go, signs become near ones, everything else is left out.
 * '' when nothing is left, such as for a name in Arabic script.
 */
export function sepaText(text: string, longest: number): string {
  const letters = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\p{L}/gu, plainLetter)
  return [...letters]
    .map((sign) => nearSigns[sign] ?? (/\s/.test(sign) ? ' ' : sign))
    .join('')
    .replace(notAllowed, '')
    .replace(/\/{2,}/g, '/')
    .replace(/ {2,}/g, ' ')
    .replace(/^[ /]+/, '')
    .slice(0, longest)
    .replace(/[ /]+$/, '')
}

/** Whether a name can be written so that people and banks know it: at least one letter is left of it. */
export function fitsSepa(name: string): boolean {
  return /[A-Za-z]/.test(sepaText(name, 70))
}

/** Whether this can be the id of a mandate, an item or a batch as it stands. */
export function isSepaId(id: string): boolean {
  return (
    id !== '' &&
    id.length <= longestId &&
    allowed.test(id) &&
    !id.startsWith('/') &&
    !id.endsWith('/') &&
    !id.includes('//') &&
    id.trim() === id
  )
}

function plainLetter(letter: string): string {
  const small = letter.toLowerCase()
  const plain = plainLetters[small]
  if (plain === undefined) return letter
  return small === letter ? plain : plain.slice(0, 1).toUpperCase() + plain.slice(1)
}
