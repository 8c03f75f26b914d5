// Rows of the ledger: only ever added. Most have ids that no other computer can give; those that follow from what they say (a line of
// the bank, a row against another) can be made on two computers, and then one of them counts everywhere.
import type { Table } from '../../database/declare-table.ts'
import { columnsOf } from '../../database/declare-table.ts'
import type { Transaction } from '../../database/transaction.ts'
import { withoutEmpty } from './change-line.ts'
import { type MergeRules, mergeRules, type Values } from './merge-row.ts'
import { rowKey } from './merge-table.ts'
import { loadValues, type Wanted } from './working-set.ts'

/** Rows that there are, with their id, by {@link rowKey}. */
export type FactSet = Map<string, Values>

export async function loadFacts(tx: Transaction, wanted: Wanted): Promise<FactSet> {
  const facts: FactSet = new Map()
  for (const [table, ids] of wanted)
    for (const [id, values] of await loadValues(tx, table, ids)) facts.set(rowKey(table.name, id), { id, ...values })
  return facts
}

export interface FactEffects {
  readonly insert: (row: Values) => void
  readonly replace: (row: Values) => void
  /** The two say different things; `other` is the one that does not count. */
  readonly report: (other: Values) => void
}

/** How many rows changed: 0 when it was known. */
export function mergeFactRow(
  facts: FactSet,
  table: Table,
  heard: Readonly<Values>,
  effects: FactEffects,
  rules: MergeRules = mergeRules,
): number {
  const columns = Object.keys(columnsOf(table))
  const row: Values = {}
  for (const column of columns) row[column] = heard[column] ?? null
  const key = rowKey(table.name, String(row.id))
  const known = facts.get(key)
  if (!known) {
    facts.set(key, row)
    effects.insert(row)
    return 1
  }
  const counting = pick(known, row, rules)
  const other = counting === known ? row : known
  if (saysOtherThing(table, known, row)) effects.report(withoutEmpty(other))
  if (counting === known) return 0
  facts.set(key, row)
  effects.replace(row)
  return 1
}

/** The one that says more (it comes from a newer version), else the one that the rule picks. */
function pick(known: Values, row: Values, rules: MergeRules): Values {
  const names = Object.keys(row).filter((name) => (known[name] ?? null) !== (row[name] ?? null))
  if (names.length === 0 || names.every((name) => row[name] === null)) return known
  if (names.every((name) => (known[name] ?? null) === null)) return row
  return rules.pickFact(known, row) === 'one' ? known : row
}

/** Who wrote it down when, and from which file, may differ between two rows of one id. */
function saysOtherThing(table: Table, one: Readonly<Values>, other: Readonly<Values>): boolean {
  return Object.entries(columnsOf(table)).some(
    ([name, column]) =>
      !column.circumstance &&
      name !== 'created_at' &&
      name !== 'created_by' &&
      (one[name] ?? null) !== null &&
      (other[name] ?? null) !== null &&
      one[name] !== other[name],
  )
}
