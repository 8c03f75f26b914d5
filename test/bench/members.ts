// Saving one member against the least work there is for it; the first page of people and a search against their own SQL.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { BookContext } from '../../electron/backend/context.ts'
import type { Database } from '../../electron/backend/database/schema.ts'
import { dispatch } from '../../electron/backend/dispatch.ts'
import { routeTo } from '../../electron/backend/handlers.ts'
import { openComposedFloor } from '../support/composed-floor.ts'
import { fillBook } from '../support/fill-book.ts'
import { median, timed } from '../support/measure.ts'
import { newMember } from '../support/new-member.ts'
import { type OpenTestBook, openTestBook } from '../support/open-book.ts'
import type { Result, RunOptions } from '../support/result.ts'

const firstPage = { neighbourhood: null, kind: 'now', text: '', sort: 'name', offset: 0, limit: 100 }
/** A first name, a name with a surname, a street with a number, a telephone number. */
const searched = ['oksana', 'ria berg12', 'kastanjehof 12', '06-1000 0417'].map((text) => ({ text }))
const often = { saves: 60, reads: 150 }
const shortly = { saves: 20, reads: 40 }

export async function run({ short }: RunOptions): Promise<Result[]> {
  const sizes = short ? [1000] : [1000, 10_000, 100_000]
  const { saves, reads } = short ? shortly : often
  const results: Result[] = []
  const pages: number[] = []
  const searches: number[] = []
  const savings: number[] = []
  for (const members of sizes) {
    const book = await openTestBook({ folder: mkdtempSync(join(tmpdir(), 'buurtboek-bench-')) })
    const { neighbourhoodIds } = await fillBook(book.context, members)
    // Let the disk finish what filling the book gave it to do.
    execFileSync('sync')
    const save = await measureSave(book, neighbourhoodIds[0] ?? null, saves)
    // The disk may be slower in one minute than in another: what counts is how much more than the floor it takes.
    savings.push(save.ms / save.floorMs)
    results.push({
      id: 'save_member',
      values: { members, ratio: round(save.ms / save.floorMs), ms: round(save.ms), floor_ms: round(save.floorMs) },
      ok: save.ms / save.floorMs <= 2.5,
    })
    const page = await measureRead(book, 'members.list', [firstPage], reads)
    pages.push(page.fastestMs)
    results.push(readResult('first_page', members, page))
    const search = await measureRead(book, 'search.find', searched, reads)
    results.push(readResult('search', members, search))
    // Whoever is looked for by more than a common first name is one of few, in a large book as well.
    searches.push((await measureRead(book, 'search.find', [{ text: 'zwaluwst' }], reads)).fastestMs)
    await book.close()
  }
  results.push(...growth('save_member', savings), ...growth('first_page', pages), ...growth('search', searches))
  if (!short) results.push({ id: 'save_member_fsyncs', values: { per_save: countSyncs() }, ok: true })
  return results
}

const round = (value: number) => Math.round(value * 100) / 100

function readResult(id: string, members: number, { ms, sqlMs, statements }: ReadTime): Result {
  return {
    id,
    values: { members, ratio: round(ms / sqlMs), ms: round(ms), sql_ms: round(sqlMs), statements },
    ok: ms / sqlMs <= 2,
  }
}

/** None of these touches more rows in a larger book: each tenfold of members may cost 1.3 times as much. */
function growth(id: string, costs: readonly number[]): Result[] {
  return costs.slice(1).map((cost, index) => {
    const factor = cost / (costs[index] ?? cost)
    return { id: `${id}_growth`, values: { per_tenfold: round(factor) }, ok: factor <= 1.3 }
  })
}

async function measureSave(book: OpenTestBook, neighbourhoodId: string | null, saves: number) {
  const floor = openComposedFloor(join(book.context.dataFolder, 'floor.db'))
  const own: number[] = []
  const floors: number[] = []
  // In turns, so that a slow moment of the disk meets both.
  for (let index = 0; index < saves; index += 1) {
    own.push(await timed(() => book.api.members.register(newMember(index, neighbourhoodId))))
    floors.push(await timed(async () => saveByHand(floor, book.context.newId, index, neighbourhoodId)))
  }
  floor.close()
  return { ms: median(own), floorMs: median(floors) }
}

