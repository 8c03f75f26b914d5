import { declareTable, idOf, integer, oneOf, optionalText, text } from '../database/declare-table.ts'

/** key store of the system, file beside the book, a passphrase, the printed recovery sheet [herstelblad]. */
const keyHolders = ['keyStore', 'keyFile', 'passphrase', 'sheet'] as const

const privacy = { purpose: 'program', basis: 'not_personal', retention: 'while_book' } as const

/** That there is a book key, and how to know it again; never the key itself. */
export const bookKeyTable = declareTable({
  name: 'book_key',
  class: 'local',
  scope: 'leden',
  privacy,
  columns: {
    /** Stands in every sealed value. */
    version: integer({ check: '{column} BETWEEN 1 AND 255' }),
    /** Derived from the key: tells whether a key that came out of a wrap is this one. */
    check_value: text(),
    made_at: text(),
  },
})

/** The book key, wrapped by whatever opens it. In the book, so that a copy of the book brings its ways in along. */
export const bookKeyWrapTable = declareTable({
  name: 'book_key_wrap',
  class: 'local',
  scope: 'leden',
  privacy,
  columns: {
    key_id: idOf('book_key'),
    holder: oneOf(keyHolders),
    /** The computer whose key store or key file it is; null for what works anywhere. */
    device: optionalText(),
    /** Base64, or an armoured age file for the sheet. */
    wrapped: text(),
    /** JSON: what the holder must know to open it. */
    details: text(),
    made_at: text(),
    /** Sheet: when somebody typed two of its groups back; until then it is asked for. */
    confirmed_at: optionalText(),
  },
  indexes: [['key_id']],
})
