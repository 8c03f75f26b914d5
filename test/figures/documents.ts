// What is put on paper: every document in six languages, in a real browser, to PDF and back to text; where labels fall; lists that are
// written and read back; and cards and calendars read by a reader of our own.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { read } from '@e965/xlsx'
import { chromium, type Page } from '@playwright/test'
import Papa from 'papaparse'
import { html } from '../../electron/backend/documents/html.ts'
import { addressLabels } from '../../electron/backend/documents/label-sheets.ts'
import { type Paper, paperFile } from '../../electron/backend/documents/paper.ts'
import { writeCalendar } from '../../electron/backend/export/write-calendar.ts'
import { writeCsv } from '../../electron/backend/export/write-csv.ts'
import { type Card, writeVcards } from '../../electron/backend/export/write-vcards.ts'
import { writeXlsx } from '../../electron/backend/export/write-xlsx.ts'
import { findTestBrowser } from '../../scripts/find-chromium.mjs'
import { type LabelSheet, labelSheetNames, labelSheets } from '../../shared/domain/label-sheet.ts'
import { type PaperLanguage, paperLanguages } from '../../shared/domain/paper-language.ts'
import { type Random, seededRandom } from '../support/random.ts'
import { partsOf, plainText, readContentLines } from '../support/read-content-lines.ts'
import type { Result, RunOptions } from '../support/result.ts'
import { fontPackages } from '../support/test-backend.ts'
import { furthestOff } from './documents/label-places.ts'
import { measurePage } from './documents/measure-page.ts'
import { type FigurePaper, makeFigurePaper, paperNames } from './documents/paper-values.ts'
import { changedCells, randomCell, tableOf } from './documents/random-cells.ts'
import { compareBlocks, paintedPages, wholeText } from './documents/read-pdf.ts'

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  const cells = await cellResults(short ? 500 : 10_000, seed, short)
  const cards = cardResults(short ? 100 : 1000, seed)
  const executablePath = findTestBrowser()
  if (!executablePath || spawnSync('pdftotext', ['-v']).error) {
    console.warn('SKIPPED: no browser or no pdftotext here, so no document was put on paper.')
    return [...cells, ...cards]
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage({ javaScriptEnabled: true })
    return [...(await paperResults(page, short, seed)), ...(await labelResults(page, short, seed)), ...cells, ...cards]
  } finally {
    await browser.close()
  }
}

type Drawn = readonly [name: FigurePaper, language: PaperLanguage]
const all = paperNames.flatMap((name) => paperLanguages.map((language): Drawn => [name, language]))
const few: readonly Drawn[] = [
  ['members', 'nl'],
  ['letters', 'ar'],
]

async function paperResults(page: Page, short: boolean, seed: number): Promise<Result[]> {
  let documents = 0
  let pages = 0
  let exact = 0
  let byWords = 0
  let differing = 0
  let clipped = 0
  for (const [name, language] of short ? few : all) {
    const found = await readBack(page, makeFigurePaper(name, language, seed + documents))
    documents += 1
    pages += found.pages
    exact += found.exact
    byWords += found.byWords
    clipped += found.clipped.length
    if (found.clipped.length > 0) console.error(`${name} ${language}: runs out: ${found.clipped.join(' | ')}`)
    if (found.difference !== null) {
      differing += 1
      console.error(`${name} ${language}: ${found.difference}`)
    }
  }
  // Controls: a date among Arabic that is not isolated is read backwards, and a name in letters too large runs off its label.
  const turned = await readBack(page, {
    title: 'x',
    language: 'ar',
    body: html`<p>${'في 12-03-2026 مساء'}</p>`,
  })
  const tooLarge = makeFigurePaper('labels', 'nl', seed)
  const burst = await readBack(page, {
    ...tooLarge,
    style: `${tooLarge.style} .label p { font-size: 40pt !important }`,
  })
  return [
    {
      id: 'paper_text',
      values: {
        documents,
        pages,
        exact,
        by_words: byWords,
        differing,
        seed,
        control_differing: turned.difference === null ? 0 : 1,
      },
      ok: differing === 0 && turned.difference !== null,
    },
    {
      id: 'paper_boxes',
      values: { documents, clipped, seed, control_clipped: burst.clipped.length },
      ok: clipped === 0 && burst.clipped.length > 0,
    },
  ]
}

async function readBack(page: Page, paper: Paper) {
  const file = await paperFile(paper, fontPackages)
  const measured = await measurePage(page, file, widthOf(paper))
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
  const pages = paintedPages(pdf)
  const compared = compareBlocks(measured.blocks, wholeText(pages, measured.heads))
  return { pages: pages.length, clipped: measured.clipped, ...compared }
}

