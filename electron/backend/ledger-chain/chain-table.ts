import { declareTable, integer, text } from '../database/declare-table.ts'

/**
 * The rows of the ledger in the order in which this computer wrote them, each tied to the one before it: a block per action, or
 * more when it wrote very much. A row of its own per link would double the work of a large dues run. Not journaled: it follows
 * from rows that are.
 */
export const ledgerChainTable = declareTable({
  name: 'ledger_chain',
  class: 'local',
  scope: 'contributie',
  privacy: { purpose: 'dues', basis: 'legal_obligation', retention: 'ledger_7_years' },
  columns: {
    /** The computer whose chain it is: every computer has one of its own. */
    device: text(),
    /** Of the first link: 1, 2, 3 ... per computer, without gaps. */
    place: integer({ check: '{column} > 0' }),
    /** How many links there are in the block. */
    links: integer({ check: '{column} > 0' }),
    /** A line per link: the table, the id of the row and the beginning of its hash. */
    rows: text(),
    /** The whole hash of the last link. */
    hash: text(),
  },
})
