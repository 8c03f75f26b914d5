// Who changed what, in the order it was done on this PC.
import type { ExpressionBuilder } from 'kysely'
import type { z } from 'zod'
import type { history } from '../../../shared/contract/history.ts'
import type { Database, TableName } from '../database/schema.ts'
import { tableNamed } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import type { ActionRow } from '../journal/journal-tables.ts'
import { referencesTo } from '../journal/references.ts'
import { finalKinds } from '../journal/undo-action.ts'
import { recordNames } from './record-names.ts'
import { type StoredValue, shownValues } from './shown-values.ts'

export type ActionSentence = NonNullable<z.output<typeof history.lastAction.output>>
export type RecordSentence = z.output<typeof history.ofRecord.output>['actions'][number]
type StoredAction = Omit<ActionRow, 'seq'> & { readonly seq: number }

/** The newest action of this computer: what another did is in the history, and does not ask to be taken back here. */
export async function lastAction(db: Reader): Promise<ActionSentence | null> {
  const action = await ownActions(db).orderBy('seq', 'desc').executeTakeFirst()
  return action ? ((await sentences(db, [action]))[0] ?? null) : null
}

/** The newest action that still counts: not undone, and not itself an undo. */
export async function nextUndo(db: Reader): Promise<ActionSentence | null> {
  const action = await ownActions(db)
    .where('undone_by', 'is', null)
    .where('undoes', 'is', null)
    .where('kind', 'not in', [...finalKinds])
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return action ? ((await sentences(db, [action]))[0] ?? null) : null
}

const ownActions = (db: Reader) =>
  db
    .selectFrom('action')
    .selectAll()
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('sync_action')
            .select('sync_action.id')
            .whereRef('sync_action.id', '=', 'action.id')
            .where('heard', '=', 1),
        ),
      ),
    )

export async function actionById(db: Reader, id: string): Promise<ActionSentence | null> {
  const action = await db.selectFrom('action').selectAll().where('id', '=', id).executeTakeFirst()
  return action ? ((await sentences(db, [action]))[0] ?? null) : null
}

/** @param before id of the last action of the page before. */
export async function actionPage(db: Reader, before: string | undefined, limit: number) {
  const actions = await db
    .selectFrom('action')
    .selectAll()
    .where('seq', '<', await seqBefore(db, before))
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  return { actions: await sentences(db, actions.slice(0, limit)), more: actions.length > limit }
}

/**
 * Actions that touched a record or a row that names it (a person's membership, roles, payments).
 * @param locked tables of which nothing may be told; by their name, because rows of two tables may have one id
 */
export async function actionsOfRecord(
  db: Reader,
  record: { table: TableName; id: string },
  locked: ReadonlySet<string>,
  before: string | undefined,
  limit: number,
): Promise<{ actions: RecordSentence[]; more: boolean }> {
  const rows = await rowsOfRecord(db, record, locked)
  const notTold = [...locked]
  const actions = await db
    .selectFrom('action')
    .selectAll()
    .where('seq', '<', await seqBefore(db, before))
    .where((eb) =>
      eb.or([
        eb.and([
          eb('subject_id', '=', record.id),
          // What touched nothing but locked rows is not told either; what touched no row at all is.
          eb.or([
            eb.exists(ofThisAction(eb).where('table_name', 'not in', notTold)),
            eb.not(eb.exists(ofThisAction(eb))),
          ]),
        ]),
        eb(
          'seq',
          'in',
          eb
            .selectFrom('change')
            .select('action_seq')
            .where('row_id', 'in', rows)
            .where('table_name', 'not in', notTold),
        ),
      ]),
    )
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = actions.slice(0, limit)
  const changes = shown.length
    ? await db
        .selectFrom('change')
        .select(['action_seq', 'table_name', 'before', 'after'])
        .where(
          'action_seq',
          'in',
          shown.map(({ seq }) => seq),
        )
        .where('row_id', 'in', rows)
        .where('table_name', 'not in', notTold)
        .where('op', '=', 'update')
        // What was forgotten says nothing about what it was.
        .where('before', 'is not', null)
        .orderBy('seq')
        .execute()
    : []
  const worded = await sentences(db, shown)
  const changed = await fieldChanges(db, changes)
  return {
    more: actions.length > limit,
    actions: worded.map((sentence, index) => ({
      ...sentence,
      // What was about more than this record (a run, an import) is taken back in the history of the whole book.
      undoable: sentence.undoable && sentence.subject?.id === record.id,
      changes: changed.filter(({ seq }) => seq === shown[index]?.seq).map(({ seq: _seq, ...change }) => change),
    })),
  }
}

