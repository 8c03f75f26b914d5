// Brings a book up to date by steps made for this test and kills itself in the middle: `node migrator.ts <file> <moment>`, the
// moment being the statement after which it stops (0 = before the first). A moment past the last statement ends normally.
import type BetterSqlite3 from 'better-sqlite3'
import { latestVersion, type Migration } from '../../../electron/backend/database/migrate.ts'
import { migrations } from '../../../electron/backend/database/migrations/index.ts'
import { openDatabase } from '../../../electron/backend/database/open-database.ts'

const newest = latestVersion(migrations)
/** The version that the steps lead to. */
export const stepsVersion = newest + 2

/** Two steps of several statements each: a column, new values in every row, and a table made anew. */
export function stepsFor(afterStatement: () => void): readonly Migration[] {
  const run = (raw: BetterSqlite3.Database, statements: readonly string[]) => {
    for (const statement of statements) {
      raw.exec(statement)
      afterStatement()
    }
  }
  return [
    ...migrations,
    {
      version: newest + 1,
      name: 'a place for the summer',
      up: (raw) =>
        run(raw, [
          'ALTER TABLE neighbourhood ADD COLUMN summer_place TEXT',
          "UPDATE neighbourhood SET summer_place = 'plein ' || name",
          'CREATE INDEX neighbourhood_by_summer_place ON neighbourhood (summer_place)',
        ]),
    },
    {
      version: newest + 2,
      name: 'people made anew',
      up: (raw) => {
        const sql = String(raw.prepare("SELECT sql FROM sqlite_schema WHERE name = 'person'").pluck().get())
        run(raw, [
          sql.replace('CREATE TABLE person', 'CREATE TABLE person_new'),
          'INSERT INTO person_new SELECT * FROM person',
          'DROP TABLE person',
          'ALTER TABLE person_new RENAME TO person',
        ])
      },
    },
  ]
}

export const statementCount = 7

if (process.argv[1] === import.meta.filename) {
  const [file = '', moment = '0'] = process.argv.slice(2)
  let left = Number(moment)
  const stop = () => process.kill(process.pid, 'SIGKILL')
  const opened = await openDatabase(file, {
    create: false,
    copyFirst: async () => {
      if (left === 0) stop()
    },
    migrations: stepsFor(() => {
      left -= 1
      if (left === 0) stop()
    }),
  })
  if ('kind' in opened) throw new Error(opened.kind)
  await opened.close()
}
