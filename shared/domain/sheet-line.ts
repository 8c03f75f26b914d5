// The line on the recovery sheet [herstelblad]: an age identity, AGE-SECRET-KEY-1 and 58 signs, which any age program takes as it is.
// For typing it is cut into twelve numbered groups, each with a check sign of its own, so that a wrong group is told at once.

const prefix = 'AGE-SECRET-KEY-1'
/** The 32 signs of Bech32; there is no B, I, O or 1 among them. */
const signs = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'
const lineLength = 58
const nameCodes = [...prefix.slice(0, -1).toLowerCase()].map((letter) => letter.charCodeAt(0))
/** What goes before the signs when the checksum is reckoned. */
const nameValues = [...nameCodes.map((code) => code >> 5), 0, ...nameCodes.map((code) => code & 31)]
const groupLength = 5

export const sheetGroupCount = Math.ceil(lineLength / groupLength)

/** With the check sign: six, and four in the last group. */
export function sheetGroupLength(group: number): number {
  return Math.min(groupLength, lineLength - group * groupLength) + 1
}

/** What is typed, as it would stand on the sheet: capitals, without spaces, and signs that look alike taken for the one that exists. */
export function plainSheetText(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s.–-]/g, '')
    .replace(/O/g, '0')
    .replace(/[I1]/g, 'L')
    .replace(/B/g, '8')
}

/** The groups of a whole line. Throws when it is not one. */
export function groupsOfSheetLine(line: string): string[] {
  if (!isSheetLine(line)) throw new Error('not the line of a recovery sheet')
  const body = line.slice(prefix.length)
  return Array.from({ length: sheetGroupCount }, (_, group) => {
    const part = body.slice(group * groupLength, (group + 1) * groupLength)
    return part + checkSign(part, group)
  })
}

export type TypedGroup = 'empty' | 'short' | 'long' | 'wrong' | 'right'

/** How far a group has come; `wrong` when all its signs are there and the check sign does not fit them in this place. */
export function checkSheetGroup(typed: string, group: number): TypedGroup {
  const text = plainSheetText(typed)
  const length = sheetGroupLength(group)
  if (text === '') return 'empty'
  if (text.length < length) return 'short'
  if (text.length > length) return 'long'
  if ([...text].some((sign) => !signs.includes(sign))) return 'wrong'
  return text.at(-1) === checkSign(text.slice(0, -1), group) ? 'right' : 'wrong'
}

/**
 * Whatever was typed or pasted as one text, cut into groups: the bare line, the line as it is printed in groups, or a part of it.
 * The groups come back as they would stand on the sheet; what is beyond the last stays in the last.
 */
export function splitSheetText(typed: string): string[] {
  const text = plainSheetText(typed)
  const bare = text.startsWith(plainSheetText(prefix)) ? `${prefix}${text.slice(plainSheetText(prefix).length)}` : ''
  if (isSheetLine(bare)) return groupsOfSheetLine(bare)
  const groups: string[] = []
  let from = 0
  for (let group = 0; group < sheetGroupCount && from < text.length; group += 1) {
    const to = group === sheetGroupCount - 1 ? text.length : from + sheetGroupLength(group)
    groups.push(text.slice(from, to))
    from = to
  }
  return groups
}

/** The line that twelve right groups make; undefined when one is wrong or they do not belong together. */
export function sheetLineOfGroups(groups: readonly string[]): string | undefined {
  if (groups.length !== sheetGroupCount) return undefined
  if (groups.some((group, index) => checkSheetGroup(group, index) !== 'right')) return undefined
  const line = prefix + groups.map((group) => plainSheetText(group).slice(0, -1)).join('')
  return isSheetLine(line) ? line : undefined
}

/** Whether the line is whole, by its own (Bech32) checksum. */
export function isSheetLine(line: string): boolean {
  if (!line.startsWith(prefix) || line.length !== prefix.length + lineLength) return false
  const values = [...line.slice(prefix.length)].map((sign) => signs.indexOf(sign))
  if (values.includes(-1)) return false
  return remainder([...nameValues, ...values]) === 1
}

/** The line of an identity with these 32 secret bytes. */
export function lineOfSecret(secret: Uint8Array): string {
  const values: number[] = []
  let bits = 0
  let held = 0
  for (const byte of secret) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) values.push((held >>> (bits - 5)) & 31)
  }
  if (bits > 0) values.push((held << (5 - bits)) & 31)
  const checked = remainder([...nameValues, ...values, 0, 0, 0, 0, 0, 0]) ^ 1
  const check = [25, 20, 15, 10, 5, 0].map((shift) => (checked >>> shift) & 31)
  return prefix + [...values, ...check].map((value) => signs[value]).join('')
}

/** Bech32 (BIP 173): the remainder of the signs, taken as a polynomial, by the generator of the code. */
function remainder(values: readonly number[]): number {
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
  let state = 1
  for (const value of values) {
    const top = state >>> 25
    state = ((state & 0x1ffffff) << 5) ^ value
    for (const [bit, term] of generator.entries()) if ((top >>> bit) & 1) state ^= term
  }
  return state
}

/**
 * A sum over the field of 32 elements in which each place weighs differently, and the number of the group counts too: one wrong sign,
 * two that changed places and a group in the wrong place are always seen; anything else in 31 of 32 cases, and then by the whole line.
 */
function checkSign(part: string, group: number): string {
  let sum = group + 1
  let weight = 1
  for (const sign of part) {
    weight = double(weight)
    sum ^= multiply(signs.indexOf(sign), weight)
  }
  return signs[sum] ?? ''
}

const double = (value: number) => (value & 16 ? (value << 1) ^ 0b100101 : value << 1)

function multiply(one: number, other: number): number {
  let product = 0
  for (let bit = 0, shifted = one; bit < 5; bit += 1, shifted = double(shifted))
    if ((other >> bit) & 1) product ^= shifted
  return product
}
