import { createHash, randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dropTriggers } from '../../../../electron/backend/database/migrate.ts'
import type { TestBackend } from '../../../support/test-backend.ts'
import { openTestBackend } from '../../../support/test-backend.ts'

let folder: string
let copies: string
let test: TestBackend

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurtboek-backups-'))
  copies = join(folder, 'reservekopieen')
  test = await openTestBackend({ dataFolder: folder })
})
afterEach(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

async function rename(name: string): Promise<void> {
  const settings = await test.api.books.settings({})
  await test.api.books.changeSettings({ ...settings, name })
}

async function reopen(): Promise<void> {
  await test.close()
  test = await openTestBackend({ dataFolder: folder, book: 'none', newId: randomUUID })
}

/** Changes a copy on the disk and gives it a manifest that fits again, as somebody with bad intentions would. */
async function tamper(id: string, change: (raw: BetterSqlite3.Database) => unknown): Promise<void> {
  const file = join(copies, `${id}.db`)
  const raw = new BetterSqlite3(file)
  change(raw)
  raw.close()
  await refit(id)
}

async function refit(id: string): Promise<void> {
  const bytes = await readFile(join(copies, `${id}.db`))
  const manifest = JSON.parse(await readFile(join(copies, `${id}.json`), 'utf8'))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await writeFile(join(copies, `${id}.json`), JSON.stringify({ ...manifest, size: bytes.length, sha256 }))
}

describe('making a copy', () => {
  it('gives a checked file and a manifest, for the owner only', async () => {
    const { made, backup } = await test.api.backups.make({})
    expect(made).toBe(true)
    expect(backup).toMatchObject({ reason: 'asked', bookName: 'Stadsdorp Oosterweide', shrunk: false })
    expect((await readdir(copies)).sort()).toEqual([`${backup.id}.db`, `${backup.id}.json`])
    for (const name of await readdir(copies)) expect((await stat(join(copies, name))).mode & 0o777).toBe(0o600)
    const raw = new BetterSqlite3(join(copies, `${backup.id}.db`), { readonly: true })
    expect(raw.prepare('SELECT name FROM book').pluck().get()).toBe('Stadsdorp Oosterweide')
    raw.close()
  })

  it('makes none when nothing changed, and one again after a change', async () => {
    const first = await test.api.backups.make({})
    expect(await test.api.backups.make({})).toEqual({ made: false, backup: first.backup })
    await reopen()
    expect((await test.api.backups.make({})).made).toBe(false)
    await rename('De Kade')
    expect((await test.api.backups.make({})).made).toBe(true)
    expect((await test.api.backups.list({})).backups).toHaveLength(2)
  })

  it('makes a new one when the newest is no longer whole', async () => {
    const { backup } = await test.api.backups.make({})
    const file = join(copies, `${backup.id}.db`)
    const bytes = await readFile(file)
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
    await writeFile(file, bytes)
    expect((await test.api.backups.make({})).made).toBe(true)
  })

  it('waits for work that is going on', async () => {
    const settings = await test.api.books.settings({})
    const names = ['Een', 'Twee', 'Drie']
    const made = await Promise.all([
      ...names.map((name) => test.api.books.changeSettings({ ...settings, name })),
      test.api.backups.make({}),
      test.api.backups.make({}),
    ])
    expect(made).toHaveLength(5)
    expect(test.logged).toEqual([])
  })

  it('says so and leaves nothing when the folder cannot be written to', async () => {
    await writeFile(copies, 'een bestand waar de map hoort')
    await expect(test.api.backups.make({})).rejects.toMatchObject({ code: 'unexpected' })
  })

  it('tells of a book that lost more than half and keeps the one before', async () => {
    const { backup } = await test.api.backups.make({})
    // The manifest of a fuller time: 40 rows where there is now one.
    const file = join(copies, `${backup.id}.json`)
    const manifest = JSON.parse(await readFile(file, 'utf8'))
    manifest.rows.person = 40
    await writeFile(file, JSON.stringify(manifest))
    await rename('De Kade')
    const second = await test.api.backups.make({})
    expect(second.backup.shrunk).toBe(true)
    expect((await test.api.backups.list({})).backups.map((copy) => copy.id)).toContain(backup.id)
  })
})

describe('the list', () => {
  it('shows only what is whole enough to show, newest first', async () => {
    const first = await test.api.backups.make({})
    await rename('De Kade')
    test.setDay('2026-11-24')
    const second = await test.api.backups.make({})
    await writeFile(join(copies, 'boek-20260101-120000.json'), '{"format":1}')
    await writeFile(join(copies, 'vakantie.json'), 'geen json')
    await writeFile(join(copies, 'boek-20260102-120000.db'), '')
    const { backups } = await test.api.backups.list({})
    expect(backups.map((copy) => copy.id)).toEqual([second.backup.id, first.backup.id])
  })
})

describe('restoring', () => {
  it('brings the book back as it was and keeps a copy of what it replaces', async () => {
    const { backup } = await test.api.backups.make({})
    await rename('Weg ermee')
    test.setDay('2026-11-24')
    await test.api.backups.restore({ backupId: backup.id })
    expect((await test.api.books.settings({})).name).toBe('Stadsdorp Oosterweide')
    // On a machine that takes seconds for this, the copy of after a start is there as well.
    const kept = (await test.api.backups.list({})).backups.find(({ reason }) => reason === 'restore')
    expect(kept).toMatchObject({ bookName: 'Weg ermee' })
    if (kept) await test.api.backups.restore({ backupId: kept.id })
    expect((await test.api.books.settings({})).name).toBe('Weg ermee')
  })

  it('goes on journaling and undoing after it', async () => {
    const { backup } = await test.api.backups.make({})
    await rename('De Kade')
    await test.api.backups.restore({ backupId: backup.id })
    await rename('Het Lijsterpad')
    await reopen()
    expect((await test.api.books.settings({})).name).toBe('Het Lijsterpad')
    await test.api.history.undo({})
    expect((await test.api.books.settings({})).name).toBe('Stadsdorp Oosterweide')
    expect((await test.api.backups.make({})).made).toBe(true)
  })

  it('tells open windows that another book is open', async () => {
    const { backup } = await test.api.backups.make({})
    const topics: string[] = []
    test.backend.subscribe((event) => topics.push(event.topic))
    await test.api.backups.restore({ backupId: backup.id })
    expect(topics).toContain('book')
  })

  it('refuses an unknown copy and names that are paths', async () => {
    for (const backupId of ['boek-20990101-120000', '../boek', '../../etc/passwd', '', 'boek.db'])
      await expect(test.api.backups.restore({ backupId })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('refuses a copy that is not what was written, and changes nothing', async () => {
    const { backup } = await test.api.backups.make({})
    await rename('De Kade')
    const file = join(copies, `${backup.id}.db`)
    const bytes = await readFile(file)
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1
    await writeFile(file, bytes)
    await expect(test.api.backups.restore({ backupId: backup.id })).rejects.toMatchObject({ code: 'backupDamaged' })
    expect((await test.api.books.settings({})).name).toBe('De Kade')
    expect(await readdir(folder)).toEqual(expect.not.arrayContaining(['boek.db.terug', 'boek.db.terug.bron']))
  })

  it('never runs a trigger or view that the file brings along', async () => {
    const { backup } = await test.api.backups.make({})
    await tamper(backup.id, (raw) => {
      raw.exec(`CREATE TRIGGER wipe AFTER INSERT ON book BEGIN DELETE FROM book; END;
        CREATE TRIGGER wipe_action AFTER INSERT ON action BEGIN DELETE FROM action; END;
        CREATE VIEW spy AS SELECT * FROM person`)
    })
    await test.api.backups.restore({ backupId: backup.id })
    expect((await test.api.books.settings({})).name).toBe('Stadsdorp Oosterweide')
    await test.close()
    const raw = new BetterSqlite3(join(folder, 'boek.db'), { readonly: true })
    const names = raw.prepare("SELECT name FROM sqlite_schema WHERE name IN ('wipe', 'wipe_action', 'spy')").all()
    raw.close()
    expect(names).toEqual([])
    test = await openTestBackend({ dataFolder: folder, book: 'none', newId: randomUUID })
  })

  const hostile: readonly (readonly [string, (raw: BetterSqlite3.Database) => unknown])[] = [
    [
      'a table replaced by a view',
      (raw) => raw.exec("DROP TABLE book; CREATE VIEW book AS SELECT 'book' AS id, load_extension('x') AS name"),
    ],
    [
      'a value our tables refuse',
      (raw) => {
        dropTriggers(raw)
        raw.exec("PRAGMA ignore_check_constraints = 1; UPDATE book SET kind = 'kartel'")
      },
    ],
    [
      'a book without its own row',
      (raw) => {
        dropTriggers(raw)
        raw.exec('DELETE FROM book')
      },
    ],
    ['the marks of another program', (raw) => raw.pragma('application_id = 7')],
    ['no version', (raw) => raw.pragma('user_version = 0')],
  ]
  it.each(hostile)('refuses %s, and the book stays as it is', async (_what, change) => {
    const { backup } = await test.api.backups.make({})
    await rename('De Kade')
    await tamper(backup.id, change)
    await expect(test.api.backups.restore({ backupId: backup.id })).rejects.toMatchObject({ code: 'backupDamaged' })
    expect((await test.api.books.settings({})).name).toBe('De Kade')
  })

  it('refuses a copy of a newer version in words', async () => {
    const { backup } = await test.api.backups.make({})
    await tamper(backup.id, (raw) => void raw.pragma('user_version = 99'))
    await expect(test.api.backups.restore({ backupId: backup.id })).rejects.toMatchObject({ code: 'bookNewer' })
  })

  it('accepts a copy without a column that our tables have a default for', async () => {
    const { backup } = await test.api.backups.make({})
    await tamper(backup.id, (raw) => {
      dropTriggers(raw)
      raw.exec('ALTER TABLE book DROP COLUMN account_iban')
    })
    await test.api.backups.restore({ backupId: backup.id })
    expect(await test.api.directDebit.account({})).toBeNull()
  })
})

describe('a damaged book', () => {
  it('is answered with the newest whole copy, and kept beside the restored book', async () => {
    const { backup: good } = await test.api.backups.make({})
    await rename('De Kade')
    test.setDay('2026-11-24')
    const { backup: broken } = await test.api.backups.make({})
    await test.close()
    const damaged = (await readFile(join(folder, 'boek.db'))).subarray(0, 5000)
    await writeFile(join(folder, 'boek.db'), damaged)
    await writeFile(join(copies, `${broken.id}.db`), Buffer.alloc(broken.size))
    await refit(broken.id)

    test = await openTestBackend({ dataFolder: folder, book: 'none', newId: randomUUID })
    const status = await test.api.books.status({})
    expect(status).toMatchObject({ state: 'damaged', backup: { id: good.id, bookName: 'Stadsdorp Oosterweide' } })

    const after = await test.api.books.restore({ backupId: good.id })
    expect(after).toMatchObject({ state: 'open', book: { name: 'Stadsdorp Oosterweide' } })
    const aside = (await readdir(folder)).filter((name) => /^boek\.db\.beschadigd-[\d-]+$/.test(name))
    expect(aside).toHaveLength(1)
    expect((await readFile(join(folder, aside[0] ?? ''))).equals(damaged)).toBe(true)
  })

  it('comes back from a copy also when the file itself is gone', async () => {
    const { backup } = await test.api.backups.make({})
    await test.close()
    await rm(join(folder, 'boek.db'))
    test = await openTestBackend({ dataFolder: folder, book: 'none', newId: randomUUID })
    expect(await test.api.books.status({})).toMatchObject({ state: 'none', backup: { id: backup.id } })
    expect((await test.api.books.restore({ backupId: backup.id })).state).toBe('open')
  })

  it('a journal that was left is not played into the restored book', async () => {
    const { backup } = await test.api.backups.make({})
    await test.close()
    const file = join(folder, 'boek.db')
    await writeFile(file, Buffer.alloc(20_000, 7))
    await writeFile(`${file}-journal`, Buffer.alloc(5000, 9))
    await chmod(file, 0o600)
    test = await openTestBackend({ dataFolder: folder, book: 'none', newId: randomUUID })
    expect((await test.api.books.restore({ backupId: backup.id })).state).toBe('open')
    await reopen()
    expect((await test.api.books.status({})).state).toBe('open')
  })
})
