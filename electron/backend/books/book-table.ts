// The one row that says what this book is.

import { bookKinds } from '../../../shared/contract/books.ts'
import { presetCodes } from '../../../shared/domain/presets.ts'
import { rolePatterns } from '../../../shared/domain/role-seats.ts'
import { declareTable, integer, oneOf, optionalInteger, optionalText, text } from '../database/declare-table.ts'

/** The id of the only row. */
export const bookId = 'book'

export const bookTable = declareTable({
  name: 'book',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'book', basis: 'not_personal', retention: 'while_book' },
  columns: {
    name: text(),
    kind: oneOf(bookKinds),
    role_pattern: oneOf(rolePatterns),
    min_gatherings_per_year: integer({ check: '{column} BETWEEN 0 AND 52' }),
    dues_enabled: integer({ check: '{column} IN (0, 1)' }),
    accounting_start: optionalText(),
    /** After how many months without intervision a leader is named; null: as usual. */
    intervision_months: optionalInteger({ check: '{column} BETWEEN 1 AND 60' }),
    /** Of books made before accounts at the bank had rows of their own; empty since. */
    account_name: optionalText(),
    account_iban: optionalText(),
    /** Hexadecimal, made with the book: keys the ids of bank lines, and what books of the association send each other. */
    bank_secret: optionalText({ isKey: true }),
    /** 1: made with a program that let go of less, and nobody said yet that the rest may go. */
    asks_before_letting_go: optionalInteger({ check: '{column} IN (0, 1)' }),
    /** How the association works: a code of presets.ts; null = none of those. A newer program may know more. */
    preset: optionalText({ codes: presetCodes }),
  },
})

/** What the book keeps: `id` is the code of a module. One without a row is off; one that a newer program knows is left alone. */
export const moduleUseTable = declareTable({
  name: 'module_use',
  class: 'register',
  scope: 'leden',
  privacy: { purpose: 'book', basis: 'not_personal', retention: 'while_book' },
  columns: { switched_on: integer({ check: '{column} IN (0, 1)' }) },
})
