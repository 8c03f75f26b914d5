// Dutch addresses: in one cell ("Kastanjehof 12-2hg, 1234 AB Delft") or in several.

export interface Address {
  readonly street: string
  /** Null for a houseboat or farm that has only a name. */
  readonly houseNumber: number | null
  /** "A", "II", "2hg", "bis"; '' when there is none. */
  readonly houseSuffix: string
  /** "1234 AB", or as written when it is not Dutch; '' when unknown. */
  readonly postcode: string
  readonly city: string
}

export const emptyAddress: Address = { street: '', houseNumber: null, houseSuffix: '', postcode: '', city: '' }

/** "Kastanjehof 12-2hg", "1e Jan Steenstraat 14 II", "Lijsterpad 3A". */
export function formatStreet(address: Pick<Address, 'street' | 'houseNumber' | 'houseSuffix'>): string {
  if (address.houseNumber === null) return [address.street, address.houseSuffix].filter((part) => part !== '').join(' ')
  return `${address.street} ${address.houseNumber}${joinSuffix(address.houseSuffix)}`.trim()
}

/** "Kastanjehof 12, 1234 AB Delft": on one line, empty parts left out. */
export function formatAddress(address: Address): string {
  const place = [address.postcode, address.city].filter((part) => part !== '').join(' ')
  return [formatStreet(address), place].filter((part) => part !== '').join(', ')
}

/** As on an envelope: street, then postcode and town; empty lines left out. */
export function envelopeLines(address: Address): string[] {
  const place = [address.postcode, address.city].filter((part) => part !== '').join('  ')
  return [formatStreet(address), place].filter((line) => line !== '')
}

/** Reads an address out of one cell. What is no house number or postcode stays in the street: nothing is dropped. */
export function readAddress(text: string): Address {
  const tidy = tidyLine(text)
  const { before, postcode, after } = cutPostcode(tidy)
  const { streetText, city } = cutCity(before, after)
  return { ...readStreet(streetText), postcode, city }
}

/** Reads "Kastanjehof 12-2hg" into street, number and suffix. */
export function readStreet(text: string): Pick<Address, 'street' | 'houseNumber' | 'houseSuffix'> {
  const words = tidyLine(text)
    .replace(/\s*,\s*/g, ' ')
    .split(' ')
    .filter((word) => word !== '')
  const at = numberAt(words)
  if (at < 0) return readNumberGluedOrFirst(words)
  const [, digits = '', glued = ''] = /^(\d{1,5})(.*)$/.exec(words[at] ?? '') ?? []
  return {
    street: words.slice(0, at).join(' '),
    houseNumber: Number(digits),
    houseSuffix: cleanSuffix([glued, ...words.slice(at + 1)].join(' ')),
  }
}

/** Reads a cell with only a house number: "12", "12-2hg", "12 A". Null when it does not begin with a number. */
export function readHouseNumber(text: string): Pick<Address, 'houseNumber' | 'houseSuffix'> | null {
  const [, digits, rest = ''] = /^\s*(?:nr\.?\s*)?(\d{1,5})(?:[.,]0+)?(?!\d)(.*)$/i.exec(tidyLine(text)) ?? []
  if (digits === undefined) return null
  return { houseNumber: Number(digits), houseSuffix: cleanSuffix(rest) }
}

/** "1234ab" becomes "1234 AB", and so does "123 4 a b"; null when it is not a Dutch postcode. */
export function readPostcode(text: string): string | null {
  const [, digits, letters] = /^([1-9]\d{3})([a-z]{2})$/i.exec(text.replace(/[\s.-]/g, '')) ?? []
  if (digits === undefined || letters === undefined) return null
  const upper = letters.toUpperCase()
  // SA, SD and SS are never given out.
  return ['SA', 'SD', 'SS'].includes(upper) ? null : `${digits} ${upper}`
}

/** One key per front door, whatever the spelling: to find people who live together. '' when there is no street. */
export function makeAddressKey(address: Address): string {
  if (address.street === '') return ''
  const fold = (value: string) =>
    value
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
  const street = fold(address.street.replace(/str\.?$/i, 'straat'))
  return `${street}|${address.houseNumber ?? ''}|${floorOf(fold(address.houseSuffix))}`
}

const romanFloors = ['', 'i', 'ii', 'iii', 'iv', 'v']

/** One floor has many spellings: "III", "3", "3hg", "3-hoog". */
function floorOf(suffix: string): string {
  const roman = romanFloors.indexOf(suffix)
  return roman > 0 ? String(roman) : suffix.replace(/^(\d{1,2})(?:e|de)?(?:hg|hoog|etage|verdieping|verd)?$/, '$1')
}

function tidyLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\r\n]+/g, ', ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/\s+,/g, ',')
    .replace(/^[\s,;]+|[\s,;]+$/g, '')
}

function cutPostcode(text: string): { before: string; postcode: string; after: string } {
  // The last fit counts: a street may hold four digits and two letters as well.
  for (const fit of [...text.matchAll(/(?<![\p{L}\p{N}'-])([1-9]\d{3}) ?([A-Za-z]{2})(?![\p{L}\p{N}])/gu)].reverse()) {
    const postcode = readPostcode(fit[0])
    if (postcode === null) continue
    const spaced = /\d [a-z]/i.test(fit[0]) && fit[0] !== fit[0].toUpperCase()
    const before = text.slice(0, fit.index).replace(/[\s,]+$/, '')
    const after = text.slice(fit.index + fit[0].length).replace(/^[\s,]+/, '')
    // "Plein 1813 nr 5": two small letters after a space, with a number still to come, are words of the street.
    if (spaced && /^\d/.test(after)) continue
    return { before, postcode, after }
  }
  return { before: text, postcode: '', after: '' }
}

function cutCity(before: string, after: string): { streetText: string; city: string } {
  if (before === '' && after !== '') {
    // Postcode first: "1234 AB Delft, Markt 3".
    const comma = after.indexOf(',')
    if (comma < 0) return /\d/.test(after) ? { streetText: after, city: '' } : { streetText: '', city: after }
    return { city: after.slice(0, comma).trim(), streetText: after.slice(comma + 1).trim() }
  }
  if (after !== '') return { streetText: before, city: after }
  const comma = before.lastIndexOf(',')
  const last = before.slice(comma + 1).trim()
  if (comma > 0 && last !== '' && !/\d/.test(last) && !isSuffixWord(last)) {
    return { streetText: before.slice(0, comma), city: last }
  }
  return { streetText: before, city: '' }
}

/** Index of the word that holds the house number: everything behind it must look like a suffix. */
function numberAt(words: readonly string[]): number {
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (!/^\d{1,5}([-/]?[\p{L}\d][\p{L}\d/.-]*)?$/u.test(word)) continue
    const rest = words.slice(at + 1)
    if (/^\d+(e|de|ste)$/i.test(word) && rest.length > 0) continue
    if (!rest.every(isSuffixWord)) continue
    // "Plein 1813 5", "Laan 1940-1945 12": a year belongs to the street when another number follows.
    if (/^(1[5-9]\d\d|20\d\d)(-\d{4})?$/.test(word) && /^\d/.test(rest[0] ?? '')) continue
    return at
  }
  return -1
}

function readNumberGluedOrFirst(words: readonly string[]): Pick<Address, 'street' | 'houseNumber' | 'houseSuffix'> {
  const whole = words.join(' ')
  const [, street, digits, suffix = ''] = /^(.*\p{L}{2})(\d{1,5})([-/ ]?[\p{L}\d-]{0,6})$/u.exec(whole) ?? []
  if (street !== undefined && digits !== undefined) {
    return { street, houseNumber: Number(digits), houseSuffix: cleanSuffix(suffix) }
  }
  const first = words[0] ?? ''
  if (/^\d{1,5}$/.test(first) && words.length > 1) {
    return { street: words.slice(1).join(' '), houseNumber: Number(first), houseSuffix: '' }
  }
  return { street: whole, houseNumber: null, houseSuffix: '' }
}

const suffixWords = new Set(
  'huis hoog etage verdieping boven beneden achter voor links rechts rood zwart wit bis hs hg bg bv kmr kamer app appartement unit'.split(
    ' ',
  ),
)

function isSuffixWord(word: string): boolean {
  const plain = word.toLowerCase().replace(/\.$/, '')
  return (
    /^[-/]?(\d{1,4}-?(e|de|hg|hoog)?|\p{L}|[ivx]{1,5}|\p{L}\d{1,3}|\d{1,3}\p{L})$/u.test(plain) ||
    suffixWords.has(plain) ||
    plain === '-'
  )
}

function cleanSuffix(text: string): string {
  return text
    .trim()
    .replace(/^[-/\s.]+|[-/\s]+$/g, '')
    .replace(/\s+/g, ' ')
}

function joinSuffix(suffix: string): string {
  if (suffix === '') return ''
  if (/^\d/.test(suffix)) return `-${suffix}`
  // The first floor beside "12 II" and "12 III": against the number it would read as 121.
  if (/^i$/i.test(suffix)) return ' I'
  return /^[\p{L}]$/u.test(suffix) ? suffix.toUpperCase() : ` ${suffix}`
}
