// Saving one member against the least work there is for it; reading against its own SQL.
import { join } from 'node:path'
import type BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import type { BookContext } from '../../../electron/backend/context.ts'
import type { Database } from '../../../electron/backend/database/schema.ts'
import { dispatch } from '../../../electron/backend/dispatch.ts'
import { routeTo } from '../../../electron/backend/handlers.ts'
import { openComposedFloor } from '../../support/composed-floor.ts'
import { median, timed } from '../../support/measure.ts'
import { newMember } from '../../support/new-member.ts'
import type { OpenTestBook } from '../../support/open-book.ts'
import type { Result } from '../../support/result.ts'

export const firstPage = { neighbourhood: null, kind: 'now', text: '', sort: 'name', offset: 0, limit: 100 }
/** A first name, a name with a surname, a street with a number, a telephone number. */
export const searched = ['oksana', 'ria berg12', 'kastanjehof 12', '06-1000 0417'].map((text) => ({ text }))

export const round = (value: number) => Math.round(value * 100) / 100

export function readResult(id: string, members: number, { ms, sqlMs, statements }: ReadTime): Result {
  return {
    id,
    values: { members, ratio: round(ms / sqlMs), ms: round(ms), sql_ms: round(sqlMs), statements },
    ok: ms / sqlMs <= 2,
  }
}

export function saveResult(id: string, members: number, { ms, floorMs }: { ms: number; floorMs: number }): Result {
  return {
    id,
    values: { members, ratio: round(ms / floorMs), ms: round(ms), floor_ms: round(floorMs) },
    ok: ms / floorMs <= 2.5,
  }
}

export async function measureSave(book: OpenTestBook, neighbourhoodId: string | null, saves: number) {
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

export interface ReadTime {
  readonly ms: number
  /** For comparing books that were filled minutes apart: what the machine does besides only ever adds. */
  readonly fastestMs: number
  readonly sqlMs: number
  readonly statements: number
}

/** The whole answers from request text to reply text, and the statements they ran, run again by themselves. */
export async function measureRead(
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
