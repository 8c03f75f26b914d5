// An address, a binnenbuurt or a fee plan that somebody in the book has may not lie in the Prullenbak: it would go for good after
// 30 days. People come back from there after their address went, so this is looked at whenever rows come back.
import { CompiledQuery } from 'kysely'
import type { Reader, Transaction } from '../database/transaction.ts'
import type { RuleCheck } from '../journal/undo-action.ts'

const places = [
  { place: 'household', table: 'person', column: 'household_id' },
  { place: 'neighbourhood', table: 'neighbourhood_membership', column: 'neighbourhood_id' },
  { place: 'neighbourhood', table: 'role_term', column: 'neighbourhood_id' },
  { place: 'neighbourhood', table: 'gathering', column: 'neighbourhood_id' },
  { place: 'neighbourhood', table: 'series', column: 'neighbourhood_id' },
  { place: 'neighbourhood', table: 'barrier', column: 'neighbourhood_id' },
  { place: 'neighbourhood', table: 'help_request', column: 'neighbourhood_id' },
  { place: 'neighbourhood', table: 'help_act', column: 'neighbourhood_id' },
  { place: 'neighbourhood', table: 'help_job', column: 'neighbourhood_id' },
  { place: 'organisation', table: 'role_term', column: 'organisation_id' },
  { place: 'fee_plan', table: 'fee_agreement', column: 'fee_plan_id' },
] as const

/** Takes back what live rows name, and gives how many that were. */
export async function restorePlaces(tx: Transaction): Promise<number> {
  let restored = 0
  for (const each of places) {
    const { numAffectedRows } = await run(
      tx,
      `UPDATE ${each.place} SET deleted_at = NULL WHERE ${inTrashAndNamed(each)}`,
    )
    restored += Number(numAffectedRows ?? 0)
  }
  return restored
}

/** For undo: the place has to come back first. */
export const checkPlaces: RuleCheck = async (db, tables) => {
  for (const each of places) {
    if (!tables.has(each.table) && !tables.has(each.place)) continue
    const { rows } = await run(db, `SELECT 1 FROM ${each.place} WHERE ${inTrashAndNamed(each)} LIMIT 1`)
    if (rows.length > 0) return { table: each.place }
  }
  return null
}

const inTrashAndNamed = ({ place, table, column }: (typeof places)[number]) =>
  `deleted_at IS NOT NULL AND EXISTS (SELECT 1 FROM ${table} AS live WHERE live.${column} = ${place}.id AND live.deleted_at IS NULL)`

const run = (db: Reader, statement: string) => db.executeQuery(CompiledQuery.raw(statement))
