// "I would rather you did not keep this": everything that stands here because somebody agreed to it goes, in one action.
import type { BookContext } from '../context.ts'
import { allTables, type TableName } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { rowsOf } from '../dues/rows.ts'
import { findPerson } from '../members/person-queries.ts'
import { type CareRow, eraseCare } from './erase-care.ts'

/** Read from the declarations: a table with consent in its rows cannot be forgotten. What hangs on others first. */
const consentTables = allTables.filter((table) => 'consent_day' in table.columns).toReversed()

export async function withdrawConsent(context: BookContext, personId: string): Promise<{ removed: number }> {
  await findPerson(context.db, personId)
  const rows = await consentedRows(context.db, personId)
  await eraseCare(context, 'consentWithdrawn', rows)
  return { removed: rows.length }
}

export async function hasConsented(db: Reader, personId: string): Promise<boolean> {
  return (await consentedRows(db, personId)).length > 0
}

async function consentedRows(db: Reader, personId: string): Promise<CareRow[]> {
  const rows: CareRow[] = []
  for (const { name } of consentTables) {
    const found = await rowsOf<{ id: string }>(
      db,
      `SELECT id FROM ${name} WHERE person_id = ?1 AND consent_day IS NOT NULL`,
      [personId],
    )
    rows.push(...found.map(({ id }) => ({ table: name as TableName, id }))) // every declaration is in `tables`
  }
  return rows
}
