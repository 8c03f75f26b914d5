// Two rows in every table of the ledger, whatever tables there come to be: one with all its values, one with only those it needs.
import { CompiledQuery } from 'kysely'
import { columnsOf } from '../../electron/backend/database/declare-table.ts'
import { allTables } from '../../electron/backend/database/schema.ts'
import { write } from '../../electron/backend/database/write.ts'
import type { OpenTestBook } from './open-book.ts'

/** The values mean nothing, so the checks of the rows are off meanwhile. */
export async function writeEveryKindOfLedgerRow({ context, opened }: OpenTestBook): Promise<void> {
  opened.raw.pragma('ignore_check_constraints = 1')
  await write(context, { kind: 'duesRun' }, async (tx) => {
    for (const table of allTables.filter((known) => known.class === 'fact'))
      for (const whole of [true, false]) {
        const columns = Object.entries(columnsOf(table))
        const values = columns.map(([name, { type, nullable }]) => {
          if (name === 'id') return context.newId()
          if (nullable && !whole) return null
          return type === 'INTEGER' ? 100 : '2026-05-01'
        })
        const places = values.map(() => '?').join(', ')
        const names = columns.map(([name]) => name).join(', ')
        await tx.executeQuery(CompiledQuery.raw(`INSERT INTO ${table.name} (${names}) VALUES (${places})`, values))
      }
  })
  opened.raw.pragma('ignore_check_constraints = 0')
}
