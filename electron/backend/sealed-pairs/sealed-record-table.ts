import { type Columns, declareTable, oneOf, optionalText, sealedBytes, text } from '../database/declare-table.ts'

/** A programme or a pair of one. Even the name of the programme is sealed: what lies open is that there is something, and how much. */
const columns = {
  /** The id of the record that is the programme; of that record its own. */
  programme_id: text(),
  kind: oneOf(['programme', 'pair']),
  /** JSON of {@link SealedProgramme} or {@link SealedPair}. */
  content: sealedBytes(),
  /** The first day nothing may be left of a pair, which must be known without opening it; null of a programme. */
  expires_day: optionalText(),
} as const satisfies Columns

const described = {
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'pairs', basis: 'consent', retention: 'pair_1_year' },
  columns,
  indexes: [['programme_id']],
} as const

/** Of this PC: journaled like everything else, and never told to another PC. */
export const sealedRecordTable = declareTable({ name: 'sealed_record', staysHere: true, ...described })

/** Of programmes that were chosen to go along to the other PC of this book. */
export const sharedSealedRecordTable = declareTable({ name: 'shared_sealed_record', ...described })
