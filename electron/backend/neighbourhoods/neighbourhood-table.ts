import { neighbourhoodStatuses } from '../../../shared/domain/neighbourhood-status.ts'
import { declareTable, integer, optionalInteger, optionalOneOf, optionalText, text } from '../database/declare-table.ts'

export const neighbourhoodTable = declareTable({
  name: 'neighbourhood',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'groups', basis: 'not_personal', retention: 'while_book' },
  columns: {
    name: text({ search: 'words' }),
    /** Which streets it covers, in words. */
    area_note: optionalText(),
    /** Where the group chats, as text. */
    chat_link: optionalText(),
    /** How many people fit; the advice to split or join is relative to it. */
    target_size: integer({ check: '{column} > 0' }),
    /** Gatherings a year when it differs from the book's. */
    cadence_per_year: optionalInteger({ check: '{column} >= 0' }),
    /** What the contact people say of it themselves; null while nobody said. */
    status: optionalOneOf(neighbourhoodStatuses),
    status_day: optionalText(),
    active_from: optionalText(),
    /** First day it no longer exists. */
    active_until: optionalText(),
  },
})
