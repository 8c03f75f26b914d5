import { declareTable, oneOf, optionalText, text } from '../../database/declare-table.ts'

/** An invitation on its way, on either side; gone when it was confirmed, withdrawn or too old. Its id is its name in the folder. */
export const syncInvitationTable = declareTable({
  name: 'sync_invitation',
  class: 'local',
  scope: 'leden',
  privacy: { purpose: 'program', basis: 'not_personal', retention: 'while_book' },
  columns: {
    side: oneOf(['inviter', 'invited']),
    /** JSON: what the invitation says. */
    letter: text(),
    /** JSON: the answer that was given or found genuine. */
    answer: optionalText(),
    until: text(),
    /** A second genuine answer came: two know the words. Nobody is let in by it any more. */
    spoilt_at: optionalText(),
  },
})
