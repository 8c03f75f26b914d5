import { bookKinds } from '../../../shared/contract/books.ts'
import { betweenFileKinds } from '../../../shared/domain/between.ts'
import {
  declareTable,
  idOf,
  integer,
  oneOf,
  optionalIdOf,
  optionalInteger,
  optionalText,
  text,
} from '../database/declare-table.ts'

/** A book that this one exchanges files with; its id follows from its key, so that two PCs that meet it make one row. */
export const otherBookTable = declareTable({
  name: 'other_book',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'book', basis: 'not_personal', retention: 'while_book' },
  columns: {
    name: text(),
    kind: oneOf(bookKinds),
    /** In the association's book: the binnenbuurt the other book is of. */
    neighbourhood_id: optionalIdOf('neighbourhood'),
    /** Ed25519, base64. */
    signing_key: text(),
    /** age1…, what files for it are encrypted for. */
    recipient: text(),
    met_on: text(),
    /** Telephone numbers and e-mail addresses go along. */
    gives_contact: integer({ check: '{column} IN (0, 1)' }),
  },
})

/** Somebody both books know: under which id there, and what was last agreed on. */
export const sharedPersonTable = declareTable({
  name: 'shared_person',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'membership', basis: 'agreement', retention: 'leaving_2_years' },
  columns: {
    other_book_id: idOf('other_book'),
    person_id: idOf('person'),
    /** Null until the other book has said it. It stays: by itself it says nothing, and they must not come back as somebody new. */
    their_id: optionalText({ basis: 'not_personal', retention: 'while_book' }),
    /** JSON: by field a keyed hash of the value, and when it was last changed here and there. No value itself. */
    stamps: text(),
    /** The day the other book told that it erased this person: nothing of them goes there any more. */
    erased_there_on: optionalText(),
    /** The day somebody said that this person stays here all the same. */
    erasure_answered_on: optionalText(),
  },
  indexes: [['other_book_id', 'their_id'], ['person_id']],
})

/** A file that was made for another book or taken in from it. */
export const exchangedFileTable = declareTable({
  name: 'exchanged_file',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'book', basis: 'not_personal', retention: 'while_book' },
  columns: {
    other_book_id: idOf('other_book'),
    direction: oneOf(['made', 'taken']),
    kind: oneOf(betweenFileKinds),
    seq: integer(),
    day: text(),
    people: integer(),
  },
  indexes: [['other_book_id', 'kind', 'seq']],
})

/** What the association's book told of the dues of somebody; the last that was told. */
export const duesStandingTable = declareTable({
  name: 'dues_standing',
  class: 'register',
  scope: 'contributie',
  privacy: { purpose: 'dues', basis: 'agreement', retention: 'leaving_2_years' },
  columns: {
    other_book_id: idOf('other_book'),
    person_id: idOf('person'),
    /** First day that is not paid for; null when nothing ever was. */
    paid_until: optionalText(),
    /** 0: pays no dues. */
    pays: integer({ check: '{column} IN (0, 1)' }),
    open_cents: optionalInteger(),
    /** The day the association's book said so. */
    as_of: text(),
  },
  indexes: [['person_id']],
})
