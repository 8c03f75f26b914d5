// What is past its day goes, at every start: the row, what the journal holds of it, its bytes.
import { addDays, type Day, dayOfClock } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { TableName } from '../database/schema.ts'
import { allTables } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { rowsOf } from '../dues/rows.ts'
import { referencesTo } from '../journal/references.ts'
import { eraseHome } from '../sync/merge/erase-person.ts'
import { eraseAlong } from '../sync/merge/erase-rows.ts'
import { writeErasure } from '../sync/merge/write-erasure.ts'
import { type CareRow, eraseRows } from './erase-care.ts'

const goneSignal = (column: string) =>
  `${column} IN (SELECT id FROM signal WHERE expires_day <= ?1) OR (${column} IS NOT NULL AND ${column} NOT IN (SELECT id FROM signal))`

/** Per table what is past its day, as SQL over ?1, today. What hangs on others first. */
export const expired = {
  referral: goneSignal('signal_id'),
  care_note: 'expires_day <= ?1',
  contact_moment: `day <= date(?1, '-12 months') OR (person_id IS NULL AND (${goneSignal('signal_id')}))`,
  absence_cause: 'expires_day <= ?1',
  planned_absence_why: `planned_absence_id IN (SELECT id FROM planned_absence
    WHERE until_day <= ?1 OR from_day <= date(?1, '-6 months')) OR planned_absence_id NOT IN (SELECT id FROM planned_absence)`,
  planned_absence: "coalesce(until_day, date(from_day, '+12 months')) <= date(?1, '-6 months')",
  follow_up: "coalesce(done_day, due_day) <= date(?1, '-6 months')",
  signal: 'expires_day <= ?1',
  care_contact: `expires_day <= ?1 AND NOT EXISTS (SELECT 1 FROM signal s WHERE s.person_id = care_contact.person_id
    AND s.deleted_at IS NULL AND s.expires_day > ?1)`,
} as const satisfies Partial<Record<TableName, string>>

/** Where somebody who came into the book in need is named because of that; every other place that names them keeps them in it. */
const becauseOfNeed: ReadonlyMap<string, string> = new Map<`${TableName}.${string}`, string>([
  ['care_contact.person_id', 'true'],
  ['membership.person_id', "t.kind = 'contact'"],
  ['contact_moment.person_id', 'true'],
  ['follow_up.person_id', "t.state <> 'open'"],
])

/** Somebody who came into the book in need, and is nothing else in it: read from the declarations, so that no use is overlooked. */
const onlyContact = referencesTo('person')
  .map(({ table, column }) => {
    const own = becauseOfNeed.get(`${table.name}.${column}`)
    return `NOT EXISTS (SELECT 1 FROM ${table.name} t WHERE t.${column} = p.id${own ? ` AND NOT (${own})` : ''})`
  })
  .join(' AND ')

/** Old values of what is not there any more are kept as long as the bin keeps things, so that undo can bring it back. */
const daysUndoKnows = 30

export async function emptyOldCare(context: BookContext): Promise<number> {
  const today = context.today()
  const rows = await expiredRows(context.db, today)
  const before = addDays(dayOfClock(context.now()), -daysUndoKnows)
  if (rows.length === 0 && !(await hasOldValues(context.db, before))) return 0
  await writeErasure(context, { kind: 'careExpired', details: { count: rows.length } }, async (tx, { at }) => {
    const came = await rowsOf<{ person_id: string }>(
      tx,
      'SELECT person_id FROM care_contact WHERE id IN (SELECT value FROM json_each(?1))',
      [JSON.stringify(idsOf(rows, 'care_contact'))],
    )
    await eraseRows(tx, rows, at)
    const people = await rowsOf<{ id: string; household_id: string }>(
      tx,
      `SELECT p.id, p.household_id FROM person p WHERE ${onlyContact} AND p.id IN (SELECT value FROM json_each(?1))`,
      [JSON.stringify(came.map(({ person_id }) => person_id))],
    )
    for (const person of people) await eraseHome(tx, person, at)
    if (people.length > 0) await eraseAlong(tx, at)
    for (const table of careTables)
      await rowsOf(tx, `UPDATE change SET before = NULL, after = NULL WHERE ${oldValuesOf(table)}`, [before])
  })
  return rows.length
}

async function expiredRows(db: Reader, today: Day): Promise<CareRow[]> {
  const rows: CareRow[] = []
  for (const [table, condition] of Object.entries(expired)) {
    const found = await rowsOf<{ id: string }>(db, `SELECT id FROM ${table} WHERE ${condition}`, [today])
    rows.push(...found.map(({ id }) => ({ table: table as keyof typeof expired, id }))) // the keys of that very object
  }
  return rows
}

const careTables = allTables.filter(({ scope }) => scope === 'zorg').map(({ name }) => name)

const oldValuesOf = (table: string) => `table_name = '${table}' AND (before IS NOT NULL OR after IS NOT NULL)
  AND row_id NOT IN (SELECT id FROM ${table}) AND action_seq IN (SELECT seq FROM action WHERE at < ?1)`

async function hasOldValues(db: Reader, before: Day): Promise<boolean> {
  for (const table of careTables)
    if ((await rowsOf(db, `SELECT 1 FROM change WHERE ${oldValuesOf(table)} LIMIT 1`, [before])).length > 0) return true
  return false
}

const idsOf = (rows: readonly CareRow[], table: TableName) =>
  rows.flatMap((row) => (row.table === table ? [row.id] : []))
