// Everything that is kept of one person [inzage], with the others blacked out. Which tables and columns that is follows from the
// declarations; what is not in it is named with its reason.
import type { ShownValue } from '../../../shared/contract/shown-value.ts'
import { isDay } from '../../../shared/domain/calendar-date.ts'
import { formatName } from '../../../shared/domain/person-name.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import { type Column, columnsOf, type Table } from '../database/declare-table.ts'
import { allTables } from '../database/schema.ts'
import { idList, rowsOf } from '../dues/rows.ts'
import { type StoredValue, shownValues } from '../history/shown-values.ts'
import { findPerson } from '../members/person-queries.ts'
import type { Opener } from '../sealing/sealer.ts'
import { type BlackOut, blacked, blackOutFor } from './black-out.ts'
import { type PersonRow, personRows, type StoredRow, tiedTables } from './person-rows.ts'

export interface AccessField {
  readonly column: string
  readonly value: ShownValue
}

export interface AccessRow {
  readonly isOfOthers: boolean
  readonly inBin: boolean
  /** What is empty is left out. */
  readonly fields: readonly AccessField[]
}

export interface Access {
  readonly personId: string
  readonly name: string
  readonly madeAt: string
  readonly tables: readonly { readonly table: Table; readonly rows: readonly AccessRow[] }[]
  readonly changes: readonly {
    readonly at: string
    readonly table: Table
    readonly op: 'insert' | 'update' | 'delete'
    readonly fields: readonly { readonly column: string; readonly before: ShownValue; readonly after: ShownValue }[]
  }[]
  /** Where their name stands in a text that is about something else. */
  readonly mentions: readonly { readonly table: Table; readonly column: string; readonly text: string }[]
  readonly devices: readonly string[]
  readonly copies: { readonly count: number; readonly oldest: string | null; readonly newest: string | null }
  /** The last copy for elsewhere, and when; null when none was made. */
  readonly carriedAt: string | null
  /** Care is shut: what it holds is not in here. */
  readonly careIsLeftOut: boolean
  /** Programmes that only their coach can open; whether this person is in one, they must say. */
  readonly sealedProgrammes: number
}

export async function subjectAccess(context: BookContext, personId: string, withCare = true): Promise<Access> {
  const { db } = context
  const person = await findPerson(db, personId)
  const isCareOpen = withCare && context.careLock.opensUntil() !== null
  const tables = tiedTables().filter(({ scope }) => scope !== 'zorg' || isCareOpen)
  const rows = await personRows(db, { id: personId, householdId: person.householdId }, tables)
  const blackOut = await blackOutFor(db, personId)
  const reading: Reading = {
    ...{ context, blackOut, personId, householdId: person.householdId },
    opener: await context.sealing.forReading(),
  }
  const shown = await shownRows(reading, rows)
  const copies = await context.backups.list()
  const carried = await db.selectFrom('carried_copy').select('made_at').executeTakeFirst()
  const sharing = await context.sharing.state()
  return {
    personId,
    name: formatName(person.name),
    madeAt: context.now().toISOString(),
    tables: tables
      .map((table) => ({ table, rows: shown.get(table) ?? [] }))
      .filter((section) => section.rows.length > 0),
    changes: await changesOf(reading, rows),
    mentions: await mentionsOf(reading, rows, person.name, isCareOpen),
    devices: sharing.devices.map(({ name }) => name),
    copies: { count: copies.length, oldest: copies.at(-1)?.madeAt ?? null, newest: copies[0]?.madeAt ?? null },
    carriedAt: carried?.made_at ?? null,
    careIsLeftOut: !isCareOpen && (await hasCare(context)),
    sealedProgrammes: await countSealed(context),
  }
}

/** Whether a column is shown, or why it is not. Every declared column has one of these. */
export type Coverage = 'shown' | 'technical' | 'notPersonal' | 'searchedByName' | 'sealedProgramme' | 'ownCopies'

export function coverageOf(table: Table, name: string): Coverage {
  const column = columnsOf(table)[name]
  if (table.name.endsWith('sealed_record')) return 'sealedProgramme'
  if (table.class === 'local') return table.privacy.basis === 'not_personal' ? 'technical' : 'ownCopies'
  if (isTechnical(name, column)) return 'technical'
  if (tiedTables().includes(table)) return 'shown'
  return isFreeText(column) ? 'searchedByName' : 'notPersonal'
}

/** By which the program finds rows again; what they stand for is shown with the row itself. */
const technical: ReadonlySet<string> = new Set([
  'id',
  'deleted_at',
  'created_by',
  'reverses_id',
  'identity',
  'text_hash',
  'bank_line_id',
  'transfer_id',
  'their_id',
  'stamps',
])
const isTechnical = (name: string, column: Column | undefined) => technical.has(name) || column?.derived === true
const isFreeText = (column: Column | undefined) =>
  column?.type === 'TEXT' && !column.references && !column.codes && !column.sealed

interface Reading {
  readonly context: BookContext
  readonly blackOut: BlackOut
  readonly opener: Opener | undefined
  readonly personId: string
  readonly householdId: string
}

