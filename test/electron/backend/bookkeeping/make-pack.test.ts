// The pack is opened here by other programs than the one that made it.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { afterEach, expect, test } from 'vitest'
import { openZip } from '../../../../electron/backend/import/read-zip.ts'
import { printToPdf } from '../../../../electron/host/print-to-pdf.ts'
import { findBrowser } from '../../../../scripts/find-chromium.mjs'
import { aBankFile, anEntry, aStatement, takeInFile } from '../../../support/bank-book.ts'
import { type MoneyBook, openMoneyBook } from '../../../support/money-book.ts'

const browser = findBrowser()
const canReadPdf = browser !== undefined && spawnSync('pdftotext', ['-v']).error === undefined
if (!canReadPdf) console.warn('No browser or no pdftotext here: the PDF of the pack is not opened.')

let book: MoneyBook
afterEach(() => book.close())

/** A year with every kind of entry, and a name that a document could stumble over. */
async function aYear(capabilities = {}): Promise<string> {
  const opened = await openMoneyBook()
  book = Object.assign(opened, {
    context: Object.assign(opened.context, { capabilities: { shell: 'browser', ...capabilities } }),
  })
  const account = await book.anAccount('Betaalrekening', { openingDay: '2026-01-01', cents: 100_000 })
  await book.api.bookkeeping.setCashOpening({ day: '2026-01-01', amountCents: 5000 })
  const ria = await book.aPayer('Ria <Berg>&')
  await book.api.dues.run({})
  await book.pay(ria, 60, { note: 'Half jaar' })
  await book.pay(ria, 20, { method: 'contant', day: '2026-11-21' })
  await book.receive(25_000, { categoryId: 'subsidy', place: account, text: 'Gemeente, tweede deel' })
  await book.spend(4250)
  const transfer = { day: '2026-11-03', amountCents: 1000, from: null, to: account, text: null, awaitBankFile: false }
  await book.api.bookkeeping.addTransfer(transfer)
  return ria
}

async function openPack(): Promise<Map<string, Uint8Array>> {
  const { file } = await book.api.bookkeeping.makePack({ year: 2026 })
  const made = book.context.files.take(file)
  if (!made) throw new Error('the pack was not kept')
  const folder = mkdtempSync(join(tmpdir(), 'buurtboek-pack-'))
  writeFileSync(join(folder, 'pack.zip'), made.bytes)
  const script =
    'import sys, zipfile, json, base64; z = zipfile.ZipFile(sys.argv[1]); print(json.dumps({n: base64.b64encode(z.read(n)).decode() for n in z.namelist()}))'
  const files = JSON.parse(
    execFileSync('python3', ['-c', script, join(folder, 'pack.zip')], { encoding: 'utf8', maxBuffer: 64_000_000 }),
  ) as Record<string, string>
  rmSync(folder, { recursive: true })
  return new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content, 'base64')]))
}

const textOf = (files: ReadonlyMap<string, Uint8Array>, name: string) =>
  Buffer.from(files.get(name) ?? []).toString('utf8')

test('holds a report, the figures, a page of explanation, and a check number of each that is right', async () => {
  await aYear()
  const files = await openPack()
  expect([...files.keys()]).toEqual([
    'Lees mij eerst.txt',
    'Jaarverslag 2026.html',
    'Jaarcijfers 2026.xlsx',
    'Controlegetallen.txt',
  ])
  expect(textOf(files, 'Lees mij eerst.txt')).toContain('Stadsdorp Oosterweide over 2026')
  // A name of an account is not cut in two in its narrow column.
  expect(textOf(files, 'Jaarverslag 2026.html')).toMatch(/<td[^>]*><span class="keep">(?:<[^>]*>)*Betaalrekening/)
  expect(textOf(files, 'Jaarverslag 2026.html')).toContain('Gewoon lid: 1 lid, 11 maanden van')
  const lines = textOf(files, 'Controlegetallen.txt').trim().split('\n')
  expect(lines).toHaveLength(3)
  for (const line of lines) {
    const [hash, name = ''] = line.split('  ')
    expect(
      createHash('sha256')
        .update(files.get(name) ?? '')
        .digest('hex'),
    ).toBe(hash)
  }
})

