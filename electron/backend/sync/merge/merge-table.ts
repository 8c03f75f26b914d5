// What this computer knows for merging, beside the rows themselves. All of it is empty while nobody shares the book, but for what
// was erased: that must be known also when an old copy is restored.
import { declareTable, integer, oneOf, optionalText, text } from '../../database/declare-table.ts'

const ofThisPc = {
  class: 'local',
  scope: 'leden',
  privacy: { purpose: 'program', basis: 'not_personal', retention: 'while_book' },
} as const

/** Of these a value may be a name or a note: as long in here as the row it belongs to. */
const withValues = {
  class: 'local',
  scope: 'leden',
  privacy: { purpose: 'membership', basis: 'agreement', retention: 'leaving_2_years' },
} as const

/** The id of the only row of sync_clock. */
export const clockId = 'clock'

/** There is a row while the book is shared. */
export const syncClockTable = declareTable({
  name: 'sync_clock',
  ...ofThisPc,
  columns: {
    /** The newest time that was given or heard. */
    last: text(),
    /** Up to this action of the journal own changes have their stamps. */
    stamped_up_to: integer(),
  },
})

/** Which computer a node of a stamp is; the id is the node. */
export const syncNodeTable = declareTable({ name: 'sync_node', ...ofThisPc, columns: { device: text() } })

/** Actions that have a stamp; the id is that of the action. */
export const syncActionTable = declareTable({
  name: 'sync_action',
  ...ofThisPc,
  columns: {
    stamp: text(),
    /** It was done on another computer, or follows from what was done there: it is not sent. */
    heard: integer({ check: '{column} IN (0, 1)' }),
    /** ISO instant by the clock of this computer; only of what came as a change of its own. */
    heard_at: optionalText(),
  },
  indexes: [['stamp']],
})

/** JSON of {@link RowState}; the id is that of {@link rowKey}. A row without one is as it was before the book was shared. */
export const syncRowTable = declareTable({ name: 'sync_row', ...withValues, columns: { state: text() } })

/** Rows with fields of which there are versions that differ; the id as in sync_row. */
export const syncDifferenceTable = declareTable({
  name: 'sync_difference',
  ...ofThisPc,
  columns: { table_name: text(), row_id: text() },
})

/** Own changes that wait to be sent; no index, for it is a queue: read from its beginning, and empty soon. */
export const syncOutgoingTable = declareTable({
  name: 'sync_outgoing',
  ...withValues,
  columns: {
    /** A scope of this version; text, so that no constraint stands in the way of a later one. */
    to_scope: text(),
    action_id: text(),
    stamp: text(),
    table_name: text(),
    row_id: text(),
    line: text(),
  },
})

/** Changes that could not be done yet. */
export const syncPendingTable = declareTable({
  name: 'sync_pending',
  ...withValues,
  columns: {
    to_scope: text(),
    table_name: text(),
    row_id: text(),
    /** unknown: this version does not know the table, field or kind of change. row: the row is not here. check: its row would break a rule of its own. */
    reason: oneOf(['unknown', 'row', 'check']),
    /** JSON: the line with all that it needs to be understood by itself. */
    line: text(),
  },
  indexes: [['row_id'], ['reason']],
})

/** What is gone for good; the id as in sync_row. Nothing that comes later for it is taken. */
export const syncErasedTable = declareTable({
  name: 'sync_erased',
  ...ofThisPc,
  columns: {
    table_name: text(),
    row_id: text(),
    /** 1: somebody erased it. 0: it went along with what was erased. */
    is_root: integer({ check: '{column} IN (0, 1)' }),
    at: text(),
  },
  indexes: [['row_id']],
})

/** What merging noticed and somebody should read once. */
export const syncHintTable = declareTable({
  name: 'sync_hint',
  ...withValues,
  columns: {
    kind: text(),
    table_name: text(),
    row_id: text(),
    device: text(),
    at: text(),
    /** JSON, kept for looking it up: the row that does not count. */
    details: optionalText(),
  },
  indexes: [['row_id']],
})

/** A throw into the bin that was taken back because somebody had written in what it threw away; the id is its stamp. */
export const syncRevivalTable = declareTable({ name: 'sync_revival', ...ofThisPc, columns: { at: text() } })

/** A row of the ledger that is being replaced by the same row as another computer wrote it: the only one that may be changed. */
export const syncReplacingTable = declareTable({ name: 'sync_replacing', ...ofThisPc, columns: {} })

/** The id under which a row is known for merging. */
export const rowKey = (table: string, id: string): string => `${table}:${id}`
