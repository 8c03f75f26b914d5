// Rules over several rows that an undo could break: they cannot be constraints of a table that is merged between two PCs.
import type { RuleCheck } from '../journal/undo-action.ts'

/** Everybody stands on an invitation once. */
export const checkInvitedOnce: RuleCheck = async (db, tables) => {
  if (!tables.has('attendance')) return null
  const twice = await db
    .selectFrom('attendance')
    .select('gathering_id')
    .where('deleted_at', 'is', null)
    .groupBy(['gathering_id', 'person_id'])
    .having((eb) => eb.fn.countAll(), '>', 1)
    .limit(1)
    .executeTakeFirst()
  return twice ? { table: 'attendance' } : null
}

/** Per person and gathering at most one agreement to look in is open. */
export const checkOneOpenFollowUp: RuleCheck = async (db, tables) => {
  if (!tables.has('follow_up')) return null
  const twice = await db
    .selectFrom('follow_up')
    .select('gathering_id')
    .where('deleted_at', 'is', null)
    .where('state', '=', 'open')
    .where('gathering_id', 'is not', null)
    .groupBy(['gathering_id', 'person_id'])
    .having((eb) => eb.fn.countAll(), '>', 1)
    .limit(1)
    .executeTakeFirst()
  return twice ? { table: 'follow_up' } : null
}
