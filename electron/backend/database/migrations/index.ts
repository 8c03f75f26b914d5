// Every version a book has had, oldest first. A version that was released is never changed: what comes after it is a new one.
import type { Migration } from '../migrate.ts'
import { firstTables } from './0001-first-tables.ts'
import { treasurerTables } from './0002-treasurer.ts'
import { inStepTables } from './0003-in-step.ts'
import { practiceTables } from './0004-practices.ts'
import { rightsTables } from './0005-rights.ts'
import { ratesForMonths } from './0006-rates-for-months.ts'

export const migrations: readonly Migration[] = [
  firstTables,
  treasurerTables,
  inStepTables,
  practiceTables,
  rightsTables,
  ratesForMonths,
]
