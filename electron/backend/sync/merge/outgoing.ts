// Own changes on their way out: per scope, under the head of their action. A head tells of another scope nothing but that an action
// had a part here.

import { isDay } from '../../../../shared/domain/calendar-date.ts'
import type { Scope } from '../../database/declare-table.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { ActionLine, NodesLine } from './change-line.ts'
import type { Here } from './here.ts'
import type { Collected } from './merge-engine.ts'
import { nodeOf } from './stamp.ts'
import { stampOwn } from './stamp-own.ts'
import { syncedTable } from './synced-fields.ts'
import { listed, run, select } from './working-set.ts'

export async function collectChanges(tx: Transaction, here: Here, scope: Scope, limit: number): Promise<Collected> {
  await stampOwn(tx, here)
  const rows = await tx
    .selectFrom('sync_outgoing')
    .select(['row_no', 'action_id', 'stamp', 'line'])
    .where('to_scope', '=', scope)
    .orderBy('row_no')
    .limit(limit + 1)
    .execute()
  const more = rows.length > limit
  if (more) rows.length = limit
  const last = rows.at(-1)
  if (!last) return { lines: [], upTo: 0, more: false }
  // An import is thousands of lines of one action: only where another begins is there anything to look up.
  const begins = rows.filter(
    ({ action_id, stamp }, at) => action_id !== rows[at - 1]?.action_id || stamp !== rows[at - 1]?.stamp,
  )
  const heads = await headsOf(
    tx,
    scope,
    begins.map(({ action_id }) => action_id),
  )
  const nodes = await nodesLine(
    tx,
    begins.map(({ stamp }) => nodeOf(stamp)),
  )
  const lines = [JSON.stringify(nodes)]
  let next = 0
  for (const row of rows) {
    if (row === begins[next]) {
      lines.push(JSON.stringify({ ...heads.get(row.action_id), t: row.stamp }))
      next += 1
    }
    lines.push(row.line)
  }
  return { lines, upTo: last.row_no, more }
}

export async function markCollected(tx: Transaction, scope: Scope, upTo: number): Promise<void> {
  // Emptied as a whole when nothing else waits: SQLite then lets go of the pages and does not look at each row.
  const others = await select(tx, 'SELECT 1 FROM sync_outgoing WHERE to_scope <> ? OR row_no > ? LIMIT 1', [
    scope,
    upTo,
  ])
  if (others.length === 0) await run(tx, 'DELETE FROM sync_outgoing')
  else await run(tx, 'DELETE FROM sync_outgoing WHERE to_scope = ? AND row_no <= ?', [scope, upTo])
}

export async function waitingScopes(tx: Transaction, here: Here): Promise<ReadonlySet<Scope>> {
  await stampOwn(tx, here)
  const rows = await select(tx, 'SELECT DISTINCT to_scope FROM sync_outgoing')
  return new Set(rows.map(({ to_scope }) => to_scope as Scope)) // only scopes are written there
}

/** Which computers the nodes are; all that are known when none are named. */
export async function nodesLine(tx: Transaction, nodes?: readonly string[]): Promise<NodesLine> {
  const known = await tx.selectFrom('sync_node').select(['id', 'device']).orderBy('id').execute()
  const wanted = nodes && new Set(nodes)
  return {
    v: 1,
    by: Object.fromEntries(known.flatMap(({ id, device }) => (!wanted || wanted.has(id) ? [[id, device]] : []))),
  }
}

async function headsOf(
  tx: Transaction,
  scope: Scope,
  ids: readonly string[],
): Promise<Map<string, Omit<ActionLine, 't'>>> {
  const actions = await select(
    tx,
    `SELECT a.*, (SELECT json_group_array(DISTINCT c.table_name) FROM change c WHERE c.action_seq = a.seq) AS tables
      FROM action a WHERE a.id IN ${listed}`,
    [JSON.stringify([...new Set(ids)])],
  )
  return new Map(actions.map((action) => [String(action.id), headOf(action, scope)]))
}

function headOf(action: Readonly<Record<string, unknown>>, scope: Scope): Omit<ActionLine, 't'> {
  const tables: unknown = JSON.parse(String(action.tables))
  const scopes = new Set((Array.isArray(tables) ? tables : []).map((name) => syncedTable(String(name))?.scope))
  const isWhole = [...scopes].every((each) => each === scope)
  const subject = syncedTable(String(action.subject_table ?? ''))
  // Whoever may see any part knows who is in the book.
  const isSubjectKnown = subject?.scope === scope || (isWhole && subject?.scope === 'leden')
  const isAboutThis = subject ? isSubjectKnown : isWhole
  const all = JSON.parse(String(action.details)) as NonNullable<ActionLine['d']> // as write() put it there
  const details = isWhole ? all : isAboutThis ? ofEveryPart(all) : {}
  return {
    a: String(action.id),
    at: String(action.at),
    ...(action.actor === null ? {} : { by: String(action.actor) }),
    ...(isAboutThis ? { k: String(action.kind) } : {}),
    ...(subject && isSubjectKnown ? { s: [subject.name, String(action.subject_id)] as const } : {}),
    ...(Object.keys(details).length > 0 ? { d: details } : {}),
    ...(action.undoes === null ? {} : { u: String(action.undoes) }),
  }
}

/** Of an action that has a part elsewhere: when it was, and what it undid. An amount or a count may say something of that part. */
function ofEveryPart(details: NonNullable<ActionLine['d']>): NonNullable<ActionLine['d']> {
  return Object.fromEntries(
    Object.entries(details).filter(([name, value]) => name === 'undone' || (typeof value === 'string' && isDay(value))),
  )
}
