// What a row of the ledger says, as the text its link is made over.
import { hash } from 'node:crypto'
import { columnsOf } from '../database/declare-table.ts'
import { allTables } from '../database/schema.ts'

export type LedgerValues = Readonly<Record<string, string | number | null | undefined>>

/** Per table of the ledger the columns that count, in the order of their names. */
export type LedgerShape = ReadonlyMap<string, readonly string[]>

export const ledgerShape: LedgerShape = new Map(
  allTables
    .filter((table) => table.class === 'fact')
    .map((table) => [table.name, Object.keys(columnsOf(table)).sort()]),
)

/** Stands before the first link of every chain. */
export const chainStart = '0'.repeat(64)

/** A column without a value is left out: a version that adds one leaves the links of older rows as they are. */
export function chainText(table: string, columns: readonly string[], values: LedgerValues): string {
  let text = table
  for (const name of columns) {
    const value = values[name]
    if (value !== null && value !== undefined) text += `\n${name}=${JSON.stringify(value)}`
  }
  return text
}

export function nextHash(before: string, text: string): string {
  return hash('sha256', `${before}\n${text}`)
}
