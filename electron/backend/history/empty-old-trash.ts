// After 30 days what lies in the bin goes for good, its values in the journal with it.
import { CompiledQuery } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { Table } from '../database/declare-table.ts'
import { allTables, type TableName } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { referencesTo } from '../journal/references.ts'
import { daysInTrash } from './trash-queries.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Live rows that name a removed one and do not keep it: an invitation says nothing without its gathering or its person. */
const goAlong: ReadonlySet<string> = new Set<`${TableName}.${string}`>([
  'attendance.gathering_id',
  'attendance.person_id',
  'help_giver.person_id',
  'help_offer.person_id',
  'help_job_member.person_id',
  'help_job_member.job_id',
  'newcomer.person_id',
  'absence_cause.gathering_id',
  'lift.gathering_id',
  'lift.person_id',
  'speaker.gathering_id',
  'speaker.person_id',
  'leader_attendance.meeting_id',
  'leader_attendance.role_term_id',
  'initiative_gathering.gathering_id',
  'initiative_own_goal.person_id',
  'kept_longer.person_id',
  'consent.person_id',
  'restriction.person_id',
  'dispute.person_id',
])
/** Live rows that stay what they are without the name. */
const letGo: ReadonlySet<string> = new Set<`${TableName}.${string}`>([
  'gathering.host_person_id',
  'follow_up.owner_person_id',
  'follow_up.gathering_id',
  'help_act.giver_person_id',
  'help_act.receiver_person_id',
  'help_act.request_id',
  'help_job.person_id',
  'help_request.person_id',
  'help_request.asked_by_person_id',
  'help_request.helper_person_id',
  'newcomer.contact_by_person_id',
  'newcomer.invited_by_person_id',
  'signal.owner_person_id',
  'signal.said_by_person_id',
  'contact_moment.by_person_id',
  'lift.offer_id',
  'gathering.subsidy_id',
  'asked_theme.gathering_id',
  'funding.organisation_id',
  'funding.offer_id',
  'join_request.organisation_id',
  'initiative.owner_person_id',
  'initiative.organisation_id',
  'initiative_sign_up.person_id',
  'initiative_sign_up.organisation_id',
  'idea.neighbourhood_id',
  'idea_trial.neighbourhood_id',
  'network_point.neighbourhood_id',
])

interface Removal {
  readonly name: string
  /** Which rows go, as SQL. */
  readonly condition: string
  readonly alongWith: readonly string[]
}

/**
 * Removes what has been in the bin for more than 30 days; how many rows. What another row names stays, also when that one lies in the
 * bin: somebody the ledger needs must still be able to come back, and without an address they would be in no list.
 */
export async function emptyOldTrash(context: BookContext): Promise<number> {
  const before = new Date(context.now().getTime() - daysInTrash * dayMs).toISOString()
  const removals = allTables
    .filter((table) => table.class === 'register' || table.class === 'assignment')
    .map((table) => removalOf(table, before, context.today()))
  if (!(await isAnyWaiting(context.db, removals, before))) return 0
  return write(context, { kind: 'trashEmptied' }, async (tx, action) => {
    // Dependants first, so that what they named may go in the same run.
    for (const removal of removals.toReversed()) {
      for (const statement of removal.alongWith) await run(tx, statement)
      await run(tx, `DELETE FROM ${removal.name} WHERE ${removal.condition}`)
    }
    await run(
      tx,
      // By their table too: a row of another may have the same id.
      `UPDATE change SET before = NULL, after = NULL WHERE (table_name, row_id) IN
        (SELECT table_name, row_id FROM change WHERE action_seq = ? AND op = 'delete')`,
      [action.seq],
    )
    const { count } = await tx
      .selectFrom('change')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('action_seq', '=', action.seq)
      .where('op', '=', 'delete')
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('action')
      .set({ details: JSON.stringify({ count }) })
      .where('seq', '=', action.seq)
      .execute()
    return count
  })
}

/**
 * One question for all tables, for a start waits for this; a table with old rows is asked for those that nothing keeps.
 * @param before our own ISO text, so it may stand in the SQL.
 */
async function isAnyWaiting(db: Reader, removals: readonly Removal[], before: string): Promise<boolean> {
  const old = removals.map(
    ({ name }) => `SELECT '${name}' AS name WHERE EXISTS (SELECT 1 FROM ${name} WHERE deleted_at < '${before}')`,
  )
  const { rows } = await db.executeQuery<{ name: string }>(CompiledQuery.raw(old.join(' UNION ALL ')))
  for (const { name, condition } of removals) {
    if (!rows.some((row) => row.name === name)) continue
    const waiting = await db.executeQuery(CompiledQuery.raw(`SELECT 1 FROM ${name} WHERE ${condition} LIMIT 1`))
    if (waiting.rows.length > 0) return true
  }
  return false
}

/** Whether another row names a removed one in a way that keeps it. */
export async function isKeptInTrash(tx: Transaction, name: string, id: string): Promise<boolean> {
  for (const { table, column } of referencesTo(name)) {
    if ([goAlong, letGo].some((set) => set.has(`${table.name}.${column}`))) continue
    const { rows } = await run(tx, `SELECT 1 FROM ${table.name} WHERE ${column} = ? LIMIT 1`, [id])
    if (rows.length > 0) return true
  }
  return false
}

/** @param before our own ISO text, so it may stand in the SQL; `today` too. */
function removalOf({ name, inBinUntil }: Table, before: string, today: Day): Removal {
  const references = referencesTo(name).map(({ table, column }) => ({ table: table.name, column }))
  const of = (set: ReadonlySet<string>) => references.filter(({ table, column }) => set.has(`${table}.${column}`))
  const keeping = references.filter(
    ({ table, column }) => ![goAlong, letGo].some((set) => set.has(`${table}.${column}`)),
  )
  const condition = [
    `deleted_at < '${before}'`,
    ...(inBinUntil ? [`(${inBinUntil} IS NULL OR ${inBinUntil} < '${today}')`] : []),
    ...keeping.map(({ table, column }) => `NOT EXISTS (SELECT 1 FROM ${table} AS o WHERE o.${column} = ${name}.id)`),
  ].join(' AND ')
  const named = (column: string) => `${column} IN (SELECT id FROM ${name} WHERE ${condition})`
  return {
    name,
    condition,
    alongWith: [
      ...of(goAlong).map(({ table, column }) => `DELETE FROM ${table} WHERE ${named(column)}`),
      ...of(letGo).map(({ table, column }) => `UPDATE ${table} SET ${column} = NULL WHERE ${named(column)}`),
    ],
  }
}

const run = (tx: Transaction, statement: string, values: readonly unknown[] = []) =>
  tx.executeQuery(CompiledQuery.raw(statement, [...values]))
