import { declareTable, text } from '../database/declare-table.ts'

/** Which column holds what, remembered per kind of list. Of this PC only: it is a convenience, not a fact. */
export const importLayoutTable = declareTable({
  name: 'import_layout',
  class: 'local',
  scope: 'leden',
  privacy: { purpose: 'program', basis: 'not_personal', retention: 'while_book' },
  columns: {
    /** Of the headings: two lists with the same headings are the same kind of list. */
    fingerprint: text(),
    /** JSON: field names by column. */
    mapping: text(),
  },
  indexes: [['fingerprint']],
})
