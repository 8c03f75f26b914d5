import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyBeforeMigration } from '../../../../electron/backend/backup/backup-keeper.ts'
import { findDamage } from '../../../../electron/backend/database/integrity.ts'
import type { Migration } from '../../../../electron/backend/database/migrate.ts'
import { latestVersion, migrate } from '../../../../electron/backend/database/migrate.ts'
import { migrations } from '../../../../electron/backend/database/migrations/index.ts'
import type { OpenedFile, OpenProblem } from '../../../../electron/backend/database/open-database.ts'
import { openDatabase } from '../../../../electron/backend/database/open-database.ts'
import { allTables } from '../../../../electron/backend/database/schema.ts'
import { triggerStatements } from '../../../../electron/backend/journal/triggers.ts'
import { putEmptyBook } from '../../../support/empty-book.ts'

let folder: string
let file: string
const opened: OpenedFile[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurtboek-migrate-'))
  file = join(folder, 'boek.db')
  await putEmptyBook(file)
  expectOpen(await open()).raw.exec(
    `UPDATE current_action SET action_seq = 1;
     INSERT INTO neighbourhood (id, name, target_size) VALUES ('n1', 'Kastanjehof', 50), ('n2', 'Lijsterpad', 50);
     UPDATE current_action SET action_seq = NULL`,
  )
  await closeAll()
})
afterEach(async () => {
  await closeAll()
  await rm(folder, { recursive: true, force: true })
})

async function open(options: { create?: boolean; steps?: readonly Migration[]; copies?: string[] } = {}) {
  const result = await openDatabase(file, {
    create: options.create ?? false,
    migrations: [...migrations, ...(options.steps ?? [])],
    copyFirst: async (raw) => {
      options.copies?.push(`version ${raw.pragma('user_version', { simple: true })}`)
    },
  })
  if ('db' in result) opened.push(result)
  return result
}

async function closeAll(): Promise<void> {
  for (const one of opened.splice(0)) await one.close()
}

function expectOpen(result: OpenedFile | OpenProblem): OpenedFile {
  if ('kind' in result) throw new Error(`did not open: ${result.kind}`)
  return result
}

/** What the steps of these tests come after. */
const newest = latestVersion(migrations)

const addPlace: Migration = {
  version: newest + 1,
  name: 'a place for the summer',
  up: (raw) => {
    raw.exec("ALTER TABLE neighbourhood ADD COLUMN summer_place TEXT; UPDATE neighbourhood SET summer_place = 'plein'")
  },
}
/** Rebuilds a table, the way a changed CHECK needs it. */
const rebuild: Migration = {
  version: newest + 2,
  name: 'the table made anew',
  up: (raw) => {
    const sql = String(raw.prepare("SELECT sql FROM sqlite_schema WHERE name = 'neighbourhood'").pluck().get())
    raw.exec(sql.replace('CREATE TABLE neighbourhood', 'CREATE TABLE rebuilt'))
    raw.exec(
      'INSERT INTO rebuilt SELECT * FROM neighbourhood; DROP TABLE neighbourhood; ALTER TABLE rebuilt RENAME TO neighbourhood',
    )
  },
}

