// Changes that cannot be done yet: of a newer version, or for a row whose beginning is still on its way. Kept as they came, passed on
// in snapshots, and done as soon as that is possible.
import type { Scope } from '../../database/declare-table.ts'
import { insertRows } from '../../database/insert-rows.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { ActionLine, PendingLine } from './change-line.ts'
import { isRecord, isSetLine } from './change-line.ts'
import type { Here } from './here.ts'
import { fieldsOf, syncedTable } from './synced-fields.ts'
import type { Heard } from './take-over.ts'
import { listed, run, select } from './working-set.ts'

export interface PendingChange {
  readonly heard: Heard
  /** It stood in a full state, not in a change. */
  readonly isState?: boolean
  readonly reason: 'unknown' | 'row' | 'check'
}

export async function keepPending(tx: Transaction, here: Here, waiting: readonly PendingChange[]): Promise<void> {
  if (waiting.length === 0) return
  const known = new Set<string>()
  const texts = waiting.map(textOf)
  for (const { line } of await select(tx, `SELECT line FROM sync_pending WHERE line IN ${listed}`, [
    JSON.stringify(texts),
  ]))
    known.add(String(line))
  await insertRows(
    tx,
    'sync_pending',
    waiting.flatMap(({ heard, reason }, at) => {
      const line = texts[at] ?? ''
      if (known.has(line)) return []
      known.add(line)
      return [
        {
          id: here.newId(),
          to_scope: heard.scope,
          table_name: String(heard.line.r ?? heard.line.f ?? ''),
          row_id: rowIdOf(heard),
          reason,
          line,
        },
      ]
    }),
  )
}

/** What waited for these rows, taken out to be tried again. */
export async function takePending(tx: Transaction, here: Here, ids: ReadonlySet<string>): Promise<Heard[]> {
  if (ids.size === 0 || (await select(tx, 'SELECT 1 FROM sync_pending LIMIT 1')).length === 0) return []
  return takeOut(
    tx,
    here,
    await select(tx, `SELECT * FROM sync_pending WHERE reason <> 'unknown' AND row_id IN ${listed} ORDER BY row_no`, [
      JSON.stringify([...ids]),
    ]),
  )
}

/** What this version has learnt to understand, taken out to be tried again; for after an update of the program. */
export async function takeUnderstood(tx: Transaction, here: Here): Promise<Heard[]> {
  const rows = await select(tx, "SELECT * FROM sync_pending WHERE reason IN ('unknown', 'check') ORDER BY row_no")
  return takeOut(
    tx,
    here,
    rows.filter(({ reason, line }) => reason === 'check' || isUnderstood(lineOf(String(line)).line)),
  )
}

async function takeOut(tx: Transaction, here: Here, rows: readonly Record<string, unknown>[]): Promise<Heard[]> {
  const action = stateAction(here)
  await run(tx, `DELETE FROM sync_pending WHERE id IN ${listed}`, [JSON.stringify(rows.map(({ id }) => id))])
  return rows.map(({ to_scope, line }) => {
    const { a, device, line: inner } = lineOf(String(line))
    const from = a ? { device, action: a } : { device: here.device, action }
    return { ...from, scope: to_scope as Scope, line: inner } // written by keepPending
  })
}

/** What is taken over of a full state belongs to no action of anybody. */
export const stateAction = (here: Here): ActionLine => ({
  a: here.newId(),
  t: '',
  at: here.now().toISOString(),
  k: 'snapshotTaken',
})

/** As it stands in a snapshot; the same text for the same change on every computer. */
function textOf({ heard: { device, action, line }, isState }: PendingChange): string {
  const from = isState ? { a: null, device: '' } : { a: action, device }
  return JSON.stringify({ p: { ...from, line } } satisfies PendingLine)
}

const lineOf = (text: string): PendingLine['p'] => (JSON.parse(text) as PendingLine).p // our own JSON

function isUnderstood(line: Readonly<Record<string, unknown>>): boolean {
  const table = syncedTable(String(line.r ?? line.f ?? ''))
  if (!table) return false
  if (isSetLine(line) || isRecord(line.s))
    return Object.keys(isRecord(line.s) ? line.s : {}).every(
      (field) => field === 'id' || fieldsOf(table).includes(field),
    )
  return true
}

function rowIdOf({ line }: Heard): string {
  if (typeof line.i === 'string') return line.i
  return isRecord(line.s) && typeof line.s.id === 'string' ? line.s.id : ''
}
