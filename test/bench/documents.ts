// A list of 600 members as a PDF against what the browser alone needs to print the same page; and 10,000 people as a spreadsheet
// against what the library alone needs for the same cells.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import writeExcelFile, { type CellObject } from 'write-excel-file/node'
import { makePaper } from '../../electron/backend/documents/make-paper.ts'
import { paperFile } from '../../electron/backend/documents/paper.ts'
import { savePaper } from '../../electron/backend/documents/save-paper.ts'
import { exportMembers } from '../../electron/backend/export/export-members.ts'
import { exportWords } from '../../electron/backend/export/export-words.ts'
import type { ExportCell } from '../../electron/backend/export/exported-list.ts'
import { writeXlsx } from '../../electron/backend/export/write-xlsx.ts'
import { printToPdf } from '../../electron/host/print-to-pdf.ts'
import { findBrowser } from '../../scripts/find-chromium.mjs'
import { fillBook } from '../support/fill-book.ts'
import { median, timed } from '../support/measure.ts'
import { type OpenTestBook, openTestBook } from '../support/open-book.ts'
import type { Result, RunOptions } from '../support/result.ts'
import { fontPackages } from '../support/test-backend.ts'

const everybody = { neighbourhood: null, kind: 'now', personId: null } as const
const list = { document: 'members', language: 'nl', who: everybody, audience: 'own', letters: 'usual' } as const

export async function run({ short }: RunOptions): Promise<Result[]> {
  const rounds = short ? 1 : 5
  // A browser's start beside other tests says nothing.
  const pdf = short ? [] : await listToPdf(600, rounds)
  return [...pdf, await listToXlsx(short ? 200 : 10_000, rounds)]
}

async function listToPdf(members: number, rounds: number): Promise<Result[]> {
  const browser = findBrowser()
  if (!browser) {
    console.warn('SKIPPED: no browser here, so no list became a PDF.')
    return []
  }
  const book = await bookOf(members)
  const context = {
    ...book.context,
    fontFolder: fontPackages,
    capabilities: { ...book.context.capabilities, printToPdf: (html: string) => printToPdf(browser, html) },
  }
  const make = async () => savePaper(context, (await makePaper(context, list)).paper, 'pdf')
  const page = await paperFile((await makePaper(context, list)).paper, fontPackages)
  // Before counting: what the system has read of the browser already.
  await printToPdf(browser, page)
  const own: number[] = []
  const floors: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    own.push(await timed(make))
    floors.push(await timed(() => printToPdf(browser, page)))
  }
  await book.close()
  return [resultOf('list_to_pdf', { members }, own, floors)]
}

async function listToXlsx(people: number, rounds: number): Promise<Result> {
  const book = await bookOf(people)
  const { context } = book
  const words = exportWords('nl')
  const everyone = { neighbourhood: null, kind: 'now', text: '' } as const
  const table = await exportMembers(context.db, everyone, context.today(), words)
  const cells = [
    table.headings.map((value): CellObject => ({ value, type: String })),
    ...table.rows.map((row) => row.map(bareCell)),
  ]
  const bare = () => writeExcelFile([{ data: cells, sheet: 'x', dateFormat: 'dd-mm-yyyy' }]).toBuffer()
  const own: number[] = []
  const floors: number[] = []
  await bare()
  for (let round = 0; round < rounds; round += 1) {
    own.push(await timed(async () => writeXlsx(await exportMembers(context.db, everyone, context.today(), words))))
    floors.push(await timed(async () => bare()))
  }
  await book.close()
  return resultOf('list_to_xlsx', { rows: table.rows.length }, own, floors)
}

async function bookOf(members: number): Promise<OpenTestBook> {
  const book = await openTestBook({ folder: mkdtempSync(join(tmpdir(), 'buurtboek-bench-')) })
  await fillBook(book.context, members)
  return book
}

function bareCell(cell: ExportCell): CellObject | null {
  switch (cell.kind) {
    case 'text':
      return { value: cell.text, type: String }
    case 'number':
      return { value: cell.value, type: Number }
    case 'day':
      return { value: new Date(`${cell.day}T00:00:00Z`), type: Date }
    default:
      return null
  }
}

function resultOf(id: string, of: Readonly<Record<string, number>>, own: number[], floors: number[]): Result {
  const ratio = median(own) / median(floors)
  return {
    id,
    values: { ...of, ratio: round(ratio), ms: round(median(own)), floor_ms: round(median(floors)) },
    ok: ratio <= 1.5,
  }
}

const round = (value: number) => Math.round(value * 100) / 100