describe('bringing a book up to date', () => {
  it('copies first, keeps every row, gives the triggers back and can be opened again', async () => {
    const copies: string[] = []
    const { raw } = expectOpen(await open({ steps: [addPlace, rebuild], copies }))
    expect(copies).toEqual([`version ${newest}`])
    expect(raw.pragma('user_version', { simple: true })).toBe(newest + 2)
    expect(raw.prepare('SELECT name, summer_place FROM neighbourhood ORDER BY name').raw().all()).toEqual([
      ['Kastanjehof', 'plein'],
      ['Lijsterpad', 'plein'],
    ])
    expect(raw.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'").pluck().get()).toBe(
      triggerStatements(allTables).length,
    )
    expect(() => raw.exec("UPDATE neighbourhood SET name = 'Stil'")).toThrow(
      /NOT NULL constraint failed: change.action_seq/,
    )
    await closeAll()
    const again: string[] = []
    expectOpen(await open({ steps: [addPlace, rebuild], copies: again }))
    expect(again).toEqual([])
  })

  it('writes nothing to the journal: nobody did it', async () => {
    const before = expectOpen(await open())
      .raw.prepare('SELECT count(*) FROM change')
      .pluck()
      .get()
    await closeAll()
    const after = expectOpen(await open({ steps: [addPlace] }))
      .raw.prepare('SELECT count(*) FROM change')
      .pluck()
      .get()
    expect(after).toBe(before)
  })

  it('makes a verified copy that opens as the old version', async () => {
    const copies = join(folder, 'reservekopieen')
    const result = await openDatabase(file, {
      create: false,
      migrations: [...migrations, addPlace],
      copyFirst: (raw) =>
        copyBeforeMigration(raw, { folder: copies, appVersion: '0.2.0', now: () => new Date('2026-11-23T12:00:00') }),
    })
    opened.push(expectOpen(result))
    const copy = new BetterSqlite3(join(copies, 'boek-20261123-120000.db'), { readonly: true })
    expect([copy.pragma('user_version', { simple: true }), findDamage(copy)]).toEqual([newest, []])
    copy.close()
  })

  it('does not begin when the copy cannot be made', async () => {
    const before = await readFile(file)
    await expect(
      openDatabase(file, {
        create: false,
        migrations: [...migrations, addPlace],
        copyFirst: async () => {
          throw new Error('no room')
        },
      }),
    ).rejects.toThrow('no room')
    expect((await readFile(file)).equals(before)).toBe(true)
  })

  const failing: readonly (readonly [string, Migration, RegExp])[] = [
    [
      'throws halfway',
      {
        version: newest + 1,
        name: '',
        up: (raw) => void raw.exec("UPDATE neighbourhood SET name = 'x'; SELECT nonsense"),
      },
      /nonsense/,
    ],
    [
      'loses a row',
      { version: newest + 1, name: '', up: (raw) => void raw.exec("DELETE FROM neighbourhood WHERE id = 'n1'") },
      /had 2 rows and has 1/,
    ],
    [
      'loses a table',
      { version: newest + 1, name: '', up: (raw) => void raw.exec('DROP TABLE payment_note') },
      /payment_note/,
    ],
  ]
  it.each(failing)('a step that %s changes nothing at all', async (_what, step, message) => {
    const rows = () => {
      const raw = new BetterSqlite3(file, { readonly: true })
      const found = [
        raw.pragma('user_version', { simple: true }),
        raw.prepare('SELECT * FROM neighbourhood').all(),
        raw.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all(),
      ]
      raw.close()
      return found
    }
    const before = rows()
    await expect(open({ steps: [step] })).rejects.toThrow(message)
    expect(rows()).toEqual(before)
    expectOpen(await open())
  })

  it('may lose rows where the step says so', async () => {
    const step: Migration = {
      ...addPlace,
      changesRowsOf: ['neighbourhood'],
      up: (raw) => void raw.exec("DELETE FROM neighbourhood WHERE id = 'n1'"),
    }
    const { raw } = expectOpen(await open({ steps: [step] }))
    expect(raw.prepare('SELECT count(*) FROM neighbourhood').pluck().get()).toBe(1)
  })

  it('keeps a complete step when a later one fails', async () => {
    const step: Migration = {
      version: newest + 2,
      name: '',
      up: () => {
        throw new Error('later')
      },
    }
    await expect(open({ steps: [addPlace, step] })).rejects.toThrow('later')
    const { raw } = expectOpen(await open({ steps: [addPlace] }))
    expect(raw.pragma('user_version', { simple: true })).toBe(newest + 1)
  })
})

describe('versions', () => {
  it('rise by one, from one', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1))
  })

  it('every one leads to a database without damage', () => {
    for (const { version } of migrations) {
      const raw = new BetterSqlite3(':memory:')
      migrate(raw, migrations, version)
      expect(findDamage(raw)).toEqual([])
      raw.close()
    }
  })
})
