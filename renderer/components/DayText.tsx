import type { Day } from '../../shared/domain/calendar-date.ts'
import { useFormat } from '../i18n/use-format.ts'

export interface DayTextProps {
  readonly day: Day
  /** full: zaterdag 12 december 2026. plain (usual): 12 december 2026. short: 12 december. numeric: 12-12-2026, for tables. */
  readonly form?: 'full' | 'plain' | 'short' | 'numeric'
}

/** A day, kept whole in a line that runs the other way: unisolated, 12-03-2026 would be read backwards there. */
export function DayText({ day, form = 'plain' }: DayTextProps) {
  const format = useFormat()
  return (
    <bdi>
      <time dateTime={day}>{format.day(day, form)}</time>
    </bdi>
  )
}
