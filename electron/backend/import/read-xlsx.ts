// The sheets of an .xlsx file as lines of text. Written here and not taken from a library because one odd cell must not
// cost the whole list, row numbers and digits must stay as the user sees them, and limits must hold while reading.
import { RuleBroken } from '../rule-broken.ts'
import { holdsPeople } from './guess-columns.ts'
import { openZip, type ZipFile } from './read-zip.ts'
import { attribute, scanXml } from './scan-xml.ts'
import { formulaWithoutValue, importLimits, type ReadSheet, type SheetLine } from './sheet.ts'
import { type CellFormat, dateText, numberText, readFormats } from './xlsx-cell-text.ts'

interface WorkSheet {
  readonly name: string
  readonly path: string
  readonly hidden: boolean
}

interface Workbook {
  readonly sheets: readonly WorkSheet[]
  readonly from1904: boolean
  readonly texts: readonly string[]
  readonly formats: readonly CellFormat[]
}

/**
 * Reads one sheet: the chosen one, else the first of those that are not hidden in which people stand, else the first. Throws RuleBroken: the codes of openZip,
 * `importOpenDocument`, `importNumbers`, `importOldExcel` for spreadsheets of another kind, `importNotAList`,
 * `importTooManyRows`, `importTooManyColumns`, `importCellTooLong`.
 */
export function readXlsx(bytes: Uint8Array, wanted?: number): ReadSheet {
  const zip = openZip(bytes)
  refuseOtherKinds(zip)
  const workbook = readWorkbook(zip)
  const linesOf = ({ path }: WorkSheet) => readLines(part(zip, path), workbook)
  const names = workbook.sheets.map(({ name }) => name)
  const chosen = wanted === undefined ? undefined : workbook.sheets[wanted]
  if (wanted !== undefined && chosen) return { sheets: names, sheet: wanted, lines: linesOf(chosen) }
  const [first, ...others] = workbook.sheets
  if (!first) throw new RuleBroken('importNotAList')
  const lines = linesOf(first)
  // What to do, or the sums of last year, may stand in front of the list. A sheet nobody chose is no reason to refuse the file.
  const better = holdsPeople(lines) ? undefined : firstWithPeople(others, linesOf)
  return {
    sheets: names,
    ...(better ? { sheet: 1 + others.indexOf(better.sheet), lines: better.lines } : { sheet: 0, lines }),
  }
}

function firstWithPeople(sheets: readonly WorkSheet[], linesOf: (sheet: WorkSheet) => SheetLine[]) {
  for (const sheet of sheets) {
    if (sheet.hidden) continue
    try {
      const lines = linesOf(sheet)
      if (holdsPeople(lines)) return { sheet, lines }
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error
    }
  }
  return undefined
}

function refuseOtherKinds(zip: ZipFile): void {
  const has = (name: string) => zip.names.includes(name)
  if (has('xl/workbook.xml')) return
  if (has('xl/workbook.bin')) throw new RuleBroken('importOldExcel')
  if (has('content.xml') && has('mimetype')) throw new RuleBroken('importOpenDocument')
  if (zip.names.some((name) => name.endsWith('.iwa') || name === 'Index.zip')) throw new RuleBroken('importNumbers')
  throw new RuleBroken('importNotAList')
}

function part(zip: ZipFile, name: string): Uint8Array {
  const content = zip.read(name)
  if (!content) throw new RuleBroken('importDamaged')
  return content
}

function readWorkbook(zip: ZipFile): Workbook {
  const targets = readTargets(zip)
  const sheets: WorkSheet[] = []
  let from1904 = false
  const open = (name: string, attributes: string) => {
    if (name === 'workbookPr') from1904 ||= ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '')
    if (name !== 'sheet') return
    const path = targets.get(attribute(attributes, 'id') ?? '')
    const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible'
    // Chart sheets have no cells.
    if (path?.includes('worksheets/')) sheets.push({ name: attribute(attributes, 'name') ?? '', path, hidden })
  }
  scanXml(part(zip, 'xl/workbook.xml'), { open, close: nothing, text: nothing })
  const ofKind = (ending: string) => [...targets.values()].find((path) => path.toLowerCase().endsWith(ending))
  const texts = zip.read(ofKind('sharedstrings.xml') ?? 'xl/sharedStrings.xml')
  const styles = zip.read(ofKind('styles.xml') ?? 'xl/styles.xml')
  return {
    sheets: [...sheets.filter((sheet) => !sheet.hidden), ...sheets.filter((sheet) => sheet.hidden)],
    from1904,
    texts: texts ? readTexts(texts) : [],
    formats: styles ? readFormats(styles) : [],
  }
}

const nothing = () => undefined

