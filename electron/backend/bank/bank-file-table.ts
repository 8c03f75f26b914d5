// What was taken in from the bank: the files, their bytes as they came, and the statements in them.
import {
  declareTable,
  idOf,
  integer,
  optionalInteger,
  optionalText,
  sealedBytes,
  text,
} from '../database/declare-table.ts'

const notPersonal = { purpose: 'dues', basis: 'not_personal', retention: 'ledger_7_years' } as const

/** A file of the bank that was taken in [bankbestand]. */
export const bankFileTable = declareTable({
  name: 'bank_file',
  class: 'register',
  scope: 'bank',
  privacy: notPersonal,
  columns: {
    /** Of the bytes as they came; also the id under which they are kept. */
    sha256: text(),
    name: text({ basis: 'legal_obligation' }),
    format: text(),
    from_day: optionalText(),
    to_day: optionalText(),
    line_count: integer(),
    /** Lines of the day itself that were left for a next file. */
    left_out: integer(),
    /** JSON: what the reader noticed, as codes with details. */
    warnings: text(),
    taken_at: text(),
  },
  indexes: [['sha256']],
})

/** The bytes of a file, compressed and sealed, under their SHA-256. They stay on the PC that took them in, and in its copies. */
export const bankFileContentTable = declareTable({
  name: 'bank_file_content',
  class: 'local',
  scope: 'bank',
  privacy: { purpose: 'dues', basis: 'legal_obligation', retention: 'ledger_7_years' },
  columns: { content: sealedBytes() },
})

/** A statement in a file [afschrift]; what it says of the balance shows whether one is missing. */
export const bankStatementTable = declareTable({
  name: 'bank_statement',
  class: 'register',
  scope: 'bank',
  privacy: notPersonal,
  columns: {
    bank_file_id: idOf('bank_file'),
    bank_account_id: idOf('bank_account'),
    number: optionalText(),
    open_day: optionalText(),
    open_cents: optionalInteger(),
    close_day: optionalText(),
    close_cents: optionalInteger(),
    /** Whether its own lines make the closing balance; null where a balance is missing. */
    balanced: optionalInteger({ check: '{column} IN (0, 1)' }),
    line_count: integer(),
  },
  indexes: [['bank_account_id'], ['bank_file_id']],
})