function saveByHand(
  floor: ReturnType<typeof openComposedFloor>,
  newId: () => string,
  index: number,
  neighbourhoodId: string | null,
) {
  const { home, membership, fee: _fee, neighbourhoodId: _group, ...fields } = newMember(index, neighbourhoodId)
  const [householdId, personId] = [newId(), newId()]
  floor.commit(() => {
    floor.insert('household', [
      {
        id: householdId,
        street: home.street,
        house_number: home.houseNumber,
        house_suffix: '',
        postcode: '',
        city: '',
      },
    ])
    floor.insert('person', [
      {
        id: personId,
        household_id: householdId,
        first_name: fields.firstName,
        infix: '',
        last_name: fields.lastName,
        called: '',
        mobile: fields.mobile,
        sort_name: `${fields.lastName} ${fields.firstName}`,
      },
    ])
    floor.insert('membership', [{ id: newId(), person_id: personId, kind: membership.kind, from_day: membership.from }])
    floor.insert('neighbourhood_membership', [
      { id: newId(), person_id: personId, neighbourhood_id: neighbourhoodId, from_day: membership.from },
    ])
  })
}

interface ReadTime {
  readonly ms: number
  /** For comparing books that were filled minutes apart: what the machine does besides only ever adds. */
  readonly fastestMs: number
  readonly sqlMs: number
  readonly statements: number
}

/** The whole answers from request text to reply text, and the statements they ran, run again by themselves. */
async function measureRead(
  book: OpenTestBook,
  method: string,
  inputs: readonly unknown[],
  reads: number,
): Promise<ReadTime> {
  const { raw } = book.opened
  const asked: { sql: string; parameters: readonly unknown[] }[] = []
  const db = new Kysely<Database>({
    dialect: new SqliteDialect({ database: raw }),
    log: ({ query }) => void asked.push({ sql: query.sql, parameters: query.parameters }),
  })
  for (const input of inputs) await ask({ ...book.context, db }, method, input)
  const statements = asked.map(({ sql, parameters }) => ({ statement: raw.prepare(sql), parameters }))
  // Before counting: what a running app has compiled already.
  for (let index = 0; index < reads; index += 1) {
    await askAll(book.context, method, inputs)
    runAll(statements)
  }
  const own: number[] = []
  const sql: number[] = []
  for (let index = 0; index < reads; index += 1) {
    own.push(await timed(() => askAll(book.context, method, inputs)))
    sql.push(await timed(async () => runAll(statements)))
  }
  return { ms: median(own), fastestMs: Math.min(...own), sqlMs: median(sql), statements: statements.length }
}

function runAll(statements: readonly { statement: BetterSqlite3.Statement; parameters: readonly unknown[] }[]) {
  for (const { statement, parameters } of statements) statement.all(...parameters)
}

async function askAll(context: BookContext, method: string, inputs: readonly unknown[]) {
  for (const input of inputs) await ask(context, method, input)
}

async function ask(context: BookContext, method: string, input: unknown): Promise<void> {
  const reply = await dispatch(JSON.stringify({ method, input }), {
    route: (name) => routeTo(name, context, () => context),
    checkOutput: false,
    report: (_id, _method, error) => {
      throw error
    },
  })
  if (!reply.startsWith('{"ok":true')) throw new Error(reply)
}

/** How often one save waits for the disk, counted by strace; 'unknown' where there is no strace. */
function countSyncs(): string {
  try {
    const [few, many] = [5, 25].map((count) => {
      const folder = mkdtempSync(join(tmpdir(), 'buurtboek-syncs-'))
      const trace = join(folder, 'trace')
      const child = fileURLToPath(new URL('./support/save-members.ts', import.meta.url))
      const strace = ['-f', '-e', 'trace=fsync,fdatasync', '-o', trace, process.execPath, child, folder, String(count)]
      execFileSync('strace', strace, { stdio: 'pipe' })
      const syncs = readFileSync(trace, 'utf8').match(/\b(fsync|fdatasync)\(/g)?.length ?? 0
      rmSync(folder, { recursive: true, force: true })
      return syncs
    })
    return String(((many ?? 0) - (few ?? 0)) / 20)
  } catch {
    return 'unknown'
  }
}
