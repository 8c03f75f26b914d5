// Rules over several rows that an undo must not break: nobody is a member twice at once, nor twice in one role or binnenbuurt,
// and nobody belongs of whom nothing is known any more.
import { sql } from 'kysely'
import type { RuleCheck } from '../journal/undo-action.ts'

/** Finds two live periods of the same thing that share a day. */
export const checkBelonging: RuleCheck = async (db, tables) => {
  const checks = [
    ['membership', ''],
    ['neighbourhood_membership', 'AND b.neighbourhood_id = a.neighbourhood_id'],
    [
      'role_term',
      'AND b.role = a.role AND b.neighbourhood_id IS a.neighbourhood_id AND b.organisation_id IS a.organisation_id',
    ],
  ] as const
  for (const [table, same] of checks) {
    if (!tables.has(table)) continue
    const { rows } = await sql`SELECT 1 FROM ${sql.table(table)} AS a JOIN ${sql.table(table)} AS b
      ON b.person_id = a.person_id AND b.id > a.id ${sql.raw(same)}
      WHERE a.deleted_at IS NULL AND b.deleted_at IS NULL
        AND (a.until_day IS NULL OR b.from_day < a.until_day) AND (b.until_day IS NULL OR a.from_day < b.until_day)
        AND a.from_day IS NOT a.until_day AND b.from_day IS NOT b.until_day
      LIMIT 1`.execute(db)
    if (rows.length > 0) return { table }
  }
  if (!tables.has('membership')) return null
  // Nobody belongs whose name was taken away: an undo may not make a member of nobody.
  const { rows } = await sql`SELECT 1 FROM membership AS m JOIN person AS p ON p.id = m.person_id
    WHERE p.erased_on IS NOT NULL AND m.deleted_at IS NULL AND (m.until_day IS NULL OR m.until_day > p.erased_on) LIMIT 1`.execute(
    db,
  )
  return rows.length > 0 ? { table: 'membership' } : null
}
