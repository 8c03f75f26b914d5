// Differences, hints and breaches as somebody can look at them: what they are about, who wrote what and when, all in words.
import type { z } from 'zod'
import type { differences } from '../../../../shared/contract/differences.ts'
import type { Reader } from '../../database/transaction.ts'
import { recordNames } from '../../history/record-names.ts'
import { shownValues, type ValueOfRow } from '../../history/shown-values.ts'
import type { Opener } from '../../sealing/sealer.ts'
import { type Difference, findDifferences } from './difference-queries.ts'
import { type Breach, findBreaches } from './find-breaches.ts'
import { msOf, nodeOf, type Stamp } from './stamp.ts'
import { syncedTable } from './synced-fields.ts'
import { type LoadedRow, listed, loadRows, select, type Wanted, want } from './working-set.ts'

type Listed = z.output<typeof differences.list.output>
type Shown = Listed['differences'][number]
type Hint = Listed['hints'][number]

/** @param locked tables of which nothing may be told now; here and below */
export async function listDifferences(
  db: Reader,
  opener: Opener | undefined,
  here: string,
  locked: ReadonlySet<string>,
): Promise<Shown[]> {
  const found = await findDifferences(db, opener, locked)
  const versions = found.flatMap((difference) => difference.versions)
  const writers = await writersOf(
    db,
    versions.map(({ stamp }) => stamp),
  )
  const about = await subjectsOf(
    db,
    found.map(({ row }) => row),
  )
  const asked = found.flatMap(askedValues)
  const shown = new Map((await shownValues(db, asked)).map((value, at) => [asked[at], value]))
  return found.map((difference) => ({
    ...{ id: difference.id, table: difference.row.table.name, fields: [...difference.fields] },
    isText: difference.isText,
    about: about.get(difference.row.id) ?? null,
    versions: difference.versions.map(({ stamp }, at) => ({
      stamp,
      values: asked
        .filter((one) => one.difference === difference && one.at === at)
        .map((one) => shown.get(one) ?? { kind: 'nothing' as const }),
      isShown: at === 0,
      isHere: writers.get(stamp)?.device === here,
      actor: writers.get(stamp)?.actor ?? null,
      writtenAt: writers.get(stamp)?.at ?? null,
    })),
  }))
}

/** What happened to one record several times is told once. */
export async function listHints(db: Reader, locked: ReadonlySet<string>): Promise<Hint[]> {
  const hints = await db
    .selectFrom('sync_hint')
    .selectAll()
    .where('table_name', 'not in', [...locked])
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('kind', '<>', 'moneyInTrash'),
        // Who is taken out of the bin again is where they belong.
        exists(
          selectFrom('person')
            .select('person.id')
            .whereRef('person.id', '=', 'sync_hint.row_id')
            .where('person.deleted_at', 'is not', null),
        ),
      ]),
    )
    .orderBy('row_no', 'desc')
    .limit(100)
    .execute()
  const about = await subjectsById(
    db,
    hints.map(({ table_name, row_id }) => ({ table: table_name, rowId: row_id })),
  )
  const told = new Map<string, Hint & { ids: string[] }>()
  for (const { id, kind, row_id } of hints) {
    const subject = about.get(row_id) ?? null
    const key = JSON.stringify([kind, subject?.table, subject?.id ?? row_id])
    const known = told.get(key)
    if (known) known.ids.push(id)
    else told.set(key, { ids: [id], kind: kind as Hint['kind'], about: subject }) // written by this program alone
  }
  return [...told.values()]
}

export async function listBreaches(
  db: Reader,
  today: string,
  locked: ReadonlySet<string>,
): Promise<Listed['breaches']> {
  const breaches = (await findBreaches(db, today)).filter(({ table }) => !locked.has(table))
  const about = await subjectsById(
    db,
    breaches.filter(({ rowId }) => rowId !== ''),
  )
  const payers = await payersById(db, breaches)
  const told = new Map<string, Listed['breaches'][number]>()
  for (const { kind, rowId } of breaches) {
    const subject = about.get(rowId) ?? payers.get(rowId) ?? null
    const key = JSON.stringify(subject ? [kind, subject.table, subject.id] : [kind, rowId])
    if (!told.has(key)) told.set(key, { kind, rowId, about: subject })
  }
  return [...told.values()]
}

