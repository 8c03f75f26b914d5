// A list on its way out, before anybody knows whether it becomes a spreadsheet or CSV: every cell says what it is.
import type { Day } from '../../../shared/domain/calendar-date.ts'

export type ExportCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'money'; readonly cents: number }
  | { readonly kind: 'day'; readonly day: Day }
  | { readonly kind: 'empty' }

export interface ExportTable {
  /** Name of the sheet and of the file, in the user's words. */
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly ExportCell[])[]
}

const empty: ExportCell = { kind: 'empty' }

export const textCell = (text: string | null | undefined): ExportCell => (text ? { kind: 'text', text } : empty)
export const numberCell = (value: number | null): ExportCell => (value === null ? empty : { kind: 'number', value })
export const moneyCell = (cents: number): ExportCell => ({ kind: 'money', cents })
export const dayCell = (day: Day | null): ExportCell => (day === null ? empty : { kind: 'day', day })