test('a year without a budget says nothing of one, also not that it was nothing', async () => {
  await aYear()
  const budgeted = async () => {
    const report = textOf(await openPack(), 'Jaarverslag 2026.html')
    const [, row = ''] = /<tr[^>]*>((?:(?!<tr).)*Samen binnengekomen.*?)<\/tr>/s.exec(report) ?? []
    return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].at(1)?.[1]?.replace(/<[^>]*>|\s/g, '')
  }
  expect(await budgeted()).toBe('')
  await book.api.bookkeeping.setBudget({ year: 2026, lines: [{ categoryId: 'gift', cents: 12_300 }] })
  expect(await budgeted()).toBe('€123,00')
})

test('the sheets add up to what the screens show, and every entry leads to its proof', async () => {
  await aYear()
  const year = await book.api.bookkeeping.year({ year: 2026 })
  const cash = await book.api.bookkeeping.cash({ year: 2026 })
  const sheets = read((await openPack()).get('Jaarcijfers 2026.xlsx'), { type: 'buffer' })
  const rowsOf = (name: string) => utils.sheet_to_json<Record<string, string | number>>(sheets.Sheets[name] ?? {})
  const cents = (value: string | number | undefined) => Math.round(Number(value ?? 0) * 100)
  const sum = (rows: readonly Record<string, string | number>[], column: string) =>
    rows.reduce((total, row) => total + cents(row[column]), 0)

  const entries = rowsOf('Posten')
  expect(entries.map((row) => row['Nr.'])).toEqual([1, 2, 3, 4, 5, 6, 7])
  for (const entry of entries) expect(entry.Bewijs).toMatch(/^(?:bankregel|kasbon \d+|notitie van de penningmeester)/)
  const places = year.accounts.reduce((total, { endCents }) => total + endCents, 0) + year.end.cashCents
  expect(100_000 + sum(entries, 'Erin') - sum(entries, 'Eruit')).toBe(places)
  const balances = Object.fromEntries(rowsOf('Standen').map((row) => [row.Wat, cents(row.Eind)]))
  expect(balances).toMatchObject({
    Kas: year.end.cashCents,
    'Eigen geld van de vereniging': year.end.capitalCents,
    'Contributie die nog binnen moet komen': year.end.receivableCents,
  })
  expect(cents(rowsOf('Kasboek').at(-1)?.['In kas'])).toBe(cash.balanceCents)
  expect(sum(rowsOf('Contributie'), 'Gevraagd')).toBe(year.dues.lines.reduce((total, line) => total + line.cents, 0))
  expect(sum(rowsOf('Contributie'), 'Open')).toBe(year.end.receivableCents)
})

