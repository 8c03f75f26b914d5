// "I would rather you did not keep this": everything that stands here because somebody agreed to it goes, in one action. Also what was
// taken back since and is known to the journal alone: undo could bring it back, on a word that does not hold any more.
import type { BookContext } from '../context.ts'
import { allTables, type TableName } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { rowsOf } from '../dues/rows.ts'
import { findPerson } from '../members/person-queries.ts'
import { writeErasure } from '../sync/merge/write-erasure.ts'
import { forgetFormerValues } from '../sync/merge/write-heard.ts'
import { type CareRow, eraseRows } from './erase-care.ts'

/** Read from the declarations: a table with consent in its rows cannot be forgotten. What hangs on others first. */
const consentTables = allTables.filter((table) => 'consent_day' in table.columns).toReversed()

export async function withdrawConsent(context: BookContext, personId: string): Promise<{ removed: number }> {
  await findPerson(context.db, personId)
  const all = await everConsented(context.db, personId)
  const neutral = all.filter(({ state }) => state === 'neutral')
  const rows = all.filter(({ state }) => state !== 'neutral')
  if (rows.length + neutral.length === 0) return { removed: 0 }
  const removed = rows.filter(({ state }) => state === 'consented').length
  await writeErasure(context, { kind: 'consentWithdrawn', details: { count: removed } }, async (tx, { at }) => {
    await eraseRows(tx, rows, at)
    for (const { table, id } of neutral) await forgetFormerValues(tx, table, [id])
  })
  return { removed }
}

export async function hasConsented(db: Reader, personId: string): Promise<boolean> {
  for (const { name } of consentTables) {
    const statement = `SELECT 1 FROM ${name} WHERE person_id = ?1 AND consent_day IS NOT NULL LIMIT 1`
    if ((await rowsOf(db, statement, [personId])).length > 0) return true
  }
  return false
}

interface EverConsented extends CareRow {
  /** consented: it rests on consent now; neutral: it did, and says nothing special any more; gone: it is in the journal only. */
  readonly state: 'consented' | 'neutral' | 'gone'
}

async function everConsented(db: Reader, personId: string): Promise<EverConsented[]> {
  const found: EverConsented[] = []
  for (const { name } of consentTables) {
    const ofPerson = (values: string) => `json_extract(${values}, '$.person_id') = ?1`
    const agreed = (values: string) => `json_extract(${values}, '$.consent_day') IS NOT NULL`
    const rows = await rowsOf<{ id: string; state: EverConsented['state'] }>(
      db,
      `WITH theirs (id) AS (SELECT id FROM ${name} WHERE person_id = ?1
          UNION SELECT row_id FROM change WHERE table_name = '${name}' AND (${ofPerson('before')} OR ${ofPerson('after')}))
        SELECT theirs.id, CASE WHEN t.id IS NULL THEN 'gone' WHEN t.consent_day IS NULL THEN 'neutral' ELSE 'consented' END AS state
        FROM theirs LEFT JOIN ${name} t ON t.id = theirs.id
        WHERE t.consent_day IS NOT NULL OR EXISTS (SELECT 1 FROM change c
          WHERE c.table_name = '${name}' AND c.row_id = theirs.id AND (${agreed('c.before')} OR ${agreed('c.after')}))`,
      [personId],
    )
    found.push(...rows.map((row) => ({ ...row, table: name as TableName }))) // every declaration is in `tables`
  }
  return found
}