/** Whose dues a line of the ledger is about: it holds no name, and no screen shows it by itself. By the id of the breach. */
async function payersById(db: Reader, breaches: readonly Breach[]): Promise<Map<string, Subject>> {
  const people = new Map<string, string>()
  for (const [table, ofTable] of Map.groupBy(breaches, (breach) => breach.table)) {
    const statement = personOfLedger[table]
    if (statement === undefined) continue
    const ids = JSON.stringify(ofTable.map(({ rowId }) => rowId))
    for (const { id, person } of await select(db, statement, [ids])) people.set(String(id), String(person))
  }
  const names = await recordNames(db, 'person', [...people.values()])
  return new Map(
    [...people].map(([rowId, id]) => [rowId, { table: 'person', id, name: names.get(id) ?? null }] as const),
  )
}

/** Of a household that pays one of those who live there. The id of an account of a payer is `person:` or `household:` and an id. */
const personOfPayer = `coalesce(p.payer_person_id,
  (SELECT min(h.id) FROM person AS h WHERE h.household_id = p.payer_household_id AND h.deleted_at IS NULL))`

const personOfLedger: Readonly<Partial<Record<string, string>>> = {
  due: `SELECT id, person_id AS person FROM due WHERE id IN ${listed}`,
  waiver: `SELECT w.id, d.person_id AS person FROM waiver AS w JOIN due AS d ON d.id = w.due_id WHERE w.id IN ${listed}`,
  allocation: `SELECT a.id, d.person_id AS person FROM allocation AS a JOIN due AS d ON d.id = a.due_id WHERE a.id IN ${listed}`,
  payment: `SELECT id, person FROM (
      SELECT p.id, ${personOfPayer} AS person FROM payment AS p
      UNION ALL SELECT DISTINCT coalesce('household:' || p.payer_household_id, 'person:' || p.payer_person_id), ${personOfPayer} FROM payment AS p
    ) WHERE person IS NOT NULL AND id IN ${listed}`,
}

type AskedValue = ValueOfRow & { readonly difference: Difference; readonly at: number }

function askedValues(difference: Difference): AskedValue[] {
  const { row, fields, versions } = difference
  return versions.flatMap(({ values, isLocked }, at) => {
    const asRead = Object.fromEntries(fields.map((field, index) => [field, values[index] ?? null]))
    return fields.map((field, index) => ({
      ...{ difference, at, table: row.table, field, isLocked },
      value: values[index] ?? null,
      row: { ...row.values, ...asRead },
    }))
  })
}

type Subject = NonNullable<Shown['about']>

async function subjectsById(
  db: Reader,
  rows: readonly { readonly table: string; readonly rowId: string }[],
): Promise<Map<string, Subject>> {
  const wanted: Wanted = new Map()
  for (const { table, rowId } of rows) {
    const declared = syncedTable(table)
    if (declared && declared.class !== 'fact') want(wanted, declared, rowId)
  }
  return subjectsOf(db, [...(await loadRows(db, wanted)).values()])
}

/** The columns that say whom or what a row is about, the strongest first. */
const aboutColumns = [
  'gathering_id',
  'person_id',
  'payer_person_id',
  'household_id',
  'payer_household_id',
  'neighbourhood_id',
  'fee_plan_id',
] as const

/** What a row is about: the person, gathering or other record it belongs to, else the row itself. */
async function subjectsOf(db: Reader, rows: readonly LoadedRow[]): Promise<Map<string, Subject>> {
  const records = rows.map((row) => ({ row, ...subjectOf(row) }))
  const subjects = new Map<string, Subject>()
  for (const [table, ofTable] of Map.groupBy(records, (record) => record.table)) {
    const names = await recordNames(
      db,
      table,
      ofTable.map(({ id }) => id),
    )
    for (const { row, id } of ofTable) subjects.set(row.id, { table, id, name: names.get(id) ?? null })
  }
  return subjects
}

function subjectOf({ table, id, values }: LoadedRow): { readonly table: string; readonly id: string } {
  // A person and a gathering are what they are, wherever they live and whoever is host.
  if (table.name !== 'person' && table.name !== 'gathering')
    for (const column of aboutColumns) {
      const other = table.columns[column]?.references
      const named = values?.[column]
      if (other && typeof named === 'string') return { table: other, id: named }
    }
  return { table: table.name, id }
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
