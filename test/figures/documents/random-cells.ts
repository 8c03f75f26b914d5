// Cells of a list with anything in them but control characters, written and read back.
import type { ExportTable } from '../../../electron/backend/export/exported-list.ts'
import { readFile } from '../../../electron/backend/import/read-file.ts'
import type { Random } from '../../support/random.ts'

const alphabets = [
  'abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  '0123456789',
  ';,\t"\'|\\/&<>%$#@!?()[]{}*~^`_.:',
  'àéîõüßøłđçğşıİ',
  'абвгдеєжзиїйклмнопрстуфхцчшщьюя',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  'ሀለሐመሠረሰሸቀበተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ',
  '=+-@',
  '漢字🏠👪',
].map((letters) => [...letters.replace('\t', '')])

/** Some begin as a formula would, some are telephone numbers, some have spaces around them or lines in them. */
export function randomCell(random: Random): string {
  const letters = random.pick(alphabets) ?? []
  const text = Array.from({ length: 1 + random.below(24) }, () =>
    random.pick(random.chance(0.7) ? letters : (random.pick(alphabets) ?? [])),
  ).join('')
  const opening = random.pick([
    '',
    '',
    '',
    '=',
    '+',
    '-',
    '@',
    '0',
    "'",
    '  ',
    '＝',
    '06-',
    '+31 6 ',
    '=SUM(A1:A9)',
    '00',
  ])
  return opening + text
}

export function tableOf(random: Random, cells: number, columns: number): ExportTable {
  const rows = Array.from({ length: cells / columns }, () =>
    Array.from({ length: columns }, () => ({ kind: 'text' as const, text: randomCell(random) })),
  )
  return { title: 'Lijst', headings: Array.from({ length: columns }, (_heading, at) => `Kolom ${at + 1}`), rows }
}

/** How many cells were read otherwise than they were written; nothing but spaces may be read as nothing. */
export function changedCells(table: ExportTable, bytes: Uint8Array): number {
  const { lines } = readFile(bytes)
  let changed = 0
  for (const [index, row] of table.rows.entries())
    for (const [column, cell] of row.entries()) {
      const read = lines[index + 1]?.cells[column] ?? ''
      const isSame = cell.kind === 'text' && (read === cell.text || (read === '' && cell.text.trim() === ''))
      if (!isSame) changed += 1
    }
  return changed
}