/** Paths in the zip by relation id. */
function readTargets(zip: ZipFile): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  const open = (name: string, attributes: string) => {
    const id = attribute(attributes, 'Id')
    const target = attribute(attributes, 'Target')
    if (name !== 'Relationship' || id === undefined || target === undefined) return
    targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`)
  }
  scanXml(part(zip, 'xl/_rels/workbook.xml.rels'), { open, close: nothing, text: nothing })
  return targets
}

/** The shared texts; pieces with their own lay-out are joined, phonetic guides are left out. */
function readTexts(content: Uint8Array): string[] {
  const texts: string[] = []
  let current = ''
  let inText = false
  let guide = 0
  scanXml(content, {
    open(name) {
      if (name === 'si') current = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') guide += 1
    },
    text(text) {
      if (inText && guide === 0) current += text
    },
    close(name) {
      if (name === 'si') texts.push(resolveEscapes(current))
      else if (name === 't') inText = false
      else if (name === 'rPh') guide -= 1
    },
  })
  return texts
}

/** Excel writes characters that XML cannot hold as _x000D_. */
function resolveEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly format: number
  value: string
  inline: string
  hasFormula: boolean
}

function readLines(content: Uint8Array, workbook: Workbook): SheetLine[] {
  const lines: SheetLine[] = []
  let inside = false
  let line = 0
  let column = 0
  let cells: string[] = []
  let cell: OpenCell | undefined
  let reading: 'value' | 'inline' | undefined
  scanXml(content, {
    open(name, attributes) {
      if (name === 'sheetData') inside = true
      if (!inside) return
      if (name === 'row') {
        line = rowNumber(attribute(attributes, 'r')) ?? line + 1
        column = 0
        cells = []
      } else if (name === 'c') {
        column = columnNumber(attribute(attributes, 'r')) ?? column + 1
        const format = Number(attribute(attributes, 's') ?? -1)
        cell = { column, type: attribute(attributes, 't') ?? 'n', format, value: '', inline: '', hasFormula: false }
      } else if (name === 'v') reading = 'value'
      else if (name === 't') reading = 'inline'
      else if (name === 'f' && cell) cell.hasFormula = true
    },
    text(text) {
      if (!cell || !reading) return
      cell[reading] += text
      if (cell[reading].length > importLimits.cellLength * 4) {
        throw new RuleBroken('importCellTooLong', { line, limit: importLimits.cellLength })
      }
    },
    close(name) {
      if (!inside) return
      if (name === 'v' || name === 't') reading = undefined
      else if (name === 'c' && cell) {
        place(cells, cell, line, workbook)
        cell = undefined
      } else if (name === 'row') {
        if (cells.length > 0) lines.push({ line, cells })
        if (lines.length > importLimits.rows + 1) {
          throw new RuleBroken('importTooManyRows', { limit: importLimits.rows })
        }
      } else if (name === 'sheetData') inside = false
    },
  })
  return lines.sort((a, b) => a.line - b.line)
}

function place(cells: string[], cell: OpenCell, line: number, workbook: Workbook): void {
  const text = cellText(cell, workbook)
  if (text.trim() === '') return
  if (cell.column > importLimits.columns) {
    throw new RuleBroken('importTooManyColumns', { limit: importLimits.columns, line })
  }
  if (text.length > importLimits.cellLength) {
    throw new RuleBroken('importCellTooLong', { line, limit: importLimits.cellLength })
  }
  while (cells.length < cell.column) cells.push('')
  cells[cell.column - 1] = text
}

function cellText(cell: OpenCell, { texts, formats, from1904 }: Workbook): string {
  switch (cell.type) {
    case 's':
      return texts[Number(cell.value)] ?? ''
    case 'inlineStr':
      return resolveEscapes(cell.inline)
    case 'b':
      return cell.value === '1' ? 'ja' : cell.value === '0' ? 'nee' : ''
    case 'str':
    case 'e':
      return cell.value === '' && cell.hasFormula ? formulaWithoutValue : resolveEscapes(cell.value)
    case 'd':
      return /^\d{4}-\d\d-\d\d/.test(cell.value) ? cell.value.slice(0, 10).split('-').reverse().join('-') : cell.value
    default: {
      if (cell.value === '') return cell.hasFormula ? formulaWithoutValue : ''
      const format = formats[cell.format]
      return (format?.isDate ? dateText(cell.value, from1904) : undefined) ?? numberText(cell.value, format?.zeros ?? 0)
    }
  }
}

function rowNumber(reference: string | undefined): number | undefined {
  return reference !== undefined && /^\d{1,7}$/.test(reference) && reference !== '0' ? Number(reference) : undefined
}

/** 1 for A, 27 for AA. */
function columnNumber(reference: string | undefined): number | undefined {
  const letters = reference && /^([A-Z]{1,3})\d{1,7}$/.exec(reference)?.[1]
  if (!letters) return undefined
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}
