// The way out is always open: the whole book as one zip that any program reads. A CSV file per table, what its columns are as a JSON
// schema, and a page of explanation.
import { CompiledQuery } from 'kysely'
import type { BookContext } from '../context.ts'
import { type Column, columnsOf, type Table } from '../database/declare-table.ts'
import { allTables } from '../database/schema.ts'
import type { Opener } from '../sealing/sealer.ts'
import type { ExportWords } from './export-words.ts'
import { type ExportCell, numberCell, textCell } from './exported-list.ts'
import { writeCsv } from './write-csv.ts'
import { writeZip, type ZipFile } from './write-zip.ts'

export interface Everything {
  readonly bytes: Uint8Array
  readonly tables: number
  readonly rows: number
}

type RawRow = Readonly<Record<string, string | number | Uint8Array | null>>

export async function exportEverything(context: BookContext, { words }: ExportWords): Promise<Everything> {
  const opener = await context.sealing.forReading()
  const files: ZipFile[] = []
  let rows = 0
  // What neighbours wrote down to look after each other goes along only while care is open.
  const isCareOpen = context.careLock.opensUntil() !== null
  const tables = exportedTables().filter(({ scope }) => scope !== 'zorg' || isCareOpen)
  for (const table of tables) {
    const found = await liveRows(context, table)
    rows += found.length
    files.push({ name: `${table.name}.csv`, bytes: tableAsCsv(table, found, opener) })
  }
  const readme = new TextEncoder().encode(words.everything.readme.replaceAll('\n', '\r\n'))
  const schema = new TextEncoder().encode(JSON.stringify(schemaOf(tables), null, 2))
  return {
    bytes: writeZip([
      { name: words.everything.readmeName, bytes: readme },
      { name: 'schema.json', bytes: schema },
      ...files,
    ]),
    tables: files.length,
    rows,
  }
}

/** Every table but those of this computer alone and those that hold keys: a key is no fact about the association. */
export function exportedTables(): readonly Table[] {
  return allTables.filter(
    (table) => table.class !== 'local' && table.staysHere !== true && !table.name.startsWith('book_key'),
  )
}

/**
 * The columns that go out. What is locked goes along only where it is the association's own bookkeeping; private notes and sealed
 * programmes have a lock of their own, and are shown to the person they are about only.
 */
export function exportedColumns(table: Table): readonly (readonly [string, Column])[] {
  return Object.entries(columnsOf(table)).filter(
    ([name, column]) =>
      name !== 'deleted_at' && !column.derived && !column.isKey && (!column.sealed || isBookkeeping(table)),
  )
}

const isBookkeeping = ({ scope }: Table): boolean => scope === 'bank' || scope === 'contributie'

async function liveRows({ db }: BookContext, table: Table): Promise<readonly RawRow[]> {
  const columns = exportedColumns(table).map(([name]) => name)
  const names = columns.includes('id') ? columns : ['id', ...columns]
  const isBinned = 'deleted_at' in columnsOf(table)
  const { rows } = await db.executeQuery(
    CompiledQuery.raw(
      `SELECT ${names.join(', ')} FROM ${table.name} ${isBinned ? 'WHERE deleted_at IS NULL' : ''} ORDER BY id`,
    ) as CompiledQuery<RawRow>, // the columns are those of the declaration
  )
  return rows
}

function tableAsCsv(table: Table, rows: readonly RawRow[], opener: Opener | undefined): Uint8Array {
  const columns = exportedColumns(table)
  return writeCsv({
    title: table.name,
    headings: columns.map(([name]) => name),
    rows: rows.map((row) => columns.map(([name, column]) => cellOf(table, row, name, column, opener))),
  })
}

function cellOf(table: Table, row: RawRow, name: string, column: Column, opener: Opener | undefined): ExportCell {
  const value = row[name] ?? null
  if (value === null) return textCell(null)
  if (typeof value === 'number') return numberCell(value)
  if (typeof value === 'string') return textCell(value)
  if (!column.sealed || !opener) return textCell(null)
  return textCell(opener.openText({ table: table.name, id: String(row.id), column: name }, value))
}

/** What every file holds, as JSON Schema (draft 2020-12): one object per row. */
function schemaOf(exported: readonly Table[]) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Buurtboek',
    $defs: Object.fromEntries(
      exported.map((table) => [
        table.name,
        {
          type: 'object',
          properties: Object.fromEntries(
            exportedColumns(table).map(([name, { type, nullable, references }]) => [
              name,
              {
                type: typesOf(type === 'INTEGER' ? 'integer' : 'string', nullable),
                ...(references && { description: `id in ${references}.csv` }),
              },
            ]),
          ),
          required: exportedColumns(table).flatMap(([name, { nullable }]) => (nullable ? [] : [name])),
        },
      ]),
    ),
  }
}

const typesOf = (type: string, nullable: boolean) => (nullable ? [type, 'null'] : type)
