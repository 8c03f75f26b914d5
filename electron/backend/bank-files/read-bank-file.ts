// Which reader fits a bank file: by its content, because names lie and every bank has its own.
import { textIn } from '../import/decode-text.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { BankFile } from './bank-file.ts'
import { readBankCsv } from './read-bank-csv.ts'
import { readCamt } from './read-camt.ts'
import { isMt940, readMt940 } from './read-mt940.ts'
import { readZipped } from './read-zipped.ts'

/** Reads a bank file whole, or throws RuleBroken with a code that says what is wrong and, where it can, on which line. */
export function readBankFile(bytes: Uint8Array): BankFile {
  // Excel's files are zips too.
  return isZip(bytes) && !isOffice(bytes) ? readZipped(bytes, readOne) : readOne(bytes)
}

function readOne(bytes: Uint8Array): BankFile {
  refuseOtherKinds(bytes)
  if (isXml(bytes)) return readCamt(bytes)
  const decoded = textIn(bytes)
  if (!decoded) throw new RuleBroken('bankFileUnknown')
  const { text, encoding } = decoded
  if (isMt940(text)) return readMt940(text, encoding)
  const read = readBankCsv(text, encoding)
  if (!read) throw new RuleBroken('bankFileUnknown')
  return read
}

function refuseOtherKinds(bytes: Uint8Array): void {
  if (isZip(bytes) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new RuleBroken('bankFileExcel')
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new RuleBroken('bankFilePdf')
}

const isZip = (bytes: Uint8Array) => startsWith(bytes, [0x50, 0x4b])

/** Of Excel, or of LibreOffice. */
function isOffice(bytes: Uint8Array): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return content.includes('[Content_Types].xml') || content.includes('application/vnd.oasis.opendocument')
}

/** Whether the first sign of the text is a `<`, whatever the encoding. */
function isXml(bytes: Uint8Array): boolean {
  const insignificant = new Set([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x00, 0x20, 0x09, 0x0a, 0x0d])
  const first = bytes.find((byte) => !insignificant.has(byte))
  return first === 0x3c
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte)
}
