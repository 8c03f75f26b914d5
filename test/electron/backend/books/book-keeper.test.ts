import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dropTriggers } from '../../../../electron/backend/database/migrate.ts'
import type { BookSettings } from '../../../../shared/contract/books.ts'
import type { TestBackend } from '../../../support/test-backend.ts'
import { openTestBackend } from '../../../support/test-backend.ts'

let folder: string
const open: TestBackend[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurtboek-books-'))
})
afterEach(async () => {
  for (const test of open.splice(0)) await test.close()
  await rm(folder, { recursive: true, force: true })
})

async function start(book: 'none' | 'vereniging' = 'none'): Promise<TestBackend> {
  const test = await openTestBackend({ dataFolder: folder, book })
  open.push(test)
  return test
}

async function stop(test: TestBackend): Promise<void> {
  open.splice(open.indexOf(test), 1)
  await test.close()
}

const newBook: BookSettings = {
  name: 'De Kade',
  kind: 'binnenbuurt',
  rolePattern: 'contact_deputy',
  minGatheringsPerYear: 3,
  duesEnabled: false,
  accountingStart: null,
  preset: null,
  modules: [],
}

describe('the first start', () => {
  it('finds no book and makes none by itself', async () => {
    const { api } = await start()
    expect(await api.books.status({})).toMatchObject({ state: 'none', book: null, backup: null })
    expect(await readdir(folder)).not.toContain('boek.db')
  })

  it('makes the book that was asked for, readable by its owner only', async () => {
    const { api } = await start()
    const status = await api.books.create(newBook)
    expect(status).toMatchObject({ state: 'open', book: { name: 'De Kade', kind: 'binnenbuurt', demo: false } })
    expect(await api.books.settings({})).toEqual(newBook)
    const { mode } = await stat(join(folder, 'boek.db'))
    expect(mode & 0o777).toBe(0o600)
  })

  it('refuses a second book beside the first', async () => {
    const { api } = await start('vereniging')
    await expect(api.books.create(newBook)).rejects.toMatchObject({ code: 'bookExists' })
    expect((await api.books.status({})).book?.name).toBe('Stadsdorp Oosterweide')
  })

  it('refuses dues without a first day', async () => {
    const { api } = await start()
    await expect(api.books.create({ ...newBook, duesEnabled: true })).rejects.toMatchObject({
      code: 'badInput',
      details: { field: 'accountingStart' },
    })
    expect((await api.books.status({})).state).toBe('none')
    expect(await readdir(folder)).not.toContain('boek.db')
  })
})

describe('the next start', () => {
  it('opens the same book', async () => {
    const first = await start('vereniging')
    await stop(first)
    const { api } = await start()
    expect(await api.books.status({})).toMatchObject({ state: 'open', book: { name: 'Stadsdorp Oosterweide' } })
  })

  it('is told that the book is in use while another has it open', async () => {
    await start('vereniging')
    const second = await start()
    expect((await second.api.books.status({})).state).toBe('inUse')
    await expect(second.api.books.create(newBook)).rejects.toMatchObject({ code: 'bookInUse' })
    await expect(second.api.backups.list({})).rejects.toMatchObject({ code: 'noBookOpen' })
  })

  it('opens it after the other closed, when asked to try again', async () => {
    const first = await start('vereniging')
    const second = await start()
    await stop(first)
    expect((await second.api.books.retry({})).state).toBe('open')
  })

  it('leaves a book of a newer version untouched, byte for byte', async () => {
    await stop(await start('vereniging'))
    const file = join(folder, 'boek.db')
    const raw = new BetterSqlite3(file)
    raw.pragma('user_version = 99')
    raw.close()
    const before = await readFile(file)
    const { api } = await start()
    expect(await api.books.status({})).toMatchObject({ state: 'newer', version: { file: 99 } })
    await expect(api.books.create(newBook)).rejects.toMatchObject({ code: 'bookNewer' })
    await expect(api.books.restore({ backupId: 'boek-20261123-120000' })).rejects.toMatchObject({ code: 'bookNewer' })
    expect((await readFile(file)).equals(before)).toBe(true)
  })

  it.each([
    ['an empty file', () => Buffer.alloc(0), 'damaged'],
    ['a text', () => Buffer.from('dit is geen boek, maar een briefje aan de buren\n'.repeat(9)), 'damaged'],
    ['the first half of a book', (book: Buffer) => book.subarray(0, book.length / 2), 'damaged'],
    [
      'a book with a page of zeros',
      (book: Buffer) => Buffer.concat([book.subarray(0, 8192), Buffer.alloc(8192), book.subarray(16_384)]),
      'damaged',
    ],
  ] as const)('never makes a new book over %s', async (_what, damage, state) => {
    await stop(await start('vereniging'))
    const file = join(folder, 'boek.db')
    const damaged = damage(await readFile(file))
    await writeFile(file, damaged)
    const { api } = await start()
    expect((await api.books.status({})).state).toBe(state)
    await expect(api.books.create(newBook)).rejects.toMatchObject({ code: 'bookDamaged' })
    expect((await readFile(file)).equals(damaged)).toBe(true)
  })

  it('does not take the database of another program for a book', async () => {
    const raw = new BetterSqlite3(join(folder, 'boek.db'))
    raw.exec('CREATE TABLE person (id TEXT)')
    raw.close()
    const { api } = await start()
    expect((await api.books.status({})).state).toBe('notABook')
  })

  it('does not take a file with our marks but without our tables for a book', async () => {
    const raw = new BetterSqlite3(join(folder, 'boek.db'))
    raw.exec('CREATE TABLE person (id TEXT)')
    raw.pragma('application_id = 1111641931')
    raw.pragma('user_version = 1')
    raw.close()
    const { api } = await start()
    expect((await api.books.status({})).state).toBe('damaged')
  })

  it('starts over when the first start was cut off before the book was in its file', async () => {
    await stop(await start('vereniging'))
    const raw = new BetterSqlite3(join(folder, 'boek.db'))
    // What is there in the moment between making the file and writing the book in it.
    dropTriggers(raw)
    raw.exec('DELETE FROM book; DELETE FROM change; DELETE FROM action')
    raw.close()
    const { api } = await start()
    expect((await api.books.status({})).state).toBe('none')
    expect((await api.books.create(newBook)).state).toBe('open')
  })
})

describe('settings of the book', () => {
  it('keeps the name without spaces around it', async () => {
    const { api } = await start('vereniging')
    const settings = await api.books.settings({})
    const changed = await api.books.changeSettings({ ...settings, name: ' De Kade ' })
    expect(changed).toEqual({ ...settings, name: 'De Kade' })
    expect(await api.books.settings({})).toEqual(changed)
  })

  it('refuses dues without a first day and changes nothing', async () => {
    const { api } = await start('vereniging')
    const settings = await api.books.settings({})
    await expect(
      api.books.changeSettings({ ...settings, name: 'Anders', duesEnabled: true, accountingStart: null }),
    ).rejects.toMatchObject({ code: 'badInput', details: { field: 'accountingStart' } })
    expect(await api.books.settings({})).toEqual(settings)
  })
})

describe('a folder that is not fit', () => {
  it('is explained and not used', async () => {
    folder = join(folder, 'OneDrive - Thuis', 'Buurtboek')
    const { api } = await start()
    expect(await api.books.status({})).toMatchObject({
      state: 'location',
      location: { reason: 'synced', service: 'OneDrive' },
    })
    await expect(api.books.create(newBook)).rejects.toMatchObject({ code: 'bookLocationUnfit' })
    expect(await readdir(folder)).not.toContain('boek.db')
  })
})