async function shownRows(reading: Reading, found: readonly PersonRow[]) {
  const values = found.map((each) => ({ each, fields: fieldsOf(each, reading) }))
  const shown = await shownValues(
    reading.context.db,
    values.flatMap(({ each, fields }) =>
      fields.map(({ column, value }) => ({ table: each.table, field: column, value, row: plainRow(each.row) })),
    ),
  )
  let at = 0
  const rows = values.map(({ each, fields }) => {
    const all = fields.map(({ column, isBlack }) => ({
      column,
      value: hideOthers(shown[at++] ?? nothing, isBlack, each, column, reading),
    }))
    const isBlackened = all.some(({ value }) => value.kind === 'text' && value.text.includes(blacked))
    return {
      table: each.table,
      isOfOthers: each.tie !== 'own',
      inBin: 'deleted_at' in each.row && each.row.deleted_at !== null,
      fields: all
        .filter(({ value }) => value.kind !== 'nothing')
        .map((field) => (isBlackened && /iban/.test(field.column) ? { ...field, value: black } : field)),
    }
  })
  return Map.groupBy(rows, ({ table }) => table)
}

const nothing = { kind: 'nothing' } as const
const black = { kind: 'text', text: blacked } as const

interface ReadField {
  readonly column: string
  readonly value: StoredValue
  readonly isBlack: boolean
}

/** The columns that are shown, with what was sealed opened. */
function fieldsOf({ table, row, tie }: PersonRow, reading: Reading): ReadField[] {
  return Object.entries(columnsOf(table)).flatMap(([name, column]) => {
    if (coverageOf(table, name) !== 'shown') return []
    const stored = row[name] ?? null
    const isBlack = stored !== null && isOfOthers({ table, row, tie }, name, column, reading)
    const value = stored instanceof Uint8Array ? opened(table, row, name, stored, reading.opener) : stored
    return [{ column: name, value, isBlack }]
  })
}

/** Whether the value as a whole is another's. */
function isOfOthers({ table, row, tie }: PersonRow, name: string, column: Column, reading: Reading): boolean {
  const value = row[name]
  if (column.references === 'person') return value !== reading.personId
  if (column.references === 'household') return value !== reading.householdId
  // A name that was typed, of somebody who need not be in the book.
  if (column.isHand) return true
  if (tie === 'hand') return !(typeof value === 'string' && isDay(value))
  if (tie === 'shared') return isFreeText(column) && !isWhen(value) ? true : column.sealed === true
  return table.name === 'pair' && isOfOtherSide(row, name, reading)
}

const isWhen = (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\d|^\d\d:\d\d$/.test(value)

/** What each said apart is theirs alone; the guardian and the school are those of side A. */
function isOfOtherSide(row: StoredRow, name: string, { personId, householdId }: Reading): boolean {
  const isA = row.a_person_id === personId || row.a_household_id === householdId
  const isB = row.b_person_id === personId || row.b_household_id === householdId
  const ofA =
    name.startsWith('a_') || ['guardian_name', 'guardian_contact', 'school', 'goal', 'parent_consent_on'].includes(name)
  return (ofA && !isA) || (name.startsWith('b_') && !isB)
}

function opened(table: Table, row: StoredRow, column: string, bytes: Uint8Array, opener: Opener | undefined): string {
  // The words for what is locked come from the value being bytes: see below.
  if (!opener) return lockedMark
  return plainText(opener.openText({ table: table.name, id: row.id, column }, bytes))
}

const lockedMark = '\u0000'

/** What was sealed as JSON: its words one after the other, without names of fields. */
function plainText(text: string): string {
  if (!text.startsWith('{')) return text
  const parts: string[] = []
  const gather = (value: unknown): void => {
    if (typeof value === 'string' && value !== '') parts.push(value)
    else if (Array.isArray(value)) value.forEach(gather)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather)
  }
  gather(JSON.parse(text))
  return parts.join(' · ')
}

function hideOthers(
  value: ShownValue,
  isBlack: boolean,
  { table }: PersonRow,
  column: string,
  { blackOut }: Reading,
): ShownValue {
  if (isBlack) return black
  if (value.kind === 'text') {
    if (value.text === lockedMark) return { kind: 'locked' }
    // Whom to call in need they told themselves.
    return table.name === 'person' && column === 'emergency_contact' ? value : { ...value, text: blackOut(value.text) }
  }
  if (value.kind === 'record') return { ...value, name: value.name === null ? null : blackOut(value.name) }
  return value
}

function plainRow(row: StoredRow): Readonly<Record<string, StoredValue>> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Uint8Array ? null : value]),
  )
}

