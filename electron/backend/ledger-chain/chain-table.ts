import { declareTable, integer, text } from '../database/declare-table.ts'

/**
 * One link per row of the ledger, in the order in which this computer wrote them. `id` is the row's own; `hash` is over the
 * link before it and everything the row says. Not journaled: it follows from rows that are.
 */
export const ledgerChainTable = declareTable({
  name: 'ledger_chain',
  class: 'local',
  scope: 'contributie',
  privacy: { purpose: 'dues', basis: 'legal_obligation', retention: 'ledger_7_years' },
  columns: {
    /** The computer whose chain it is: every computer has one of its own. */
    device: text(),
    /** 1, 2, 3 ... per computer, without gaps. */
    place: integer({ check: '{column} > 0' }),
    table_name: text(),
    hash: text(),
  },
  indexes: [['device', 'place']],
})
