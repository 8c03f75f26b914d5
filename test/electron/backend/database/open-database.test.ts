import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { latestVersion } from '../../../../electron/backend/database/migrate.ts'
import { migrations } from '../../../../electron/backend/database/migrations/index.ts'
import type { OpenedFile, OpenProblem } from '../../../../electron/backend/database/open-database.ts'
import { openDatabase } from '../../../../electron/backend/database/open-database.ts'
import { assertSettings } from '../../../../electron/backend/database/settings.ts'

let folder: string
let file: string
const opened: OpenedFile[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurtboek-open-'))
  file = join(folder, 'boek.db')
})
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
  await rm(folder, { recursive: true, force: true })
})

async function open(create = true): Promise<OpenedFile | OpenProblem> {
  const result = await openDatabase(file, { create, copyFirst: async () => undefined })
  if ('db' in result) opened.push(result)
  return result
}

async function openWhole(): Promise<OpenedFile> {
  const result = await open()
  if ('kind' in result) throw new Error(result.kind)
  return result
}

async function closeAll(): Promise<void> {
  for (const one of opened.splice(0)) await one.close()
}

describe('settings of an open book', () => {
  it('are those that lost nothing when the power went', async () => {
    const { raw } = await openWhole()
    const read = (name: string) => raw.pragma(name, { simple: true })
    expect(
      Object.fromEntries(
        [
          'locking_mode',
          'journal_mode',
          'synchronous',
          'foreign_keys',
          'secure_delete',
          'trusted_schema',
          'recursive_triggers',
          'cell_size_check',
          'temp_store',
          'mmap_size',
          'application_id',
          'user_version',
        ].map((name) => [name, read(name)]),
      ),
    ).toEqual({
      locking_mode: 'exclusive',
      journal_mode: 'truncate',
      synchronous: 2,
      foreign_keys: 1,
      secure_delete: 1,
      trusted_schema: 0,
      recursive_triggers: 1,
      cell_size_check: 1,
      temp_store: 2,
      mmap_size: 0,
      application_id: 0x42424f4b,
      user_version: latestVersion(migrations),
    })
  })

  it('are checked: one that did not take refuses the start', async () => {
    const { raw } = await openWhole()
    raw.pragma('synchronous = NORMAL')
    expect(() => assertSettings(raw)).toThrow(/synchronous is 1, not 2/)
  })
})

describe('the lock', () => {
  it('keeps every other connection out, also one that only wants to read', async () => {
    await openWhole()
    const script = `import B from 'better-sqlite3'
      const raw = new B(process.argv[1], { readonly: true, timeout: 0 })
      try { raw.prepare('SELECT count(*) FROM book').get(); console.log('read') } catch (error) { console.log(error.code) }`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, file], {
      cwd: process.cwd(),
    })
    expect(stdout.trim()).toBe('SQLITE_BUSY')
  })

  it('answers "in use" at once, within one program as well', async () => {
    await openWhole()
    const started = performance.now()
    expect(await open()).toEqual({ kind: 'inUse' })
    expect(performance.now() - started).toBeLessThan(1500) // one that waits for the lock waits two seconds
  })

  it('is let go on close', async () => {
    await openWhole()
    await closeAll()
    expect('db' in (await open(false))).toBe(true)
  })
})

describe('what is not a whole book', () => {
  it('a missing file is made only when asked', async () => {
    expect(await open(false)).toEqual({ kind: 'missing' })
    await expect(readFile(file)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('asking to make one never touches a file that is there', async () => {
    await writeFile(file, '')
    expect(await open(true)).toMatchObject({ kind: 'damaged' })
    expect((await readFile(file)).length).toBe(0)
  })

  it('sees damage that only a full check finds', async () => {
    await openWhole()
    await closeAll()
    const raw = new BetterSqlite3(file)
    raw.exec("INSERT INTO action (id, at, device, kind, details) VALUES ('kastanjehof-7', '', '', 'x', '{}')")
    raw.close()
    // One letter, in the row and not in its index: quick_check does not compare the two.
    const bytes = await readFile(file)
    bytes.write('lijsterpad', bytes.lastIndexOf('kastanjehof-7'))
    await writeFile(file, bytes)
    const check = new BetterSqlite3(file)
    expect(check.pragma('quick_check', { simple: true })).toBe('ok')
    check.close()
    expect(await open(false)).toMatchObject({ kind: 'damaged' })
  })

  it('a folder that cannot be written to is told, and nothing is made elsewhere', async () => {
    await openWhole()
    await closeAll()
    await chmod(file, 0o400)
    await chmod(folder, 0o500)
    // The superuser may write everywhere, so the question is asked by somebody else.
    const script = `if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534) }
      const { openDatabase } = await import(process.argv[2])
      const result = await openDatabase(process.argv[1], { create: false, copyFirst: async () => {} })
      console.log(result.kind ?? 'open')`
    const asRoot = process.getuid?.() === 0
    if (asRoot) await chmod(folder, 0o555)
    if (asRoot) await chmod(file, 0o444)
    const modulePath = join(process.cwd(), 'electron/backend/database/open-database.ts')
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '-e', script, file, modulePath],
      { cwd: process.cwd() },
    )
    await chmod(folder, 0o700)
    expect(stdout.trim()).toBe('readOnly')
  })
})

describe('closing', () => {
  it('waits for the work that is going on', async () => {
    const { db, close } = await openWhole()
    const work = db.transaction().execute(async (tx) => {
      await tx.selectFrom('action').selectAll().execute()
      await new Promise((resolve) => setTimeout(resolve, 20))
      return tx.selectFrom('book').selectAll().execute()
    })
    const closing = close()
    expect(await work).toEqual([])
    await closing
  })
})
