// What a bank file that was read must not be: half of itself, or called balanced when it is not. It counts on its own what the
// reader should have found, with other means than the reader's.
import { XMLValidator } from 'fast-xml-parser'
import Papa from 'papaparse'
import type { BankFile } from '../../../electron/backend/bank-files/bank-file.ts'
import type { BankFormat } from './corpus.ts'

/** Fewer or more entries than the file has. */
export function isPartial(format: BankFormat, bytes: Uint8Array, file: BankFile): boolean {
  const entries = file.statements.reduce((sum, statement) => sum + statement.entries.length, 0)
  const text = new TextDecoder(file.encoding).decode(bytes)
  return entries !== countEntries(format, text, file)
}

/** A statement that is called balanced and is not. */
export function isUnmarked(file: BankFile): boolean {
  return file.statements.some(({ openCents, closeCents, entries, balanced }) => {
    if (openCents === null || closeCents === null) return balanced === true
    const sum = entries.reduce((total, { cents }) => total + BigInt(cents), BigInt(openCents))
    return balanced !== false && balanced !== null && sum !== BigInt(closeCents)
  })
}

function countEntries(format: BankFormat, text: string, file: BankFile): number {
  if (format === 'camt') {
    // Not well-formed: nobody can say what it holds.
    if (XMLValidator.validate(text) !== true) return -1
    const plain = text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, '')
    const leftOut = file.warnings.reduce(
      (sum, { code, details }) => sum + (code === 'pendingLeftOut' ? Number(details.count) : 0),
      0,
    )
    return (plain.match(/<Ntry[\s>]/g)?.length ?? 0) - leftOut
  }
  if (format === 'mt940') return text.match(/^:61:/gm)?.length ?? 0
  const headings = headingsIn(text)[file.format] ?? 1
  if (file.format === 'volksbank') return text.split(/[\r\n]+/).filter((row) => row.trim() !== '').length - headings
  const { data, errors } = Papa.parse<string[]>(text.replace(/\r+\n?/g, '\n'), { delimiter: file.delimiter ?? ';' })
  // A quote that is not closed: what came after it was swallowed.
  if (errors.some(({ type }) => type === 'Quotes')) return -1
  const leftOut = file.warnings.filter(({ code }) => code === 'rowCutOff').length
  return data.filter((cells) => cells.some((cell) => cell.trim() !== '')).length - headings - leftOut
}

const headingsIn = (text: string): Readonly<Record<string, number>> => ({
  'abn-tab': 0,
  volksbank: /^\W*datum/i.test(text) ? 1 : 0,
  triodos: /^\W*boekdatum/i.test(text) ? 1 : 0,
  knab: /^\W*knab/i.test(text) ? 2 : 1,
})
