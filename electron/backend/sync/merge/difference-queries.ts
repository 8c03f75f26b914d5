// Fields with two versions that say different things, as they are stored.
import type { Table } from '../../database/declare-table.ts'
import type { Reader } from '../../database/transaction.ts'
import type { Opener } from '../../sealing/sealer.ts'
import { differingFields, type Head, type Value, versionsOf } from './merge-row.ts'
import type { Stamp } from './stamp.ts'
import { companionsOf, fieldsOf, syncedTable } from './synced-fields.ts'
import { type LoadedRow, loadRows, type Wanted, want } from './working-set.ts'

export interface Difference {
  readonly id: string
  readonly row: LoadedRow
  /** Several when they only make sense together. */
  readonly fields: readonly string[]
  /** One field of free text: both may be kept, one under the other. */
  readonly isText: boolean
  /** At least two, all different; the shown one first. */
  readonly versions: readonly Version[]
}

interface Version {
  readonly stamp: Stamp
  /** One per field, in its order; all null when they cannot be opened. */
  readonly values: readonly Value[]
  readonly isLocked: boolean
}

/**
 * Written by the program out of files of the bank or steps it takes: nobody wrote them, so nobody has to choose. They may differ with
 * the kind of file or the version of the program.
 */
export const writtenByProgram: ReadonlySet<string> = new Set([
  'bank_decision',
  'bank_file',
  'bank_line_text',
  'bank_statement',
  'collection_debtor',
  'dues_standing',
  'exchanged_file',
  'other_book',
  'shared_person',
])
const freeText: ReadonlySet<string> = new Set(['note', 'area_note', 'text'])

/** A sealed programme is opened by its coach alone; here one sees only that there are two versions. */
const openedElsewhere = 'shared_sealed_record'

/** @param locked tables of which nothing may be told now */
export async function findDifferences(
  db: Reader,
  opener: Opener | undefined,
  locked: ReadonlySet<string>,
): Promise<Difference[]> {
  return (await rowsThatDiffer(db, locked)).flatMap((row) => differencesOf(row, opener))
}

/** undefined when it is gone. */
export async function findDifference(
  db: Reader,
  id: string,
  opener: Opener | undefined,
  locked: ReadonlySet<string>,
): Promise<Difference | undefined> {
  return (await findDifferences(db, opener, locked)).find((each) => each.id === id)
}

async function rowsThatDiffer(db: Reader, locked: ReadonlySet<string>): Promise<LoadedRow[]> {
  const wanted: Wanted = new Map()
  for (const { table_name, row_id } of await db.selectFrom('sync_difference').selectAll().orderBy('row_no').execute()) {
    const table = syncedTable(table_name)
    if (table && !writtenByProgram.has(table_name) && !locked.has(table_name)) want(wanted, table, row_id)
  }
  return [...(await loadRows(db, wanted)).values()].filter((row) => row.values !== null)
}

function differencesOf(row: LoadedRow, opener: Opener | undefined): Difference[] {
  const { table, id } = row
  const told = new Set<string>()
  const found: Difference[] = []
  for (const field of inOrder(table, differingFields(row))) {
    if (told.has(field) || table.columns[field]?.derived) continue
    const together = companionsOf(table, field)
    for (const each of [field, ...together]) told.add(each)
    const fields =
      together.length > 0 ? inOrder(table, differingFields(row)).filter((each) => together.includes(each)) : [field]
    const versions = versionsTogether(row, fields, opener)
    if (versions.length < 2) continue
    found.push({
      id: `${table.name}:${id}/${fields[0]}`,
      row,
      fields,
      isText: fields.length === 1 && freeText.has(fields[0] ?? ''),
      versions,
    })
  }
  return found
}

const inOrder = (table: Table, fields: readonly string[]) => fieldsOf(table).filter((field) => fields.includes(field))

/** The versions of fields that were written together, all different, the shown one first. */
function versionsTogether(row: LoadedRow, fields: readonly string[], opener: Opener | undefined): Version[] {
  const heads = new Map(fields.map((field) => [field, versionsOf(row.state, field, row.values?.[field] ?? null)]))
  const stamps = [...heads.values()].reduce(
    (most, each) => (each.length > most.length ? each : most),
    [] as readonly Head[],
  )
  const seen = new Set<string>()
  return stamps.flatMap(([stamp]) => {
    const read = fields.map((field) => {
      const ofField = heads.get(field) ?? []
      const value = (ofField.find(([each]) => each === stamp) ?? ofField[0])?.[1] ?? null
      return readValue(row, field, value, opener)
    })
    const values = read.map(({ value }) => value)
    const text = JSON.stringify(values)
    if (seen.has(text)) return []
    seen.add(text)
    const isLocked = read.some((each) => each.isLocked)
    return [{ stamp, values: isLocked ? values.map(() => null) : values, isLocked }]
  })
}

/** Sealed values are never alike as they are stored; opened they may be. */
function readValue(
  { table, id }: LoadedRow,
  field: string,
  value: Value,
  opener: Opener | undefined,
): { value: Value; isLocked: boolean } {
  if (!table.columns[field]?.sealed || typeof value !== 'string') return { value, isLocked: false }
  if (!opener || table.name === openedElsewhere) return { value, isLocked: true }
  return {
    value: opener.openText({ table: table.name, id, column: field }, Buffer.from(value, 'hex')),
    isLocked: false,
  }
}
