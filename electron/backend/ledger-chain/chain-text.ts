// What a row of the ledger says, as the text its link is made over.
import { createHash } from 'node:crypto'
import type { Table } from '../database/declare-table.ts'
import { columnsOf } from '../database/declare-table.ts'

export type LedgerValues = Readonly<Record<string, string | number | null | undefined>>

/** Stands before the first link of every chain. */
export const chainStart = '0'.repeat(64)

/**
 * The columns in the order of their names, each as JSON. A column without a value is left out: a version that adds one leaves the
 * links of older rows as they are.
 */
export function chainText(table: Table, values: LedgerValues): string {
  let text = table.name
  for (const name of namesOf(table)) {
    const value = values[name]
    if (value !== null && value !== undefined) text += `\n${name}=${JSON.stringify(value)}`
  }
  return text
}

export function nextHash(before: string, text: string): string {
  return createHash('sha256').update(before).update('\n').update(text).digest('hex')
}

const names = new WeakMap<Table, readonly string[]>()

function namesOf(table: Table): readonly string[] {
  const known = names.get(table)
  if (known) return known
  const sorted = Object.keys(columnsOf(table)).sort()
  names.set(table, sorted)
  return sorted
}