/** Of the paper less its margins, as its style says. */
function widthOf({ style = '' }: Paper): number {
  const own = /@page \{ size: (\d+)mm/.exec(style)
  if (own) return Number(own[1])
  if (style.includes('margin: 0;')) return 210
  return style.includes('20mm 18mm 25mm') ? 165 : 178
}

async function labelResults(page: Page, short: boolean, seed: number): Promise<Result[]> {
  const random = seededRandom(seed)
  const rounds = short ? 1 : 60
  let labels = 0
  let furthest = 0
  for (let round = 0; round < rounds; round += 1) {
    const sheet = labelSheets[labelSheetNames[round % labelSheetNames.length] ?? '3x7']
    const start = 1 + random.below(sheet.columns * sheet.rows)
    const nudge = { across: random.below(7) - 3, down: random.below(7) - 3 }
    const measured = await drawLabels(page, sheet, start, nudge, 10 + random.below(60), random)
    labels += measured.length
    furthest = Math.max(furthest, furthestOff(measured, sheet, start, nudge.across, nudge.down))
  }
  // The control: a sheet drawn without the space between its columns.
  const forgotten = await drawLabels(page, { ...labelSheets['3x7'], gap: 0 }, 1, { across: 0, down: 0 }, 21, random)
  const control = furthestOff(forgotten, labelSheets['3x7'], 1, 0, 0)
  return [
    {
      id: 'label_places',
      values: { labels, furthest_mm: round(furthest), seed, control_mm: round(control) },
      ok: furthest <= 0.5 && control > 0.5,
    },
  ]
}

async function drawLabels(
  page: Page,
  sheet: LabelSheet,
  start: number,
  nudge: { readonly across: number; readonly down: number },
  count: number,
  random: Random,
) {
  const labels = Array.from({ length: count }, () => [
    'Ria van den Berg',
    `Kastanjehof ${random.below(99)}`,
    '1234 AA  Oosterweide',
  ])
  const paper = addressLabels({ title: 'x', language: 'nl', sheet, labels, start, nudge })
  return (await measurePage(page, await paperFile(paper, fontPackages), 210)).labels
}

async function cellResults(cells: number, seed: number, short: boolean): Promise<Result[]> {
  const random = seededRandom(seed)
  const table = tableOf(random, cells, 10)
  const xlsx = await writeXlsx(table)
  const csv = writeCsv(table)
  const changed = { xlsx: changedCells(table, xlsx), csv: changedCells(table, csv) }
  // The control: the same cells without the sign that keeps a spreadsheet from running them.
  const careless = new TextEncoder().encode(
    `\ufeff${[table.headings, ...table.rows.map((row) => row.map((cell) => (cell.kind === 'text' ? cell.text : '')))]
      .map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'))
      .join('\r\n')}\r\n`,
  )
  // Starting LibreOffice takes longer than all the rest of the short form.
  const formulas = short ? readFormulas({ xlsx, csv, careless }) : countFormulas({ xlsx, csv, careless })
  return [
    {
      id: 'cells',
      values: { cells, changed_xlsx: changed.xlsx, changed_csv: changed.csv, seed, ...formulas },
      ok:
        changed.xlsx === 0 &&
        changed.csv === 0 &&
        // What a spreadsheet would run, counted by what opens a formula; and by a spreadsheet library or LibreOffice itself.
        opensFormula(csv) === 0 &&
        opensFormula(careless) > 0 &&
        ('libreoffice' in formulas ||
          (formulas.formulas_xlsx === 0 && formulas.formulas_csv === 0 && formulas.control_formulas > 0)),
    },
  ]
}

/** Cells that begin as a formula does. */
function opensFormula(csv: Uint8Array): number {
  const text = new TextDecoder().decode(csv)
  const { data } = Papa.parse<string[]>(text, { delimiter: ';' })
  return data.flat().filter((cell) => /^[=+\-@]/.test(cell)).length
}

/** Cells of each file that a spreadsheet library takes for a formula. */
function readFormulas(files: Readonly<Record<'xlsx' | 'csv' | 'careless', Uint8Array>>) {
  const count = (bytes: Uint8Array) =>
    Object.values(read(bytes, { FS: ';' }).Sheets)
      .flatMap((sheet): { readonly f?: string }[] => Object.values(sheet))
      .filter(({ f }) => f !== undefined).length
  return {
    formulas_xlsx: count(files.xlsx),
    formulas_csv: count(files.csv),
    control_formulas: count(files.careless),
  }
}

const skipped = { libreoffice: 'skipped' } as const

/** Cells of each file that LibreOffice takes for a formula. */
function countFormulas(files: Readonly<Record<'xlsx' | 'csv' | 'careless', Uint8Array>>) {
  if (spawnSync('soffice', ['--version']).status !== 0) {
    console.warn('SKIPPED: no LibreOffice here, so no spreadsheet program opened the lists.')
    return skipped
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'buurtboek-calc-'))
  try {
    const count = (named: Readonly<Record<string, Uint8Array>>, filter: readonly string[] = []) => {
      const names = Object.keys(named).map((name) => path.join(folder, name))
      for (const [name, bytes] of Object.entries(named)) writeFileSync(path.join(folder, name), bytes)
      const profile = `-env:UserInstallation=file://${folder}/profile`
      const what = [profile, '--headless', ...filter, '--convert-to', 'fods', '--outdir', folder, ...names]
      execFileSync('soffice', what, { stdio: 'ignore', timeout: 180_000 })
      return names.map((name) => {
        const made = readFileSync(name.replace(/\.\w+$/, '.fods'), 'utf8')
        return made.match(/table:formula=/g)?.length ?? 0
      })
    }
    // 59: semicolon; 34: quotes; 76: UTF-8. Formulas are looked for as LibreOffice itself would.
    const asCsv = ['--infilter=CSV:59,34,76,1,,0,false,true,false,false,false,-1,true']
    const [formulas_xlsx = 0] = count({ 'list.xlsx': files.xlsx })
    // Starting it takes longer than reading: both in one go.
    const [formulas_csv = 0, control_formulas = 0] = count(
      { 'plain.csv': files.csv, 'careless.csv': files.careless },
      asCsv,
    )
    return { formulas_xlsx, formulas_csv, control_formulas }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function cardResults(count: number, seed: number): Result[] {
  const random = seededRandom(seed)
  const word = () => randomCell(random).replace(/\s+/g, ' ').trim() || 'x'
  const cards = Array.from({ length: count }, (_card, at): Card => {
    const [firstName, lastName] = [word(), word()]
    return {
      id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      fullName: `${firstName} ${lastName}`,
      firstName,
      infix: '',
      lastName,
      called: null,
      phone: null,
      mobile: `+316${10_000_000 + random.below(89_999_999)}`,
      email: `a${at}@buurt.example`,
      address: { street: word(), postcode: '1234 AB', city: word() },
      groups: [word()],
    }
  })
  const wrong = (['3.0', '4.0'] as const).reduce(
    (sum, version) => sum + wrongCards(cards, writeVcards(cards, version)),
    0,
  )
  const events = cards.map(({ id, fullName, address }) => ({
    id,
    title: fullName,
    day: `2026-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`,
    startTime: null,
    place: address?.street ?? null,
    isCancelled: false,
  }))
  const calendar = readContentLines(writeCalendar(events, 'Bijeenkomsten', new Date('2026-11-26T12:00:00Z')))
  const valuesOf = (name: string) => calendar.filter((line) => line.name === name).map(({ value }) => plainText(value))
  const wrongEvents = events.filter(
    ({ title, day, place }, at) =>
      valuesOf('SUMMARY')[at] !== title ||
      valuesOf('LOCATION')[at] !== place ||
      valuesOf('DTSTART')[at] !== day.replaceAll('-', ''),
  ).length
  // The control: a name with a line break in it, put in as it stands.
  const broken = new TextEncoder().encode('BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ria\nBerg\r\nEND:VCARD\r\n')
  return [
    {
      id: 'cards',
      values: {
        cards: count,
        wrong_cards: wrong,
        wrong_events: wrongEvents,
        seed,
        control_refused: isRefused(broken) ? 1 : 0,
      },
      ok: wrong === 0 && wrongEvents === 0 && isRefused(broken),
    },
  ]
}

function wrongCards(cards: readonly Card[], bytes: Uint8Array): number {
  const lines = readContentLines(bytes)
  const valuesOf = (name: string) => lines.filter((line) => line.name === name).map(({ value }) => value)
  const [names, parts, phones, addresses] = ['FN', 'N', 'TEL', 'ADR'].map(valuesOf)
  return cards.filter((card, at) => {
    const [family, given] = partsOf(parts?.[at] ?? '')
    const [, , street, city] = partsOf(addresses?.[at] ?? '')
    return (
      plainText(names?.[at] ?? '') !== card.fullName ||
      family !== card.lastName ||
      given !== card.firstName ||
      street !== card.address?.street ||
      city !== card.address?.city ||
      phones?.[at]?.replace('tel:', '') !== card.mobile
    )
  }).length
}

function isRefused(bytes: Uint8Array): boolean {
  try {
    readContentLines(bytes)
    return false
  } catch {
    return true
  }
}

const round = (value: number) => Math.round(value * 100) / 100
