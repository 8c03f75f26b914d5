// Taking in a CSV list of 10,000 people, from the bytes to the commit, against the least honest work there is for the rows
// that came of it. The copy that is made before an import is not part of it: there already is one when nothing changed since.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TableName } from '../../electron/backend/database/schema.ts'
import { openComposedFloor } from '../support/composed-floor.ts'
import { fillBook, firstNames } from '../support/fill-book.ts'
import { median, timed } from '../support/measure.ts'
import { type OpenTestBook, openTestBook } from '../support/open-book.ts'
import type { Result, RunOptions } from '../support/result.ts'

const writtenTables = ['neighbourhood', 'household', 'person', 'membership', 'neighbourhood_membership'] as const

export async function run({ short }: RunOptions): Promise<Result[]> {
  const sizes = short ? [50] : [1000, 10_000, 100_000]
  const rows = short ? 60 : 10_000
  const rounds = short ? 1 : 3
  const results: Result[] = []
  const ratios: number[] = []
  // Before counting: what a running app has compiled already.
  await measureImport(short ? 50 : 1000, rows)
  for (const members of sizes) {
    const own: number[] = []
    const floors: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const { ms, floorMs } = await measureImport(members, rows)
      own.push(ms)
      floors.push(floorMs)
    }
    const ratio = median(own) / median(floors)
    ratios.push(ratio)
    results.push({
      id: 'import_csv',
      values: { members, rows, ratio: round(ratio), ms: round(median(own)), floor_ms: round(median(floors)) },
      ok: ratio <= 2.5,
    })
  }
  // The same rows are touched whatever the size of the book. Compared in floors and not in seconds: those of a busy machine differ.
  for (const [index, ratio] of ratios.slice(1).entries()) {
    const factor = ratio / (ratios[index] ?? ratio)
    results.push({ id: 'import_csv_growth', values: { per_tenfold: round(factor) }, ok: factor <= 1.3 })
  }
  return results
}

const round = (value: number) => Math.round(value * 100) / 100

/** One import into a new book of that size, and the least work for the same rows right after it. */
async function measureImport(members: number, rows: number): Promise<{ ms: number; floorMs: number }> {
  const book = await openTestBook({ folder: mkdtempSync(join(tmpdir(), 'buurtboek-bench-')) })
  await fillBook(book.context, members)
  const bytes = makeList(rows)
  const ms = await timed(() => takeIn(book, bytes, rows))
  const written = await lastWritten(book)
  const floor = openComposedFloor(join(book.context.dataFolder, 'floor.db'))
  const floorMs = await timed(async () =>
    floor.commit(() => {
      for (const table of writtenTables) floor.insert(table, written[table])
    }),
  )
  floor.close()
  await book.close()
  return { ms, floorMs }
}

async function takeIn(book: OpenTestBook, bytes: Uint8Array, rows: number): Promise<void> {
  const { file } = await book.context.files.receive('leden.csv', onePiece(bytes))
  const { id } = await book.api.imports.open({ file })
  const { people } = await book.api.imports.run({ id })
  if (people !== rows) throw new Error(`took in ${people} of ${rows} people`)
}

async function* onePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

type Rows = Parameters<ReturnType<typeof openComposedFloor>['insert']>[1]

/** The rows of the last action, as they stand in the journal. */
async function lastWritten({ opened }: OpenTestBook): Promise<Record<(typeof writtenTables)[number], Rows>> {
  const read = opened.raw.prepare(
    'SELECT after FROM change WHERE action_seq = (SELECT max(seq) FROM action) AND table_name = ? ORDER BY seq',
  )
  const rowsOf = (table: TableName) => read.all(table).map((row) => JSON.parse((row as { after: string }).after)) // the columns asked for
  return Object.fromEntries(writtenTables.map((table) => [table, rowsOf(table)])) as never // one entry per table just named
}

const last = [
  'van den Berg',
  'de Groot',
  'Pinas',
  'Ramdin',
  'Bondarenko',
  'Ghebremedhin',
  'Demir',
  'El Idrissi',
  'Oostveen',
]
const streets = [
  'Kastanjehof',
  'Lijsterpad',
  'Merelweg',
  'Spechtlaan',
  'Uilenplein',
  'Kraanvogelstraat',
  'Sperwersingel',
]

/** People as a secretary's list has them, nobody of them in the book: names and addresses in one cell, a group, a date. */
function makeList(rows: number): Uint8Array {
  const lines = ['Lidnr;Naam;Adres;Postcode;Plaats;Mobiel;E-mail;Lid sinds;Binnenbuurt']
  for (let at = 0; at < rows; at += 1) {
    const name = `${firstNames[at % firstNames.length]} ${last[(at * 5) % last.length]}${letters(at)}`
    const address = `${streets[at % streets.length]} ${1000 + Math.floor(at / 2)}`
    const number = String(at % 10_000).padStart(4, '0')
    lines.push(
      `N${at};${name};${address};1234 AB;Delft;06-1000 ${number};buur.${at}@voorbeeld.nl;1-3-2019;Groep ${at % 200}`,
    )
  }
  return new TextEncoder().encode(lines.join('\r\n'))
}

/** Last names that differ: "a", "b", ... "ba". */
function letters(number: number): string {
  const rest = Math.floor(number / 26)
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + (number % 26))
}
