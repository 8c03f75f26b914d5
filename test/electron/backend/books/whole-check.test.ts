// Both shells show a book before its whole file was read. What must hold all the same: nothing is ever written to a damaged file,
// and the window is told as soon as it is quiet.
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createWholeCheck } from '../../../../electron/backend/books/whole-check.ts'
import type { OpenedFile } from '../../../../electron/backend/database/open-database.ts'
import type { Day } from '../../../../shared/domain/calendar-date.ts'
import { newMember } from '../../../support/new-member.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

let folder: string
let file: string
const open: TestBackend[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurtboek-whole-'))
  file = join(folder, 'boek.db')
  const first = await openTestBackend({ dataFolder: folder })
  for (let count = 0; count < 40; count += 1) await first.api.members.register(newMember(count, null))
  await first.backend.close()
})
afterEach(async () => {
  for (const test of open.splice(0)) await test.close()
  await rm(folder, { recursive: true, force: true })
})

async function start(options: { checkLater: boolean; today?: Day }): Promise<TestBackend> {
  const test = await openTestBackend({ dataFolder: folder, book: 'none', newId: randomUUID, ...options })
  open.push(test)
  return test
}

/** Breaks the order of an index: every row can still be read one by one, so only a check of the whole file sees it. */
async function damageQuietly(): Promise<void> {
  const raw = new BetterSqlite3(file)
  const page = Number(
    raw.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'person_by_household_id'").pluck().get(),
  )
  const size = Number(raw.pragma('page_size', { simple: true }))
  raw.close()
  const bytes = await readFile(file)
  const start = (page - 1) * size
  // The list of cells of the page starts at byte 8: two cells change places.
  const first = bytes.readUInt16BE(start + 8)
  bytes.writeUInt16BE(bytes.readUInt16BE(start + 10), start + 8)
  bytes.writeUInt16BE(first, start + 10)
  await writeFile(file, bytes)
}

/** Asks every `pause` milliseconds, for five seconds and on a busy machine for longer. */
const until = async (holds: () => Promise<boolean>, pause = 50) => {
  for (let waited = 0; waited <= 5000; waited += pause) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    if (await holds()) return true
  }
  return false
}

describe('a damaged book that is shown before it was read whole', () => {
  it('is found damaged at once when nothing is put off', async () => {
    await damageQuietly()
    const { api } = await start({ checkLater: false })
    expect((await api.books.status({})).state).toBe('damaged')
  })

  it('takes no write: the first one finds the damage, and not a byte of the file changes', async () => {
    await damageQuietly()
    const before = await readFile(file)
    const { api } = await start({ checkLater: true })
    expect((await api.books.status({})).state).toBe('open')
    await expect(api.members.register(newMember(40, null))).rejects.toMatchObject({ code: 'bookDamaged' })
    expect(await until(async () => (await api.books.status({})).state === 'damaged')).toBe(true)
    expect((await readFile(file)).equals(before)).toBe(true)
  })

  it('is found by itself once the window is quiet, and the window is told', async () => {
    await damageQuietly()
    const { api, backend } = await start({ checkLater: true })
    const events: string[] = []
    backend.subscribe((event) => events.push(event.topic))
    expect((await api.members.counts({ neighbourhood: null, kind: 'now', text: '' })).total).toBe(40)
    expect(await until(async () => events.includes('book'))).toBe(true)
    expect((await api.books.status({})).state).toBe('damaged')
  })

  it('is tidied once its file was read', async () => {
    const before = await openTestBackend({ dataFolder: folder, book: 'none', newId: randomUUID })
    const [person] = await before.api.members.choose({ text: '', neighbourhood: null, except: [] })
    await before.api.members.remove({ personId: person?.id ?? '' })
    await before.backend.close()
    const inTrash = async ({ api }: TestBackend) => (await api.trash.list({})).items.length
    const whole = await start({ checkLater: true, today: '2027-01-10' })
    expect(await inTrash(whole)).toBe(1)
    // Every question puts the reading off: it is asked seldom.
    expect(await until(async () => (await inTrash(whole)) === 0, 900)).toBe(true)
  })

  it('stays open when it is whole', async () => {
    const { api } = await start({ checkLater: true })
    await api.members.register(newMember(40, null))
    await new Promise((resolve) => setTimeout(resolve, 900))
    expect((await api.books.status({})).state).toBe('open')
    expect((await api.members.counts({ neighbourhood: null, kind: 'now', text: '' })).total).toBe(41)
  })
})

it('a disk that does not answer in a moment of quiet ends nothing: the first write asks again, and is told', () => {
  vi.useFakeTimers()
  try {
    let asked = 0
    const noAnswer = new Error('disk I/O error')
    const check = () => {
      asked += 1
      throw noAnswer
    }
    const onDamage = vi.fn()
    const wholeCheck = createWholeCheck({ raw: { open: true }, check } as unknown as OpenedFile, onDamage)
    vi.advanceTimersByTime(10_000)
    expect(asked).toBe(1)
    expect(() => wholeCheck.assertWhole()).toThrow(noAnswer)
    expect([asked, onDamage.mock.calls.length]).toEqual([2, 0])
  } finally {
    vi.useRealTimers()
  }
})
