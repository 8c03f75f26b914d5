// Zips and spreadsheets made by hand, so that tests can lie in every field of them.
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: Uint8Array
  readonly stored?: boolean
  /** Other values than the true ones. */
  readonly size?: number
  readonly checksum?: number
  readonly flags?: number
  /** Points at the content of an earlier part. */
  readonly sameAs?: number
}

export function makeZip(parts: readonly ZipPart[]): Uint8Array {
  const pieces: Buffer[] = []
  const offsets: number[] = []
  const packedSizes: number[] = []
  let at = 0
  for (const [index, part] of parts.entries()) {
    if (part.sameAs !== undefined) {
      offsets[index] = offsets[part.sameAs] ?? 0
      packedSizes[index] = packedSizes[part.sameAs] ?? 0
      continue
    }
    const packed = part.stored ? Buffer.from(part.content) : deflateRawSync(part.content, { level: 9 })
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    fill(header, 6, part, packed.length)
    header.writeUInt16LE(Buffer.byteLength(part.name), 26)
    offsets[index] = at
    packedSizes[index] = packed.length
    pieces.push(header, Buffer.from(part.name), packed)
    at += 30 + Buffer.byteLength(part.name) + packed.length
  }
  const directory = parts.map((part, index) => {
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    fill(entry, 8, part, packedSizes[index] ?? 0)
    entry.writeUInt16LE(Buffer.byteLength(part.name), 28)
    entry.writeUInt32LE(offsets[index] ?? 0, 42)
    return Buffer.concat([entry, Buffer.from(part.name)])
  })
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...pieces, listed, end]))
}

/** Flags, method, checksum and sizes stand in the same order in both headers. */
function fill(header: Buffer, at: number, part: ZipPart, packed: number): void {
  header.writeUInt16LE(part.flags ?? 0, at)
  header.writeUInt16LE(part.stored ? 0 : 8, at + 2)
  header.writeUInt32LE(part.checksum ?? crc32(part.content), at + 8)
  header.writeUInt32LE(packed, at + 12)
  header.writeUInt32LE(part.size ?? part.content.length, at + 16)
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

export interface SheetXml {
  /** Rows as XML, e.g. `<row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c></row>`. */
  readonly rows: string
  readonly texts?: string
  readonly styles?: string
  readonly properties?: string
  readonly sheets?: readonly { readonly name: string; readonly rows: string; readonly hidden?: boolean }[]
}

/** The parts of a small .xlsx file around the given XML. */
export function workbookParts({ rows, texts, styles, properties = '', sheets }: SheetXml): ZipPart[] {
  const all = sheets ?? [{ name: 'Leden', rows }]
  const state = (hidden: boolean | undefined) => (hidden ? ' state="hidden"' : '')
  const parts: ZipPart[] = [
    {
      name: 'xl/workbook.xml',
      content: bytesOf(
        `<?xml version="1.0"?><workbook ${namespace} xmlns:r="r">${properties}<sheets>${all
          .map(
            ({ name, hidden }, at) => `<sheet name="${name}" sheetId="${at + 1}"${state(hidden)} r:id="rId${at + 1}"/>`,
          )
          .join('')}</sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: bytesOf(
        `<Relationships>${all
          .map((_sheet, at) => `<Relationship Id="rId${at + 1}" Type="t" Target="worksheets/sheet${at + 1}.xml"/>`)
          .join('')}</Relationships>`,
      ),
    },
    ...all.map((sheet, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: bytesOf(`<worksheet ${namespace}><sheetData>${sheet.rows}</sheetData></worksheet>`),
    })),
  ]
  if (texts !== undefined) parts.push({ name: 'xl/sharedStrings.xml', content: bytesOf(`<sst>${texts}</sst>`) })
  if (styles !== undefined)
    parts.push({ name: 'xl/styles.xml', content: bytesOf(`<styleSheet>${styles}</styleSheet>`) })
  return parts
}

export const makeXlsx = (xml: SheetXml): Uint8Array => makeZip(workbookParts(xml))

/** Rows of inline text. */
export function textRows(rows: readonly (readonly string[])[]): string {
  const inXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells
          .map((cell, index) => `<c r="${columnName(index)}${at + 1}" t="inlineStr"><is><t>${inXml(cell)}</t></is></c>`)
          .join('')}</row>`,
    )
    .join('')
}

/** 0 is A, 26 is AA. */
function columnName(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
