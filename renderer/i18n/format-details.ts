import { isDay } from '../../shared/domain/calendar-date.ts'
import type { Format } from '../../shared/domain/format.ts'

type Value = string | number | boolean | null

/** Days and amounts among the details of an error or an action, written as in a sentence; the rest stays as it is. */
export function formatDetails(details: Readonly<Record<string, Value>>, format: Format): Record<string, Value> {
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, formatDetail(name, value, format)]))
}

function formatDetail(name: string, value: Value, format: Format): Value {
  if (typeof value === 'string' && isDay(value)) return format.day(value)
  if (typeof value === 'number' && name.toLowerCase().endsWith('cents')) return format.amount(value)
  return value
}