const ofThisAction = (eb: ExpressionBuilder<Database, 'action'>) =>
  eb.selectFrom('change').select('change.seq').whereRef('change.action_seq', '=', 'action.seq')

/** The record's own id and those of rows that name it. */
async function rowsOfRecord(
  db: Reader,
  record: { table: TableName; id: string },
  locked: ReadonlySet<string>,
): Promise<string[]> {
  const ids = [record.id]
  for (const { table, column } of referencesTo(record.table)) {
    if (locked.has(table.name)) continue
    // The column belongs to the table by declaration; Kysely cannot see that through a name.
    const rows = await db
      .selectFrom(table.name as 'membership')
      .select('id')
      .where(column as 'person_id', '=', record.id)
      .limit(2000)
      .execute()
    ids.push(...rows.map(({ id }) => id))
  }
  return ids
}

async function fieldChanges(
  db: Reader,
  changes: readonly {
    readonly action_seq: number
    readonly table_name: string
    readonly before: string | null
    readonly after: string | null
  }[],
) {
  const fields = changes.flatMap(({ action_seq, table_name, before, after }) => {
    const table = tableNamed(table_name)
    // Of a table of a newer version nothing can be said.
    if (!table) return []
    const was = JSON.parse(before ?? '{}')
    const is = JSON.parse(after ?? '{}')
    return Object.keys(is)
      .filter((field) => !table.columns[field]?.derived)
      .map((field) => {
        const isLocked = table.columns[field]?.sealed === true
        const one = (row: Record<string, StoredValue>) => ({ table, field, row, isLocked, value: row[field] ?? null })
        return { seq: action_seq, was: one(was), is: one(is) }
      })
  })
  const shown = await shownValues(
    db,
    fields.flatMap(({ was, is }) => [was, is]),
  )
  const nothing = { kind: 'nothing' } as const
  return fields.map(({ seq, was: { table, field } }, at) => ({
    ...{ seq, table: table.name, field },
    before: shown[2 * at] ?? nothing,
    after: shown[2 * at + 1] ?? nothing,
  }))
}

async function seqBefore(db: Reader, actionId: string | undefined): Promise<number> {
  if (!actionId) return Number.MAX_SAFE_INTEGER
  const action = await db.selectFrom('action').select('seq').where('id', '=', actionId).executeTakeFirst()
  return action?.seq ?? Number.MAX_SAFE_INTEGER
}

async function sentences(db: Reader, actions: readonly StoredAction[]): Promise<ActionSentence[]> {
  const idsByTable = Map.groupBy(
    actions.filter((action) => action.subject_table && action.subject_id),
    (action) => action.subject_table ?? '',
  )
  const names = new Map<string, string>()
  for (const [table, about] of idsByTable)
    for (const [id, name] of await recordNames(
      db,
      table,
      about.map((action) => action.subject_id ?? ''),
    ))
      names.set(`${table} ${id}`, name)
  return actions.map((action) => ({
    id: action.id,
    at: action.at,
    actor: action.actor,
    kind: action.kind,
    details: JSON.parse(action.details),
    subject:
      action.subject_table && action.subject_id
        ? {
            table: action.subject_table,
            id: action.subject_id,
            name: names.get(`${action.subject_table} ${action.subject_id}`) ?? null,
          }
        : null,
    undone: action.undone_by !== null,
    undoable: action.undone_by === null && !finalKinds.has(action.kind),
  }))
}
