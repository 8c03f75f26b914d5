// Writes the file that stands for the newest version in these tests: `npx node test/migrations/keep-version.ts`. Run once, when a
// version is finished and before it is released; after that its file is history and must not be made again.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import BetterSqlite3 from 'better-sqlite3'
import { latestVersion } from '../../electron/backend/database/migrate.ts'
import { migrations } from '../../electron/backend/database/migrations/index.ts'
import { openTestBackend } from '../support/test-backend.ts'

const version = latestVersion(migrations)
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const test = await openTestBackend({ book: 'none' })
await test.api.books.openDemo({})
await test.backend.close()

// The example has the marks of a real book and rows in most tables. Triggers are made anew at every opening and are not kept.
const raw = new BetterSqlite3(join(test.folder, 'voorbeeld.db'))
const statements = raw
  .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type <> 'trigger' ORDER BY type, name")
  .pluck()
  .all()
raw.exec('VACUUM')
raw.close()
writeFileSync(here(`version-${version}.sql`), `${statements.join(';\n')};\n`)
writeFileSync(here(`version-${version}.db.gz`), gzipSync(readFileSync(join(test.folder, 'voorbeeld.db')), { level: 9 }))
rmSync(test.folder, { recursive: true, force: true })
console.log(`kept version ${version}`)
