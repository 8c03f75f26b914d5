import type { Table } from '../../database/declare-table.ts'
import type { Row, RowState, Values } from './merge-row.ts'
import { fieldsOf } from './synced-fields.ts'

/** A row as it stands in a full state, as far as this version knows its fields. */
export function stateOf(table: Table, values: Readonly<Values> | undefined, state: RowState | undefined): Row {
  const fields = fieldsOf(table)
  if (!values) return { values: null, state }
  const whole: Values = {}
  for (const field of fields) whole[field] = values[field] ?? null
  if (!state?.c) return { values: whole, state }
  const c = Object.fromEntries(Object.entries(state.c).filter(([field]) => fields.includes(field)))
  return { values: whole, state: { ...state, c } }
}
