import { declareTable, text } from '../database/declare-table.ts'

/** When a copy of the book was made to be kept elsewhere; the newest only. */
export const carriedCopyTable = declareTable({
  name: 'carried_copy',
  class: 'local',
  scope: 'leden',
  privacy: { purpose: 'program', basis: 'not_personal', retention: 'while_book' },
  columns: { made_at: text() },
})
