// An undo takes the rows away that its action had made, and is refused where something names them. What was written at the same time
// on this computer it could not know. A payment, a visit or a mark of who was there must not be left to point at nobody: what they
// name stays, is sent once more, and both are told.
import type { Table } from '../../database/declare-table.ts'
import type { Transaction } from '../../database/transaction.ts'
import { referencesTo } from '../../journal/references.ts'
import type { Here } from './here.ts'
import { mergeRemove, type RemoveChange } from './merge-row.ts'
import { rowKey } from './merge-table.ts'
import { type LoadedRow, listed, select } from './working-set.ts'

/** A row that an undo on another computer takes away. */
export interface Removal {
  readonly row: LoadedRow
  readonly change: RemoveChange
  /** The action that is undone. */
  readonly undoes: string
}

/** Keys of those of the rows that stay. */
export async function stillNeeded(
  tx: Transaction,
  here: Here,
  removals: readonly Removal[],
): Promise<ReadonlySet<string>> {
  const going = new Map(removals.map(({ row }) => [keyOf(row), row]))
  const edited = removals.filter(({ row, change }) => mergeRemove({ ...row }, change) === 'survives')
  const named = await namedHere(tx, here, removals, going)
  return withWhatBelongs(going, [...edited.map(({ row }) => row), ...named])
}

/** Rows that something written on this computer names, outside of what was undone. */
async function namedHere(
  tx: Transaction,
  here: Here,
  removals: readonly Removal[],
  going: ReadonlyMap<string, LoadedRow>,
): Promise<LoadedRow[]> {
  const undone = JSON.stringify([...new Set(removals.map(({ undoes }) => undoes))])
  const found = new Set<LoadedRow>()
  for (const [table, rows] of Map.groupBy(removals, ({ row }) => row.table)) {
    const ids = JSON.stringify(rows.map(({ row }) => row.id))
    for (const { table: by, column } of referencesTo(table.name))
      if (by.class !== 'local')
        for (const { named, id } of await select(tx, namedByOwn(by, column), [ids, by.name, here.device, undone])) {
          const row = going.get(rowKey(table.name, String(named)))
          if (row && !going.has(rowKey(by.name, String(id)))) found.add(row)
        }
  }
  return [...found]
}

/** Money that was reversed names nobody any more: together its rows are nothing. */
const namedByOwn = (by: Table, column: string) => `SELECT t.${column} AS named, t.id FROM ${by.name} AS t
  WHERE t.${column} IN ${listed} AND EXISTS (
    SELECT 1 FROM change AS c JOIN action AS a ON a.seq = c.action_seq
    WHERE c.table_name = ? AND c.row_id = t.id AND json_extract(c.after, '$.${column}') = t.${column}
      AND a.device = ? AND a.undone_by IS NULL AND a.id NOT IN (${undoneBefore}))
  ${by.class === 'fact' ? `AND (SELECT sum(x.amount_cents) FROM ${by.name} AS x WHERE coalesce(x.reverses_id, x.id) = coalesce(t.reverses_id, t.id)) <> 0` : ''}
  ${by.columns.deleted_at ? 'AND t.deleted_at IS NULL' : ''}`

/** The undone action, and where that was the undo of an undo what it did again. */
const undoneBefore = `WITH RECURSIVE undone(id) AS (
    SELECT value FROM json_each(?) UNION SELECT a.undoes FROM action AS a JOIN undone ON undone.id = a.id WHERE a.undoes IS NOT NULL
  ) SELECT id FROM undone`

/** Of these all that was made with them comes along: somebody's membership, everybody who was invited. A place is no such whole. */
const wholes: ReadonlySet<string> = new Set(['person', 'gathering'])

function withWhatBelongs(going: ReadonlyMap<string, LoadedRow>, first: readonly LoadedRow[]): ReadonlySet<string> {
  const keys = new Set<string>()
  const waiting = [...first]
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    const key = keyOf(row)
    if (keys.has(key)) continue
    keys.add(key)
    for (const other of going.values()) if (isNamedBy(other, row) || belongsTo(other, row)) waiting.push(other)
  }
  return keys
}

const belongsTo = (part: LoadedRow, whole: LoadedRow) => wholes.has(whole.table.name) && isNamedBy(whole, part)

const isNamedBy = ({ table, id }: LoadedRow, by: LoadedRow) =>
  Object.entries(by.table.columns).some(
    ([column, { references }]) => references === table.name && by.values?.[column] === id,
  )

const keyOf = ({ table, id }: LoadedRow) => rowKey(table.name, id)
