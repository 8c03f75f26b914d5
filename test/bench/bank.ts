// A file of the bank with 500 rows: read, matched and booked in one action, against the least honest work for the rows that came of it. The copy
// that is made before a file is taken in is not part of it: there already is one when nothing changed since.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { takeIn } from '../../electron/backend/bank/take-in.ts'
import { readBankFile } from '../../electron/backend/bank-files/read-bank-file.ts'
import { columnsOf } from '../../electron/backend/database/declare-table.ts'
import { insertRows } from '../../electron/backend/database/insert-rows.ts'
import { type TableName, tables } from '../../electron/backend/database/schema.ts'
import { write } from '../../electron/backend/database/write.ts'
import type { RowToLink } from '../../electron/backend/ledger-chain/chain-blocks.ts'
import { type LedgerValues, ledgerShape } from '../../electron/backend/ledger-chain/chain-text.ts'
import { createSealer, type Sealer } from '../../electron/backend/sealing/sealer.ts'
import { openSession, ownIban } from '../support/bank-book.ts'
import { type ComposedFloor, openComposedFloor } from '../support/composed-floor.ts'
import { fillBook } from '../support/fill-book.ts'
import { median, timed } from '../support/measure.ts'
import { type OpenTestBook, openTestBook } from '../support/open-book.ts'
import type { Result, RunOptions } from '../support/result.ts'

const writtenTables = [
  'bank_account',
  'bank_file',
  'bank_statement',
  'bank_line',
  'bank_line_text',
  'payment',
  'allocation',
  'bank_decision',
  'payer_account',
] as const satisfies readonly TableName[]

export async function run({ short }: RunOptions): Promise<Result[]> {
  const sizes = short ? [50] : [1000, 10_000]
  const rows = short ? 30 : 500
  const results: Result[] = []
  const ratios: number[] = []
  for (const members of sizes) {
    const own: number[] = []
    const floors: number[] = []
    const rounds = short ? 2 : 4
    for (let round = 0; round < rounds; round += 1) {
      const { ms, floorMs } = await measure(members, rows)
      // The first round warms up what a running app has warm: compiled code.
      if (round === 0) continue
      own.push(ms)
      floors.push(floorMs)
    }
    const ratio = median(own) / median(floors)
    ratios.push(ratio)
    results.push({
      id: 'bank_book',
      values: { members, rows, ratio: round2(ratio), ms: round2(median(own)), floor_ms: round2(median(floors)) },
      ok: ratio <= 3,
    })
  }
  // The floor is the same for every size of book: compared in floors, a slow minute of the disk says nothing.
  for (const [index, ratio] of ratios.slice(1).entries()) {
    const factor = ratio / (ratios[index] ?? ratio)
    results.push({ id: 'bank_book_growth', values: { per_tenfold: round2(factor) }, ok: factor <= 1.6 })
  }
  return results
}

const round2 = (value: number) => Math.round(value * 100) / 100

async function measure(members: number, rows: number): Promise<{ ms: number; floorMs: number }> {
  const book = await openTestBook({ folder: mkdtempSync(join(tmpdir(), 'buurtboek-bench-')) })
  const numbers = await bookWithDues(book, members, rows)
  const bytes = makeFile(numbers)
  let booked = 0
  // The key of a book is made once.
  await book.context.sealing.forWriting()
  const before = lastAction(book)
  const ms = await timed(async () => {
    // In this thread: how long a thread takes to start from source says nothing about the built app.
    const read = readBankFile(bytes)
    const taken = await takeIn(book.context, await openSession(book.context, read, { bytes }), { bookCertain: true })
    booked = taken.booked
  })
  if (booked !== rows) throw new Error(`booked ${booked} of ${rows} rows`)
  if (countActions(book, before) !== 1) throw new Error('more than one action')
  const floorMs = await measureFloor(book, before, bytes)
  await book.close()
  return { ms, floorMs }
}

