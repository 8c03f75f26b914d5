// Which reader fits a file: by its content, because names lie (many ".xls" are web pages or CSV).
import { RuleBroken } from '../rule-broken.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import type { ReadSheet } from './sheet.ts'

/** Reads a received file. Throws RuleBroken with a code that says what is wrong and, where it can, on which line. */
export function readFile(bytes: Uint8Array, wantedSheet?: number): ReadSheet {
  const read = readByKind(bytes, wantedSheet)
  if (read.lines.length === 0 && read.sheets.length < 2) throw new RuleBroken('importNoRows')
  return read
}

function readByKind(bytes: Uint8Array, wantedSheet?: number): ReadSheet {
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(bytes, wantedSheet)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // The old Office container holds either an .xls file or an .xlsx behind a password.
    throw new RuleBroken(includesWide(bytes, 'EncryptedPackage') ? 'importProtected' : 'importOldExcel')
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new RuleBroken('importNotAList')
  return { sheets: [''], sheet: 0, lines: readCsv(bytes) }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}

function includesWide(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, 'utf16le'))
}