test.skipIf(!canReadPdf)('the report is a PDF that another program reads, A4 and with the same totals', async () => {
  await aYear({ printToPdf: (html: string) => printToPdf(browser ?? '', html) })
  const files = await openPack()
  const folder = mkdtempSync(join(tmpdir(), 'buurtboek-pdf-'))
  const file = join(folder, 'report.pdf')
  writeFileSync(file, files.get('Jaarverslag 2026.pdf') ?? '')
  const words = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')
  const about = spawnSync('pdfinfo', [file], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  const { end } = await book.api.bookkeeping.year({ year: 2026 })
  expect(words).toContain('Jaarverslag van de penningmeester over 2026')
  expect(words).toContain((end.capitalCents / 100).toLocaleString('nl-NL', { minimumFractionDigits: 2 }))
  expect(words).toContain('Ria <Berg>&')
  expect(words).toContain('Gemeente, tweede deel')
  expect(words).toContain('Verklaring van de kascommissie')
  if (about.error === undefined) expect(about.stdout).toMatch(/Tagged:\s+yes[\s\S]*A4/)
})

test('our own reader of zips, which trusts nothing, takes it too', async () => {
  await aYear()
  const { file } = await book.api.bookkeeping.makePack({ year: 2026 })
  const bytes = book.context.files.take(file)?.bytes ?? new Uint8Array()
  expect(() => openZip(bytes)).not.toThrow()
})

test('the files of the bank are in it as the bank gave them, byte for byte, each with its check number', async () => {
  await aYear()
  const bytes = Buffer.from('"Datum";"Naam / Omschrijving"\r\n\xff', 'latin1')
  await takeInFile(book.context, aBankFile([aStatement([anEntry({ bookDay: '2026-11-02' })])]), { bytes })
  const files = await openPack()
  const found = [...files].filter(([name]) => name.startsWith('Bankbestanden/'))
  expect(found.map(([, content]) => Buffer.from(content))).toEqual([bytes])
  const [name = ''] = found.map(([path]) => path)
  expect(textOf(files, 'Controlegetallen.txt')).toContain(
    `${createHash('sha256').update(bytes).digest('hex')}  ${name}`,
  )
})

const aStatementOf = (days: readonly [open: string, line: string, close: string], openCents: number, cents: number) =>
  aBankFile([
    aStatement([anEntry({ bookDay: days[1], cents })], {
      ...{ openDay: days[0], openCents, closeDay: days[2], closeCents: openCents + cents, balanced: true },
    }),
  ])

test('the statements follow each other, or what is missing is named with its days and amounts', async () => {
  await aYear()
  await takeInFile(book.context, aStatementOf(['2026-01-01', '2026-01-15', '2026-01-31'], 100_000, 1000))
  const saysOf = (files: ReadonlyMap<string, Uint8Array>) =>
    textOf(files, 'Jaarverslag 2026.html')
      .replace(/<[^>]+>/g, '')
      .replaceAll('\u00a0', ' ')
  expect(saysOf(await openPack())).toContain(
    'van 1 januari 2026 tot en met 31 januari 2026 ontbreekt er geen afschrift',
  )

  // February was never taken in, and € 15 came in then.
  await takeInFile(book.context, aStatementOf(['2026-03-01', '2026-03-15', '2026-03-31'], 102_500, 2000))
  const files = await openPack()
  expect(saysOf(files)).toContain('Op 31 januari 2026 stond er € 1.010,00, op 1 maart 2026 € 1.025,00.')
  expect(saysOf(files)).not.toContain('ontbreekt er geen afschrift')
  const sheets = read(files.get('Jaarcijfers 2026.xlsx'), { type: 'buffer' })
  const rows = utils.sheet_to_json<Record<string, string | number>>(sheets.Sheets.Afschriften ?? {})
  const said = rows.map((row) => [row.Bestand, row.Beginstand, row.Eindstand, row['Sluit aan']])
  expect(said).toEqual([
    ['1 bank.csv', 1000, 1010, 'ja'],
    ['2 bank.csv', 1025, 1045, 'nee, na 31 januari 2026 ontbreekt €\u00a015,00'],
  ])
})

test('a payment leads to the line of its file, by the name in the folder, and to the dues it paid, also when that was taken off', async () => {
  const ria = await aYear()
  await takeInFile(book.context, aStatementOf(['2026-01-01', '2026-01-15', '2026-01-31'], 100_000, 1000))
  await takeInFile(book.context, aStatementOf(['2026-02-01', '2026-11-22', '2026-11-22'], 101_000, 2000))
  const { payer } = await book.api.dues.person({ personId: ria })
  const line = (await book.api.bank.toAssign({})).lines.find(({ day }) => day === '2026-11-22')
  const parts = [{ payer: { kind: payer.kind, id: payer.id }, cents: 2000 }]
  await book.api.bank.assign({ lineId: line?.id ?? '', parts })
  const { dues } = await book.api.dues.person({ personId: ria })
  const due = dues.find(({ paidBy }) => paidBy.some(({ day }) => day === '2026-11-22'))
  const payment = due?.paidBy.find(({ day }) => day === '2026-11-22')
  await book.api.dues.reverseAllocation({ paymentId: payment?.paymentId ?? '', dueId: due?.id ?? '' })

  const sheets = read((await openPack()).get('Jaarcijfers 2026.xlsx'), { type: 'buffer' })
  const rowsOf = (name: string) => utils.sheet_to_json<Record<string, string | number>>(sheets.Sheets[name] ?? {})
  const entry = rowsOf('Posten').find((row) => row.Bewijs === 'bankregel in 2 bank.csv')
  const settled = rowsOf('Waarvoor betaald').filter((row) => row['Nr.'] === entry?.['Nr.'])
  expect(settled.map((row) => [row.Naam, row['Betaald met deze post']])).toEqual([
    ['Ria <Berg>&', 10],
    ['Ria <Berg>&', -10],
    ['Ria <Berg>&', 10],
  ])
})
