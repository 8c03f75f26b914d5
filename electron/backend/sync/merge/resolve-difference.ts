// Choosing between versions is an ordinary change by somebody who saw them all: it replaces them everywhere.
import type { z } from 'zod'
import type { differences } from '../../../../shared/contract/differences.ts'
import { lockedTables } from '../../care/locked-tables.ts'
import type { BookContext } from '../../context.ts'
import { enterAction, underAction } from '../../database/action-entry.ts'
import { insertRows } from '../../database/insert-rows.ts'
import { exchange } from '../../database/write.ts'
import { RuleBroken } from '../../rule-broken.ts'
import { setLine } from './change-line.ts'
import { type Difference, findDifference } from './difference-queries.ts'
import { hereOf } from './here.ts'
import { stampSet, type Value, type Values, versionsOf } from './merge-row.ts'
import { rowKey } from './merge-table.ts'
import { stampOwn } from './stamp-own.ts'
import { knowNodes } from './sync-clock.ts'
import { companionsOf, computedValues, fieldsOf } from './synced-fields.ts'
import { type LoadedRow, run, stored, storeStates } from './working-set.ts'

type Choice = z.output<typeof differences.resolve.input>['choice']

/** @throws RuleBroken differenceGone */
export async function resolveDifference(context: BookContext, id: string, choice: Choice): Promise<void> {
  const opener = await context.sealing.forReading()
  const locked = lockedTables(context.careLock)
  await exchange(context, async (tx) => {
    const here = hereOf(context, context.newId())
    const clock = await stampOwn(tx, here)
    const found = await findDifference(tx, id, opener, locked)
    const values = found && chosenValues(found, choice)
    if (!clock || !found || !values) throw new RuleBroken('differenceGone')
    const { row } = found
    const action = { id: here.newId(), at: here.now().toISOString() }
    const seq = await enterAction(tx, {
      ...{ ...action, device: here.device, actor: here.actor(), kind: 'differenceResolved' },
      subject: { table: row.table.name, id: row.id },
    })
    const all = { ...values, ...computedValues(row.table, { ...row.values, ...values }) }
    const names = Object.keys(all)
    const storable = stored(row.table, all)
    await underAction(tx, seq, () =>
      run(tx, `UPDATE ${row.table.name} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, [
        ...names.map((name) => storable[name]),
        row.id,
      ]),
    )
    // Stamped at once and not from the journal: also a choice for what was shown already, which changes no row, is a choice.
    row.values = { ...row.values, ...values }
    const stamp = clock.stampAt(new Date(action.at))
    const line = setLine(row.table.name, row.id, stampSet(row, values, stamp, false))
    row.isDirty = true
    await clock.store(tx)
    await knowNodes(tx, { [here.node]: here.device })
    await storeStates(tx, new Map([[rowKey(row.table.name, row.id), row]]))
    await insertRows(tx, 'sync_action', [{ id: action.id, stamp, heard: 0 }])
    await insertRows(tx, 'sync_outgoing', [
      {
        id: `${stamp}/0`,
        to_scope: row.table.scope,
        action_id: action.id,
        stamp,
        table_name: row.table.name,
        row_id: row.id,
        line: JSON.stringify(line),
      },
    ])
  })
  context.announce({ topic: 'changed', tables: ['sync_difference'] })
}

function chosenValues(difference: Difference, choice: Choice): Values | undefined {
  const { row } = difference
  if (choice.kind === 'all') {
    if (!difference.isText) return undefined
    const texts = difference.versions.map(({ values: [text] }) => text).filter((text) => text !== null)
    return Object.fromEntries(difference.fields.map((field) => [field, texts.join('\n\n')]))
  }
  const { stamp } = choice
  if (!difference.versions.some((version) => version.stamp === stamp)) return undefined
  const first = difference.fields[0] ?? ''
  const names = new Set([...difference.fields, ...companionsOf(row.table, first), ...derivedOf(row)])
  const values: Values = {}
  for (const field of fieldsOf(row.table)) if (names.has(field)) values[field] = valueAt(row, field, stamp)
  return values
}

/** What was made along with a sealed value, and is no version of its own. */
const derivedOf = ({ table }: LoadedRow): string[] =>
  Object.entries(table.columns).flatMap(([name, column]) => (column.derived ? [name] : []))

function valueAt(row: LoadedRow, field: string, stamp: string): Value {
  const heads = versionsOf(row.state, field, row.values?.[field] ?? null)
  return (heads.find(([each]) => each === stamp) ?? heads[0])?.[1] ?? null
}
