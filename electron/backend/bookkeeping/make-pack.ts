// Everything the kascommissie needs in one zip that opens without the app.
import { createHash } from 'node:crypto'
import { checkOriginals, openOriginal } from '../bank/original-file.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import { paperFile } from '../documents/paper.ts'
import { fillWords } from '../export/export-words.ts'
import { writeXlsxBook } from '../export/write-xlsx.ts'
import { writeZip, type ZipFile } from '../export/write-zip.ts'
import { checkChain } from '../ledger-chain/check-chain.ts'
import { bookWords } from './book-words.ts'
import { bookingCategories } from './category-queries.ts'
import { packDocument } from './pack-document.ts'
import type { PackContents } from './pack-tables.ts'
import { namesFor, packTables } from './pack-tables.ts'
import { yearEntries } from './year-entries.ts'
import { yearReport } from './year-report.ts'
import { yearStatements } from './year-statements.ts'

/** `isPdf` false: nothing here can make a PDF, so the report is a web page. `missing`: bank files that could not be put in. */
export async function makePack(context: BookContext, year: number) {
  const language = context.preferences.get().language ?? 'nl'
  const book = bookWords(language)
  const { words } = book
  const originals = await bankFiles(context, year)
  const contents = await contentsOf(context, year, book, originals.nameOf)
  const page = await paperFile(packDocument(contents, book, language), context.fontFolder)
  const { printToPdf } = context.capabilities
  const named = (name: string) => fillWords(name, { year })
  const report = printToPdf
    ? { name: `${named(words.report)}.pdf`, bytes: await printToPdf(page) }
    : { name: `${named(words.report)}.html`, bytes: utf8(page) }
  const figures = {
    name: `${named(words.figures)}.xlsx`,
    bytes: await writeXlsxBook(await packTables(context.db, contents, book)),
  }
  const readme = {
    name: words.readmeName,
    bytes: utf8(readmeOf(contents, book, { report: report.name, figures: figures.name, missing: originals.missing })),
  }
  const files: ZipFile[] = [
    readme,
    report,
    figures,
    ...originals.files.map(({ name, bytes }) => ({ name: `${words.bankFolder}/${name}`, bytes })),
  ]
  const zip = writeZip([...files, { name: words.hashes, bytes: utf8(hashList(files)) }])
  const name = `${named(words.fileName)}.zip`
  return {
    file: context.files.produce(name, 'application/zip', zip),
    name,
    isPdf: printToPdf !== undefined,
    missing: originals.missing,
  }
}

async function contentsOf(
  context: BookContext,
  year: number,
  book: ReturnType<typeof bookWords>,
  fileNames: ReadonlyMap<string, string>,
): Promise<PackContents> {
  const { db } = context
  const report = await yearReport(db, year, context.today())
  return {
    report,
    entries: await yearEntries(db, year, context.today()),
    chains: await yearStatements(
      db,
      report.accounts.map(({ id }) => id),
      year,
      report.endDay,
    ),
    names: namesFor({ report, fileNames }, await bookingCategories(db), book),
    bookName: (await bookSettingsOf(db)).name,
    isChainWhole: (await checkChain(db)) === null,
  }
}

interface BankFiles {
  readonly files: ZipFile[]
  readonly missing: string[]
  /** What each is called here, by its id: a bank may give every file the same name. */
  readonly nameOf: ReadonlyMap<string, string>
}

/** The files as the bank gave them that say something of the year. */
async function bankFiles(context: BookContext, year: number): Promise<BankFiles> {
  const rows = await context.db
    .selectFrom('bank_file')
    .select(['id', 'name', 'sha256'])
    .where('deleted_at', 'is', null)
    .where((eb) => eb.or([eb('from_day', 'is', null), eb('from_day', '<=', `${year}-12-31`)]))
    .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', `${year}-01-01`)]))
    .orderBy('from_day')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return { files: [], missing: [], nameOf: new Map() }
  const faults = new Map((await checkOriginals(context)).map(({ fileId, name }) => [fileId, name]))
  const files: ZipFile[] = []
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]))
  for (const { id, name, sha256 } of rows) {
    if (faults.has(id)) continue
    const packed = `${files.length + 1} ${safeName(name)}`
    nameOf.set(id, packed)
    files.push({ name: packed, bytes: await openOriginal(context, sha256) })
  }
  return { files, missing: rows.filter(({ id }) => faults.has(id)).map(({ name }) => name), nameOf }
}

/** One name per line of the list, in the form that `sha256sum --check` reads. */
const hashList = (files: readonly ZipFile[]): string =>
  files.map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`).join('')

function readmeOf(
  { report, bookName, isChainWhole }: PackContents,
  { words }: ReturnType<typeof bookWords>,
  files: { readonly report: string; readonly figures: string; readonly missing: readonly string[] },
): string {
  const missing =
    files.missing.length === 0 ? '' : `\n${fillWords(words.bankMissing, { names: files.missing.join(', ') })}\n`
  const filled = fillWords(words.readme, {
    name: bookName,
    year: report.year,
    report: files.report,
    figures: files.figures,
    bankFolder: words.bankFolder,
    hashes: words.hashes,
    chain: isChainWhole ? words.chainOk : words.chainBroken,
  })
  // Notepad of older Windows shows nothing but one line without both.
  return `\ufeff${filled}${missing}`.replaceAll('\n', '\r\n')
}

/** A name that every system takes, and that stays in the folder it is put in. */
const safeName = (name: string) => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(-80)

const utf8 = (words: string) => new TextEncoder().encode(words)
