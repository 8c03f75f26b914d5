// What was promised to be gone by a day goes by itself, when a book opens and every hour: the rows, what the journal holds of them, and
// their bytes in the file. Nobody has to think of it, and nobody can put it off; only a book of an older program asks once, before what
// that program kept goes too.
import { addDays, type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import { type TableName, tableNamed } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { idList, rowsOf } from '../dues/rows.ts'
import { referencesTo } from '../journal/references.ts'
import { eraseHome } from '../sync/merge/erase-person.ts'
import { eraseAlong } from '../sync/merge/erase-rows.ts'
import { writeErasure } from '../sync/merge/write-erasure.ts'
import { forgetOldValues } from '../sync/merge/write-heard.ts'
import { asksBeforeLettingGo, isAskedAbout, letGo, type PastRow, pastRows } from './past-rows.ts'

/** How many rows were past their day. */
export async function emptyPast(context: BookContext): Promise<number> {
  const due = await pastRows(context.db, 'itself', context.today())
  const past = (await asksBeforeLettingGo(context.db)) ? due.filter((row) => !isAskedAbout(row)) : due
  const forgotten = await leftInJournal(context.db, addDays(dayOfClock(context.now()), -daysUndoKnows))
  if (past.length + forgotten.length === 0) return 0
  await writeErasure(context, { kind: 'expiredRemoved', details: { count: past.length } }, async (tx, { at }) => {
    // Somebody may have said since that it is still needed.
    const still = new Set((await pastRows(tx, 'itself', context.today())).map(keyOf))
    const goes = past.filter((row) => still.has(keyOf(row)))
    const came = await cameInNeed(tx, goes)
    await letGo(tx, goes, at)
    await letLeave(tx, came, at)
    for (const [table, rows] of Map.groupBy(forgotten, (row) => row.table))
      await forgetOldValues(
        tx,
        table,
        rows.map(({ id }) => id),
      )
  })
  return past.length
}

const keyOf = ({ table, id, retention }: PastRow) => `${table} ${id} ${retention}`

/** Old values of what is not there any more are kept as long as the bin keeps things, so that undo can bring it back. */
const daysUndoKnows = 30

/** Rows that are gone, and of which the journal still says what they held. The ledger's are never gone. */
async function leftInJournal(db: Reader, before: Day): Promise<{ table: string; id: string }[]> {
  const removed = await rowsOf<{ table: string; id: string }>(
    db,
    `SELECT DISTINCT c.table_name AS "table", c.row_id AS id FROM change c
      WHERE c.op = 'delete' AND c.action_seq <= (SELECT max(seq) FROM action WHERE at < ?1)
        AND EXISTS (SELECT 1 FROM change v WHERE v.row_id = c.row_id AND v.table_name = c.table_name
          AND (v.before IS NOT NULL OR v.after IS NOT NULL))`,
    [before],
  )
  const left: typeof removed = []
  for (const [table, rows] of Map.groupBy(removed, (row) => row.table)) {
    if (!tableNamed(table)) continue
    const back = await rowsOf<{ id: string }>(
      db,
      `SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?1))`,
      [idList(rows.map(({ id }) => id))],
    )
    const isBack = new Set(back.map(({ id }) => id))
    left.push(...rows.filter(({ id }) => !isBack.has(id)))
  }
  return left
}

/** People of whom it is no longer so that they are in the book because of need. */
async function cameInNeed(tx: Transaction, past: readonly PastRow[]): Promise<string[]> {
  const ids = past.flatMap(({ table, id }) => (table === 'care_contact' ? [id] : []))
  const rows = await rowsOf<{ person_id: string }>(
    tx,
    'SELECT person_id FROM care_contact WHERE id IN (SELECT value FROM json_each(?1))',
    [idList(ids)],
  )
  return rows.map(({ person_id }) => person_id)
}

/** Where somebody who came into the book in need is named because of that; every other place that names them keeps them in it. */
const becauseOfNeed: ReadonlyMap<string, string> = new Map<`${TableName}.${string}`, string>([
  ['care_contact.person_id', 'true'],
  ['membership.person_id', "t.kind = 'contact'"],
  ['contact_moment.person_id', 'true'],
  ['follow_up.person_id', "t.state <> 'open'"],
])

/** Nothing else in the book names them: read from the declarations, so that no use is overlooked. */
const isNothingElse = referencesTo('person')
  .map(({ table, column }) => {
    const own = becauseOfNeed.get(`${table.name}.${column}`)
    return `NOT EXISTS (SELECT 1 FROM ${table.name} t WHERE t.${column} = p.id${own ? ` AND NOT (${own})` : ''})`
  })
  .join(' AND ')

async function letLeave(tx: Transaction, personIds: readonly string[], at: string): Promise<void> {
  const people = await rowsOf<{ id: string; household_id: string }>(
    tx,
    `SELECT p.id, p.household_id FROM person p WHERE ${isNothingElse} AND p.id IN (SELECT value FROM json_each(?1))`,
    [idList(personIds)],
  )
  for (const person of people) await eraseHome(tx, person, at)
  if (people.length > 0) await eraseAlong(tx, at)
}
