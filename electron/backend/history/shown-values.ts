// What kind a stored value is follows from the declaration of its column: a new column is shown in words without a line here.
import type { ShownValue } from '../../../shared/contract/shown-value.ts'
import { isDay } from '../../../shared/domain/calendar-date.ts'
import { columnsOf, type Table } from '../database/declare-table.ts'
import type { Reader } from '../database/transaction.ts'
import { recordNames } from './record-names.ts'

export type StoredValue = string | number | null

export interface ValueOfRow {
  readonly table: Table
  readonly field: string
  readonly value: StoredValue
  /** The whole row, where another column says how to read this one. */
  readonly row?: Readonly<Record<string, StoredValue>>
  /** Sealed, and not opened. */
  readonly isLocked?: boolean
}

/** In the order they were given. */
export async function shownValues(db: Reader, values: readonly ValueOfRow[]): Promise<ShownValue[]> {
  const idsByTable = new Map<string, string[]>()
  for (const { table, field, value } of values) {
    const other = columnsOf(table)[field]?.references
    if (other && typeof value === 'string') idsByTable.set(other, [...(idsByTable.get(other) ?? []), value])
  }
  const names = new Map<string, ReadonlyMap<string, string>>()
  for (const [table, ids] of idsByTable) names.set(table, await recordNames(db, table, ids))
  return values.map((value) => shown(value, names))
}

function shown(
  { table, field, value, row, isLocked }: ValueOfRow,
  names: ReadonlyMap<string, ReadonlyMap<string, string>>,
): ShownValue {
  const column = columnsOf(table)[field]
  if (isLocked) return { kind: 'locked' }
  if (value === null || value === '') return { kind: 'nothing' }
  if (column?.references) return { kind: 'record', name: names.get(column.references)?.get(String(value)) ?? null }
  if (column?.codes) return { kind: 'code', code: String(value) }
  if (column?.check === isFlag) return { kind: 'yesNo', isYes: value === 1 }
  return typeof value === 'number' ? shownNumber(table, field, value, row) : shownText(field, value)
}

const isFlag = '{column} IN (0, 1)'

function shownNumber(table: Table, field: string, value: number, row: ValueOfRow['row']): ShownValue {
  // The one number whose unit stands in another column.
  if (table.name === 'fee_agreement' && field === 'reduction_value')
    return row?.reduction_kind === 'percent' ? { kind: 'percent', number: value } : { kind: 'cents', cents: value }
  return /(^|_)cents$/.test(field) ? { kind: 'cents', cents: value } : { kind: 'number', number: value }
}

function shownText(field: string, value: string): ShownValue {
  if (isDay(value)) return { kind: 'day', day: value }
  if (/_at$/.test(field) && !Number.isNaN(Date.parse(value))) return { kind: 'moment', moment: value }
  if (/_time$/.test(field) && /^\d\d:\d\d$/.test(value)) return { kind: 'time', time: value }
  return { kind: 'text', text: value }
}
