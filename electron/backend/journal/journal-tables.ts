// The journal's own tables: one action per thing the user did, one change per row it touched.
import type { Generated } from 'kysely'
import type { ActionKind } from '../../../shared/domain/action-kind.ts'

export interface ActionRow {
  /** Rises by one per action on this PC; orders the journal whatever the clock says. */
  seq: Generated<number>
  id: string
  /** ISO instant in UTC. */
  at: string
  device: string
  /** Who sat at the keyboard, as this person called themselves; null when unknown. */
  actor: string | null
  kind: ActionKind
  subject_table: string | null
  subject_id: string | null
  /** JSON of counts, cents, days and codes; never names. */
  details: string
  /** The action this one undoes. */
  undoes: string | null
  /** The action that undid this one. */
  undone_by: string | null
}

export interface ChangeRow {
  seq: Generated<number>
  action_seq: number
  table_name: string
  row_id: string
  op: 'insert' | 'update' | 'delete'
  /** JSON: update - the old values of the changed columns; delete - the whole row. */
  before: string | null
  /** JSON: insert - the whole row; update - the new values of the changed columns. */
  after: string | null
}

export interface JournalTables {
  action: ActionRow
  change: ChangeRow
  current_action: { only_row: 1; action_seq: number | null }
}

export const journalStatements: readonly string[] = [
  `CREATE TABLE action (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  device TEXT NOT NULL,
  actor TEXT,
  kind TEXT NOT NULL,
  subject_table TEXT,
  subject_id TEXT,
  details TEXT NOT NULL CHECK (json_valid(details)),
  undoes TEXT,
  undone_by TEXT
) STRICT`,
  'CREATE INDEX action_by_subject ON action (subject_id)',
  `CREATE TABLE change (
  seq INTEGER PRIMARY KEY,
  action_seq INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  before TEXT,
  after TEXT
) STRICT`,
  'CREATE INDEX change_by_action ON change (action_seq)',
  'CREATE INDEX change_by_row ON change (row_id)',
  // One row: the action that is being written. Empty outside write(), and then the NOT NULL of change.action_seq stops every write.
  'CREATE TABLE current_action (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), action_seq INTEGER) STRICT',
  'INSERT INTO current_action (only_row, action_seq) VALUES (1, NULL)',
]
