// What merging must know of a table, from its declaration.
import { makeSortName } from '../../../../shared/domain/person-name.ts'
import { columnsOf, type Scope, type Table } from '../../database/declare-table.ts'
import { allTables, tableNamed } from '../../database/schema.ts'
import type { Value, Values } from './merge-row.ts'

/** Fields that follow from several others: every computer works them out of the merged row, so that they fit it. */
const computed: Readonly<Record<string, Readonly<Record<string, (row: Readonly<Values>) => Value>>>> = {
  person: {
    sort_name: (row) =>
      makeSortName({
        firstName: String(row.first_name ?? ''),
        lastName: String(row.last_name ?? ''),
        called: String(row.called ?? ''),
      }),
  },
}

/** The table a line is about, when this version has it and it is shared. */
export function syncedTable(name: string): Table | undefined {
  const table = tableNamed(name)
  return table && isSynced(table) ? table : undefined
}

export const tablesOfScope = (scope: Scope): Table[] =>
  allTables.filter((table) => table.scope === scope && isSynced(table))

const isSynced = (table: Table): boolean => table.class !== 'local' && table.staysHere !== true

/** Fields that have versions, in the order of the declaration. */
export function fieldsOf(table: Table): readonly string[] {
  return known(table).fields
}

/** Fields that a rule of the row holds together: whoever writes one writes all, so that what is shown was one person's work. */
export function companionsOf(table: Table, field: string): readonly string[] {
  return known(table).companions.get(field) ?? []
}

/** The fields of a merged row that follow from the others. */
export function computedValues(table: Table, row: Readonly<Values>): Values {
  const works = computed[table.name]
  if (!works) return {}
  return Object.fromEntries(Object.entries(works).map(([field, work]) => [field, work(row)]))
}

interface Known {
  readonly fields: readonly string[]
  readonly companions: ReadonlyMap<string, readonly string[]>
}

const knownByName = new Map<string, Known>()

function known(table: Table): Known {
  const found = knownByName.get(table.name)
  if (found) return found
  const without = computed[table.name] ?? {}
  const fields = Object.keys(columnsOf(table)).filter((name) => name !== 'id' && !Object.hasOwn(without, name))
  const made = { fields, companions: companions(table, fields) }
  knownByName.set(table.name, made)
  return made
}

function companions(table: Table, fields: readonly string[]): Map<string, readonly string[]> {
  const groups = new Map<string, Set<string>>()
  for (const check of table.checks) {
    const named = fields.filter((field) => new RegExp(`\\b${field}\\b`).test(check))
    const all = new Set(named.flatMap((field) => [field, ...(groups.get(field) ?? [])]))
    for (const field of all) groups.set(field, all)
  }
  return new Map([...groups].filter(([, all]) => all.size > 1).map(([field, all]) => [field, [...all]]))
}
