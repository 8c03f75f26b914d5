import { sql } from 'kysely'
import type { RuleCheck } from '../journal/undo-action.ts'

/** After an undo nobody may go on paying who has left: an agreement ends no later than its membership. */
export const agreementRuleCheck: RuleCheck = async (db, tables) => {
  if (!tables.has('fee_agreement') && !tables.has('membership')) return null
  const outliving = await db
    .selectFrom('fee_agreement as a')
    .innerJoin('membership as m', 'm.id', 'a.membership_id')
    .select('a.id')
    .where('a.deleted_at', 'is', null)
    .where('m.deleted_at', 'is', null)
    .where('m.until_day', 'is not', null)
    // One that was taken back before it began holds on no day.
    .where(sql<boolean>`(a.until_day IS NULL OR (a.until_day > m.until_day AND a.until_day > a.from_day))`)
    .executeTakeFirst()
  return outliving ? { rule: 'agreementOutlivesMembership' } : null
}