/** Everybody owes a month; answers the numbers of the first `payers` members. */
async function bookWithDues(book: OpenTestBook, members: number, payers: number): Promise<string[]> {
  const { personIds } = await fillBook(book.context, members)
  const { id: planId } = await book.api.dues.addPlan({ name: 'Gewoon lid', amountCents: 1000, validFrom: '2026-01-01' })
  await write(book.context, { kind: 'peopleImported' }, (tx) =>
    insertRows(
      tx,
      'fee_agreement',
      personIds.map((personId) => ({
        id: book.context.newId(),
        membership_id: personId,
        person_id: personId,
        fee_plan_id: planId,
        interval_months: 1 as const,
        anchor_day: '2026-11-01',
        payer_person_id: personId,
        method: 'overboeking' as const,
        from_day: '2026-11-01',
      })),
    ),
  )
  await book.api.dues.run({})
  const named = book.opened.raw.prepare(
    "SELECT m.number || '|' || p.first_name || ' ' || p.infix || ' ' || p.last_name FROM membership m JOIN person p ON p.id = m.person_id ORDER BY m.row_no LIMIT ?",
  )
  return named.pluck().all(payers).map(String)
}

/** As ING gives it: each with the number of a member and a name that fits. */
function makeFile(numbers: readonly string[]): Buffer {
  const heading =
    '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"'
  const lines = numbers.map((said, at) => {
    const [number, name = ''] = said.split('|')
    const iban = `NL91TEST${String(at).padStart(10, '0')}`
    const text = `Naam: ${name} Omschrijving: contributie lidnummer ${number} IBAN: ${iban}`
    return `"202611${String(1 + (at % 20)).padStart(2, '0')}";"${name}";"${ownIban}";"${iban}";"OV";"Bij";"10,00";"Overschrijving";"${text}"`
  })
  return Buffer.from([heading, ...lines].join('\r\n'), 'utf8')
}

const lastAction = ({ opened }: OpenTestBook) =>
  Number(opened.raw.prepare('SELECT coalesce(max(seq), 0) FROM action').pluck().get())

const countActions = ({ opened }: OpenTestBook, since: number) =>
  Number(opened.raw.prepare('SELECT count(*) FROM action WHERE seq > ?').pluck().get(since))

type Rows = Parameters<ComposedFloor['insert']>[1]

/** What the action wrote, written again by hand into a new file, with as much sealed as is sealed in it. */
async function measureFloor({ opened, context }: OpenTestBook, since: number, bytes: Buffer): Promise<number> {
  const read = opened.raw
    .prepare('SELECT after FROM change WHERE action_seq > ? AND table_name = ? ORDER BY seq')
    .pluck()
  const written = writtenTables.map((table): [TableName, Rows] => [
    table,
    read.all(since, table).map((row) => JSON.parse(String(row))),
  ])
  const sealer = createSealer(Buffer.alloc(32, 1), 1)
  const floor = openComposedFloor(join(context.dataFolder, 'floor.db'))
  const ms = await timed(async () =>
    floor.commit(() => {
      const content = sealer.seal({ table: 'bank_file_content', id: 'file', column: 'content' }, gzipSync(bytes))
      floor.insert('bank_file_content', [{ id: 'file', content }])
      const linked: RowToLink[] = []
      for (const [table, rows] of written) {
        floor.insert(table, sealedLike(sealer, table, rows))
        const columns = ledgerShape.get(table)
        if (columns) for (const values of rows) linked.push({ table, columns, values: values as LedgerValues })
      }
      floor.link(linked)
    }),
  )
  floor.close()
  return ms
}

/** What stands in the journal is sealed already: bytes of the same length are sealed anew, and as long. */
function sealedLike(sealer: Sealer, table: TableName, rows: Rows): Rows {
  const [column] = Object.entries(columnsOf(tables[table])).find(([, { sealed }]) => sealed) ?? []
  if (column === undefined) return rows
  return rows.map((row) => {
    const plain = Buffer.alloc(Math.max(0, String(row[column]).length / 2 - sealedAround), 'a')
    return { ...row, [column]: sealer.seal({ table, id: String(row.id), column }, plain) }
  })
}

/** Format, version of the key, nonce and tag. */
const sealedAround = 30