async function changesOf(reading: Reading, found: readonly PersonRow[]): Promise<Access['changes']> {
  const own = new Map(
    found.filter(({ tie }) => tie === 'own').map((each) => [`${each.table.name} ${each.row.id}`, each]),
  )
  const rows = await rowsOf<{
    at: string
    name: string
    id: string
    op: 'insert' | 'update' | 'delete'
    before: string | null
    after: string | null
  }>(
    reading.context.db,
    `SELECT a.at, c.table_name AS name, c.row_id AS id, c.op, c.before, c.after FROM change c JOIN action a ON a.seq = c.action_seq
      WHERE c.row_id IN (SELECT value FROM json_each(?1)) ORDER BY c.seq`,
    [idList(new Set([...own.values()].map(({ row }) => row.id)))],
  )
  const known = rows.flatMap((row) => {
    const each = own.get(`${row.name} ${row.id}`)
    return each ? [{ ...row, each }] : []
  })
  const changed = known.flatMap(({ each, op, before, after }, at) => {
    if (op !== 'update' || before === null) return []
    const was: Record<string, StoredValue> = JSON.parse(before)
    const is: Record<string, StoredValue> = JSON.parse(after ?? '{}')
    return Object.keys(is)
      .filter((column) => coverageOf(each.table, column) === 'shown')
      .map((column) => ({ at, each, column, was, is }))
  })
  const one = ({ each, column }: (typeof changed)[number], row: Record<string, StoredValue>) => ({
    table: each.table,
    field: column,
    value: row[column] ?? null,
    row,
    isLocked: columnsOf(each.table)[column]?.sealed === true,
  })
  const shown = await shownValues(
    reading.context.db,
    changed.flatMap((change) => [one(change, change.was), one(change, change.is)]),
  )
  const fields = changed.map(({ at, each, column, was, is }, index) => {
    const hidden = (row: Record<string, StoredValue>, value: ShownValue) => {
      const stored = { ...each.row, [column]: row[column] ?? null }
      const declared = columnsOf(each.table)[column] as Column // a column of this table
      const isBlack =
        stored[column] !== null &&
        // Where they lived before is theirs.
        declared.references !== 'household' &&
        isOfOthers({ ...each, row: stored }, column, declared, reading)
      return hideOthers(value, isBlack, each, column, reading)
    }
    return {
      at,
      column,
      before: hidden(was, shown[2 * index] ?? nothing),
      after: hidden(is, shown[2 * index + 1] ?? nothing),
    }
  })
  const byChange = Map.groupBy(fields, ({ at }) => at)
  return known.map(({ at, op, each }, index) => ({
    ...{ at, op, table: each.table },
    fields: (byChange.get(index) ?? []).map(({ at: _at, ...field }) => field),
  }))
}

/** Their whole name in a text of a row that is not theirs. Care is left alone: what is written there is about somebody else. */
async function mentionsOf(
  reading: Reading,
  found: readonly PersonRow[],
  name: { readonly firstName: string; readonly infix: string; readonly lastName: string; readonly called: string },
  isCareOpen: boolean,
): Promise<Access['mentions']> {
  if (name.lastName.length < 3) return []
  const own = new Set(found.map(({ table, row }) => `${table.name} ${row.id}`))
  const given = [name.firstName, name.called].filter((each) => each.length > 1).map(escaped)
  if (given.length === 0) return []
  const whole = new RegExp(
    `(?<!\\p{L})(?:${given.join('|')})\\s+(?:${escaped(name.infix)}\\s+)?${escaped(name.lastName)}(?!\\p{L})`,
    'iu',
  )
  const mentions: Access['mentions'][number][] = []
  for (const table of allTables) {
    if (table.class === 'local' || ['person', 'household', 'attendance'].includes(table.name)) continue
    if (table.scope === 'zorg' && !isCareOpen) continue
    const columns = Object.entries(table.columns).flatMap(([column, declared]) =>
      isFreeText(declared) ? [column] : [],
    )
    if (columns.length === 0) continue
    const rows = await rowsOf<StoredRow>(
      reading.context.db,
      `SELECT id, ${columns.join(', ')} FROM ${table.name} WHERE ${columns.map((column) => `${column} LIKE ?1`).join(' OR ')}`,
      // SQLite knows capitals of plain letters only: any other stands for itself in both.
      [`%${name.lastName.replace(/[^ -~]/g, '%')}%`],
    )
    for (const row of rows)
      for (const column of columns) {
        const text = row[column]
        if (own.has(`${table.name} ${row.id}`) || typeof text !== 'string' || !whole.test(text)) continue
        mentions.push({ table, column, text: table.scope === 'zorg' ? blacked : reading.blackOut(text) })
      }
  }
  return mentions
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Whether this book holds care of anybody at all: asked of one person, the answer would tell whether there is something of them. */
async function hasCare({ db }: BookContext): Promise<boolean> {
  const { modules } = await bookSettingsOf(db)
  if (modules.includes('care')) return true
  const some = allTables.filter(({ scope, class: kind }) => scope === 'zorg' && kind !== 'local')
  const [row] = await rowsOf(
    db,
    some.map(({ name }) => `SELECT 1 FROM (SELECT 1 FROM ${name} LIMIT 1)`).join(' UNION ALL '),
  )
  return row !== undefined
}

async function countSealed({ db }: BookContext): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    db,
    `SELECT count(*) AS count FROM (SELECT id FROM sealed_record WHERE kind = 'programme' AND deleted_at IS NULL
      UNION SELECT id FROM shared_sealed_record WHERE kind = 'programme' AND deleted_at IS NULL)`,
  )
  return row?.count ?? 0
}
