// What this PC remembers of keeping in step. All of it stays here: what others need to know stands in the files.
import { declareTable, integer, oneOf, optionalBytes, optionalText, text } from '../../database/declare-table.ts'

const local = {
  class: 'local',
  scope: 'leden',
  privacy: { purpose: 'program', basis: 'not_personal', retention: 'while_book' },
} as const

/** The shared book this PC takes part in: one row, or none. */
export const syncVaultTable = declareTable({
  name: 'sync_vault',
  ...local,
  columns: {
    /** The name of this PC in the folder. */
    device: text(),
    /** Absolute path of the shared folder. */
    folder: text(),
    /** JSON: name and signing key of the device whose list this PC believes first. */
    anchor: text(),
    /** JSON: by scope, the epoch this PC is in; a scope that is not here waits for its first summary. Under `erased` when somebody was. */
    epochs: text(),
    /** JSON: by scope, epoch and hash of the summary that this PC compared and found equal. */
    acknowledged: text(),
    /** JSON: what the last full sign of life said. */
    last_full: text(),
    /** JSON: by scope, what our last segment told of the others; the next tells only what is new. */
    told_seen: text(),
    looked_at: optionalText(),
  },
})

/** A key of this PC, wrapped. */
export const syncKeyTable = declareTable({
  name: 'sync_key',
  ...local,
  columns: {
    use: oneOf(['signing', 'identity']),
    public_key: text(),
    /** JSON of the wrap. */
    wrap: text(),
    made_at: text(),
    /** Number of our segment that told the others of it; 0: in the list itself. */
    told_in: integer(),
  },
})

/** A list of devices that was found genuine. */
export const syncListTable = declareTable({
  name: 'sync_list',
  ...local,
  columns: {
    version: integer(),
    prev: text(),
    signer: text(),
    content: text(),
  },
})

/** A file that was taken in, or made here; kept as it was sent, so that it can be put back whoever damages it. Its id is its name. */
export const syncFileTable = declareTable({
  name: 'sync_file',
  ...local,
  columns: {
    kind: oneOf(['segment', 'snapshot', 'list']),
    device: text(),
    scope: text(),
    /** Of a segment its number, of a snapshot its epoch, of a list its version. */
    number: integer(),
    hash: text(),
    size: integer(),
    /** whole; held: asks before it is taken in; removing: to be taken out of the folder. */
    state: oneOf(['whole', 'held', 'removing']),
    /** Of our own making: we put it back at once. */
    own: integer({ check: '{column} IN (0, 1)' }),
    /** JSON of a snapshot's header: what it covers. */
    header: optionalText(),
    bytes: optionalBytes(),
    /** When it was first missed in the folder. */
    missed_at: optionalText(),
  },
})

/** Where the chain of one device in one scope stands. Its id is both. */
export const syncChainTable = declareTable({
  name: 'sync_chain',
  ...local,
  columns: {
    device: text(),
    scope: text(),
    /** The last segment that was taken in. */
    seq: integer(),
    hash: text(),
    /** The last segment that a summary covers which everybody has: earlier files are done with. */
    base_seq: integer(),
    base_hash: text(),
    /** The last segment that is known to exist, because its name was in the folder or another device had seen it. */
    told_seq: integer(),
    told_hash: text(),
  },
})

/** What is known of another device, or of our own, out of its files. */
export const syncDeviceTable = declareTable({
  name: 'sync_device',
  ...local,
  columns: {
    /** Its age key of today; null: the one in the list. */
    recipient: optionalText(),
    /** The segment that told of that key. */
    recipient_in: integer(),
    heard_at: optionalText(),
    /** JSON: its last full sign of life. */
    last_full: optionalText(),
  },
})
