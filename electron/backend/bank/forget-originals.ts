// A file of the bank that was taken back leaves its bytes behind, so that it can be put back. After a while nobody will, and what the
// bank says of people goes.
import { CompiledQuery } from 'kysely'
import type { BookContext } from '../context.ts'
import { exchange } from '../database/write.ts'
import { daysInTrash } from '../history/trash-queries.ts'

const dayMs = 24 * 60 * 60 * 1000

/** As long as what lies in the bin: 30 days after the last that was done with the file. How many went. */
export async function forgetOriginals(context: BookContext): Promise<number> {
  const before = new Date(context.now().getTime() - daysInTrash * dayMs).toISOString()
  const { rows } = await context.db.executeQuery<{ id: string }>(CompiledQuery.raw(leftBehind, [before]))
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return 0
  await exchange(context, (tx) => tx.deleteFrom('bank_file_content').where('id', 'in', ids).execute())
  return ids.length
}

const leftBehind = `
  SELECT id FROM bank_file_content AS content
  WHERE NOT EXISTS (SELECT 1 FROM bank_file WHERE sha256 = content.id)
    AND NOT EXISTS (
      SELECT 1 FROM change JOIN action ON action.seq = change.action_seq
      WHERE change.table_name = 'bank_file' AND action.at >= ?
        AND content.id IN (change.before ->> '$.sha256', change.after ->> '$.sha256')
    )`
