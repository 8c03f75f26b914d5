// An open book whose answers are held against the contract, and a look into all its tables: to see that an undo puts everything back.
import { sql } from 'kysely'
import { columnsOf } from '../../electron/backend/database/declare-table.ts'
import { allTables } from '../../electron/backend/database/schema.ts'
import type { Day } from '../../shared/domain/calendar-date.ts'
import { askBook, type OpenTestBook, openTestBook } from './open-book.ts'

export interface PeopleBook extends OpenTestBook {
  /** All rows of all declared tables, by table, without SQLite's own row numbers. */
  readonly tables: () => Promise<Readonly<Record<string, unknown>>>
}

/** Opens an empty book on 23 November 2026, or on `today`. */
export async function openPeopleBook(today?: Day): Promise<PeopleBook> {
  const book = await openTestBook(today === undefined ? {} : { today })
  const { context } = book
  const api = askBook(context, { checkOutput: true })
  return {
    ...book,
    api,
    tables: async () => {
      const all: Record<string, unknown> = {}
      for (const table of allTables) {
        const columns = Object.keys(columnsOf(table)).join(', ')
        all[table.name] = (
          await sql`SELECT ${sql.raw(columns)} FROM ${sql.table(table.name)} ORDER BY id`.execute(context.db)
        ).rows
      }
      return all
    },
  }
}
