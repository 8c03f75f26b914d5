import type { Migration } from '../migrate.ts'

/** What the third version added, as it was: what is declared today may say more. */
const statements = [
  'ALTER TABLE person ADD COLUMN erased_on TEXT',
  `CREATE TABLE carried_copy (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  made_at TEXT NOT NULL
) STRICT`,
  `CREATE TABLE sync_invitation (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  side TEXT NOT NULL CHECK (side IN ('inviter', 'invited')),
  letter TEXT NOT NULL,
  answer TEXT,
  until TEXT NOT NULL,
  spoilt_at TEXT
) STRICT`,
  `CREATE TABLE sync_vault (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  folder TEXT NOT NULL,
  anchor TEXT NOT NULL,
  epochs TEXT NOT NULL,
  acknowledged TEXT NOT NULL,
  last_full TEXT NOT NULL,
  told_seen TEXT NOT NULL,
  looked_at TEXT
) STRICT`,
  `CREATE TABLE sync_key (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  use TEXT NOT NULL CHECK (use IN ('signing', 'identity')),
  public_key TEXT NOT NULL,
  wrap TEXT NOT NULL,
  made_at TEXT NOT NULL,
  told_in INTEGER NOT NULL
) STRICT`,
  `CREATE TABLE sync_list (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  prev TEXT NOT NULL,
  signer TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT`,
  `CREATE TABLE sync_file (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('segment', 'snapshot', 'list')),
  device TEXT NOT NULL,
  scope TEXT NOT NULL,
  number INTEGER NOT NULL,
  hash TEXT NOT NULL,
  size INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('whole', 'held', 'removing')),
  own INTEGER NOT NULL CHECK (own IN (0, 1)),
  header TEXT,
  bytes BLOB,
  missed_at TEXT
) STRICT`,
  `CREATE TABLE sync_chain (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL,
  scope TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  base_seq INTEGER NOT NULL,
  base_hash TEXT NOT NULL,
  told_seq INTEGER NOT NULL,
  told_hash TEXT NOT NULL
) STRICT`,
  `CREATE TABLE sync_device (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  recipient TEXT,
  recipient_in INTEGER NOT NULL,
  heard_at TEXT,
  last_full TEXT
) STRICT`,
  `CREATE TABLE sync_clock (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  last TEXT NOT NULL,
  stamped_up_to INTEGER NOT NULL
) STRICT`,
  `CREATE TABLE sync_node (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  device TEXT NOT NULL
) STRICT`,
  `CREATE TABLE sync_action (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  stamp TEXT NOT NULL,
  heard INTEGER NOT NULL CHECK (heard IN (0, 1)),
  heard_at TEXT
) STRICT`,
  'CREATE INDEX sync_action_by_stamp ON sync_action (stamp)',
  `CREATE TABLE sync_row (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL
) STRICT`,
  `CREATE TABLE sync_difference (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL
) STRICT`,
  `CREATE TABLE sync_outgoing (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  to_scope TEXT NOT NULL,
  action_id TEXT NOT NULL,
  stamp TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  line TEXT NOT NULL
) STRICT`,
  'CREATE INDEX sync_outgoing_by_to_scope ON sync_outgoing (to_scope)',
  'CREATE INDEX sync_outgoing_by_row_id ON sync_outgoing (row_id)',
  `CREATE TABLE sync_pending (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  to_scope TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('unknown', 'row', 'check')),
  line TEXT NOT NULL
) STRICT`,
  'CREATE INDEX sync_pending_by_row_id ON sync_pending (row_id)',
  'CREATE INDEX sync_pending_by_reason ON sync_pending (reason)',
  `CREATE TABLE sync_erased (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  is_root INTEGER NOT NULL CHECK (is_root IN (0, 1)),
  at TEXT NOT NULL
) STRICT`,
  'CREATE INDEX sync_erased_by_row_id ON sync_erased (row_id)',
  `CREATE TABLE sync_hint (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  device TEXT NOT NULL,
  at TEXT NOT NULL,
  details TEXT
) STRICT`,
  'CREATE INDEX sync_hint_by_row_id ON sync_hint (row_id)',
  `CREATE TABLE sync_revival (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL
) STRICT`,
  `CREATE TABLE sync_replacing (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
) STRICT`,
]

export const inStepTables: Migration = {
  version: 3,
  name: 'tables of keeping in step',
  up(raw) {
    for (const statement of statements) raw.exec(statement)
  },
}
