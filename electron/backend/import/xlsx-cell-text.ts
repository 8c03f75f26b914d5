// What a number in an .xlsx cell looked like to the person who typed it: a day, or digits.
import { attribute, scanXml } from './scan-xml.ts'

export interface CellFormat {
  readonly isDate: boolean
  /** "0000000000" shows leading zeros that the number itself has lost: how many digits in all, else 0. */
  readonly zeros: number
}

// Numbers Excel gives to its own date formats; it does not write these down in the file.
const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
])

/** The cell formats of styles.xml, by the index cells refer to. */
export function readFormats(content: Uint8Array): CellFormat[] {
  const codes = new Map<number, string>()
  const formats: CellFormat[] = []
  let inCellFormats = false
  scanXml(content, {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      else if (name === 'cellXfs') inCellFormats = true
      else if (name === 'xf' && inCellFormats)
        formats.push(formatOf(Number(attribute(attributes, 'numFmtId') ?? 0), codes))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
    text: () => undefined,
  })
  return formats
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): CellFormat {
  const code = codes.get(id)
  if (code === undefined) return { isDate: builtInDates.has(id), zeros: 0 }
  const bare = code
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/_./g, '')
  return { isDate: /[dmyhs]/i.test(bare.replace(/general/i, '')), zeros: /^0+$/.test(code) ? code.length : 0 }
}

const dayLength = 86_400_000
// Day 0 of the 1900 system from 1 March 1900 on; before that Excel counts a 29 February 1900 that never was.
const epoch1900 = Date.UTC(1899, 11, 30)
const epoch1904 = Date.UTC(1904, 0, 1)
const lastSerial = 2_958_465 // 31 December 9999

/** dd-mm-jjjj for an Excel date, HH:MM for a time of day; undefined when it is no date. */
export function dateText(value: string, from1904: boolean): string | undefined {
  const serial = Number(value)
  if (!Number.isFinite(serial) || serial < 0 || serial > lastSerial) return undefined
  const days = Math.floor(serial)
  if (days === 0 && !from1904) return serial === 0 ? undefined : timeText(serial)
  const shift = !from1904 && days < 60 ? 1 : 0
  const date = new Date((from1904 ? epoch1904 : epoch1900) + (days + shift) * dayLength)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(date.getUTCDate())}-${two(date.getUTCMonth() + 1)}-${String(date.getUTCFullYear()).padStart(4, '0')}`
}

function timeText(serial: number): string {
  const minutes = Math.round(serial * 24 * 60) % (24 * 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** All digits of a number: 6.12345678E8 is a telephone number, 10.199999999999999 was typed as 10,2. */
export function numberText(value: string, zeros: number): string {
  if (/^\d+$/.test(value)) return value.padStart(zeros, '0')
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  if (Number.isInteger(number) && Math.abs(number) < 1e21) return BigInt(number).toString().padStart(zeros, '0')
  return String(Number(number.toPrecision(15))).replace('.', ',')
}
