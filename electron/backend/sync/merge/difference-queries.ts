// Fields with two versions that say different things, as somebody can look at them and choose.
import type { z } from 'zod'
import type { differences } from '../../../../shared/contract/differences.ts'
import type { Table } from '../../database/declare-table.ts'
import type { Reader } from '../../database/transaction.ts'
import { recordNames } from '../../history/record-names.ts'
import type { Opener } from '../../sealing/sealer.ts'
import { differingFields, type Head, type Value, versionsOf } from './merge-row.ts'
import { msOf, nodeOf, type Stamp } from './stamp.ts'
import { companionsOf, fieldsOf, syncedTable } from './synced-fields.ts'
import { type LoadedRow, listed, loadRows, select, type Wanted, want } from './working-set.ts'

type Listed = z.output<typeof differences.list.output>
export type Difference = Listed['differences'][number]
type Hint = Listed['hints'][number]

/** Texts that stand in a file of the bank, and differ with the kind of file: nobody wrote them, so nobody has to choose. */
const fromFiles: ReadonlySet<string> = new Set(['bank_line_text'])
const freeText: ReadonlySet<string> = new Set(['note', 'area_note', 'text'])

export async function listDifferences(db: Reader, opener: Opener | undefined): Promise<Difference[]> {
  const rows = await rowsThatDiffer(db)
  const found = rows.flatMap((row) => differencesOf(row, opener))
  const writers = await writersOf(
    db,
    found.flatMap(({ versions }) => versions.map(({ stamp }) => stamp)),
  )
  const names = await namesOf(db, rows)
  return found.map((difference) => ({
    ...difference,
    name: names.get(difference.rowId) ?? null,
    versions: difference.versions.map((version) => ({ ...version, ...(writers.get(version.stamp) ?? nobody) })),
  }))
}

export async function listHints(db: Reader): Promise<Hint[]> {
  const hints = await db.selectFrom('sync_hint').selectAll().orderBy('row_no', 'desc').limit(100).execute()
  const wanted: Wanted = new Map()
  for (const { table_name, row_id } of hints) {
    const table = syncedTable(table_name)
    if (table && table.class !== 'fact') want(wanted, table, row_id)
  }
  const names = await namesOf(db, [...(await loadRows(db, wanted)).values()])
  return hints.map(({ id, kind, table_name, row_id, device, at }) => ({
    id,
    kind: kind as Hint['kind'], // written by this program alone
    table: table_name,
    rowId: row_id,
    name: names.get(row_id) ?? null,
    device,
    at,
  }))
}

const nobody = { device: '', actor: null, at: null }

/** A row and the fields of one difference in it, by its id; undefined when there is none. */
export async function findDifference(
  db: Reader,
  id: string,
  opener: Opener | undefined,
): Promise<{ row: LoadedRow; difference: Difference } | undefined> {
  for (const row of await rowsThatDiffer(db)) {
    const difference = differencesOf(row, opener).find((each) => each.id === id)
    if (difference) return { row, difference }
  }
  return undefined
}

/** How a row is called on the screen: by its own name or by that of the person it is about. */
export async function namesOf(db: Reader, rows: readonly LoadedRow[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const [table, ofTable] of Map.groupBy(rows, (row) => row.table)) {
    const personOf = (row: LoadedRow) => row.values?.person_id ?? row.values?.payer_person_id
    const isOfPerson = 'person_id' in table.columns || 'payer_person_id' in table.columns
    const idOfName = (row: LoadedRow) => (isOfPerson ? String(personOf(row) ?? '') : row.id)
    const found = await recordNames(db, isOfPerson ? 'person' : table.name, ofTable.map(idOfName))
    for (const row of ofTable) {
      const name = found.get(idOfName(row))
      if (name !== undefined) names.set(row.id, name)
    }
  }
  return names
}

async function rowsThatDiffer(db: Reader): Promise<LoadedRow[]> {
  const wanted: Wanted = new Map()
  for (const { table_name, row_id } of await db.selectFrom('sync_difference').selectAll().orderBy('row_no').execute()) {
    const table = syncedTable(table_name)
    if (table && !fromFiles.has(table_name)) want(wanted, table, row_id)
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
      table: table.name,
      rowId: id,
      name: null,
      fields,
      isText: fields.length === 1 && freeText.has(fields[0] ?? ''),
      versions,
    })
  }
  return found
}

const inOrder = (table: Table, fields: readonly string[]) => fieldsOf(table).filter((field) => fields.includes(field))

/** The versions of fields that were written together, all different, the shown one first. */
function versionsTogether(
  row: LoadedRow,
  fields: readonly string[],
  opener: Opener | undefined,
): Difference['versions'] {
  const heads = new Map(fields.map((field) => [field, versionsOf(row.state, field, row.values?.[field] ?? null)]))
  const stamps = [...heads.values()].reduce(
    (most, each) => (each.length > most.length ? each : most),
    [] as readonly Head[],
  )
  const seen = new Set<string>()
  return stamps.flatMap(([stamp], at) => {
    const read = fields.map((field) => {
      const ofField = heads.get(field) ?? []
      const value = (ofField.find(([each]) => each === stamp) ?? ofField[0])?.[1] ?? null
      return readValue(row, field, value, opener)
    })
    const values = read.map(({ value }) => value)
    const text = JSON.stringify(values)
    if (seen.has(text)) return []
    seen.add(text)
    const unreadable = read.some((each) => each.unreadable)
    return [{ stamp, values: unreadable ? values.map(() => null) : values, unreadable, isShown: at === 0, ...nobody }]
  })
}

/** Sealed values are never alike as they are stored; opened they may be. */
function readValue(
  { table, id }: LoadedRow,
  field: string,
  value: Value,
  opener: Opener | undefined,
): { value: Value; unreadable: boolean } {
  if (!table.columns[field]?.sealed || typeof value !== 'string') return { value, unreadable: false }
  if (!opener) return { value, unreadable: true }
  return {
    value: opener.openText({ table: table.name, id, column: field }, Buffer.from(value, 'hex')),
    unreadable: false,
  }
}

interface Writer {
  readonly device: string
  readonly actor: string | null
  readonly at: string | null
}

async function writersOf(db: Reader, stamps: readonly Stamp[]): Promise<Map<Stamp, Writer>> {
  const writers = new Map<Stamp, Writer>()
  const nodes = new Map((await db.selectFrom('sync_node').selectAll().execute()).map(({ id, device }) => [id, device]))
  for (const stamp of stamps)
    if (stamp !== '')
      writers.set(stamp, {
        device: nodes.get(nodeOf(stamp)) ?? '',
        actor: null,
        at: new Date(msOf(stamp)).toISOString(),
      })
  const actions = await select(
    db,
    `SELECT s.stamp, a.device, a.actor, a.at FROM sync_action s JOIN action a ON a.id = s.id WHERE s.stamp IN ${listed}`,
    [JSON.stringify(stamps)],
  )
  for (const { stamp, device, actor, at } of actions)
    writers.set(String(stamp), { device: String(device), actor: actor === null ? null : String(actor), at: String(at) })
  return writers
}
