// A real backend on a real SQLite file in a folder of its own, with a clock that a test can move.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Backend, BackendOptions } from '../../electron/backend/create-backend.ts'
import { createBackend } from '../../electron/backend/create-backend.ts'
import { createPreferenceStore } from '../../electron/backend/preferences/preference-store.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Client } from '../../shared/contract/create-client.ts'
import { createClient } from '../../shared/contract/create-client.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import type { Day } from '../../shared/domain/calendar-date.ts'
import { type MadeBook, putEmptyBook, putMadeBook } from './empty-book.ts'
import { countingIds, fixedClock } from './fixed-clock.ts'

export interface TestBackend {
  readonly api: Client<Contract>
  readonly backend: Backend
  readonly folder: string
  readonly setDay: (day: Day, time?: string) => void
  /** Lines a bug would have written to the log. */
  readonly logged: readonly string[]
  readonly close: () => Promise<void>
}

export const parseWorkerSource = fileURLToPath(
  new URL('../../electron/backend/import/parse-worker.ts', import.meta.url),
)

/** The packages of the letters that documents carry. */
export const fontPackages = fileURLToPath(new URL('../../node_modules/@fontsource-variable', import.meta.url))

export interface TestBackendOptions extends Partial<BackendOptions> {
  readonly today?: Day
  /** `none` leaves the first-run state: no book made yet; with `file` its file is there already, which makes that quick. */
  readonly book?: 'none' | 'file' | 'binnenbuurt' | 'vereniging'
}

const appVersion = '0.1.0'

/** Opens an empty book of an association with dues from 1 January 2026, today being 23 November 2026. */
export async function openTestBackend(options: TestBackendOptions = {}): Promise<TestBackend> {
  const { today = '2026-11-23', book = 'vereniging', newId = countingIds(), ...backendOptions } = options
  const folder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'buurtboek-test-')))
  const clock = fixedClock(today)
  const file = join(folder, 'boek.db')
  const isNew = !existsSync(file)
  // A file without a book in it counts as none: the book that is made below goes into it.
  if (isNew && book !== 'none') {
    // With a clock of its own or preferences from before, a book is made by the backend itself.
    if (book === 'file' || options.clock || options.demo || existsSync(preferencesOf(folder))) await putEmptyBook(file)
    else {
      const version = options.appVersion ?? appVersion
      const { device } = await createPreferenceStore(preferencesOf(folder), clock.now, version)
      await putMadeBook(file, `${book} ${today}`, { device, actionId: newId() }, () => makeBook(book, today))
    }
  }
  const logged: string[] = []
  const backend = await createBackend({
    dataFolder: folder,
    appVersion,
    parseWorker: parseWorkerSource,
    fontFolder: fontPackages,
    capabilities: { shell: 'browser' },
    clock: clock.now,
    newId,
    checkOutput: true,
    wordsWork: 2,
    passphraseWork: 4,
    log: (line) => logged.push(line),
    ...backendOptions,
  })
  const api = clientOf(backend)
  if (book !== 'none' && book !== 'file' && (await api.books.status({})).state === 'none') await createBook(api, book)
  return {
    api,
    backend,
    folder,
    setDay: clock.setDay,
    logged,
    close: async () => {
      await backend.close()
      if (!options.dataFolder) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A book as the backend makes it, with the names that are of this making alone. */
async function makeBook(kind: 'binnenbuurt' | 'vereniging', today: Day): Promise<MadeBook> {
  const ids: string[] = []
  const { api, backend, folder } = await openTestBackend({
    today,
    book: 'file',
    newId: () => {
      ids.push(randomUUID())
      return ids.at(-1) ?? ''
    },
  })
  await createBook(api, kind)
  await backend.close()
  const { device } = await createPreferenceStore(preferencesOf(folder), () => new Date(), appVersion)
  const bytes = await readFile(join(folder, 'boek.db'))
  await rm(folder, { recursive: true, force: true })
  const [actionId] = ids
  if (actionId === undefined || ids.length > 1) throw new Error(`making a book took ${ids.length} ids`)
  return { bytes, device, actionId }
}

async function createBook(api: Client<Contract>, kind: 'binnenbuurt' | 'vereniging'): Promise<void> {
  await api.books.create({
    name: 'Stadsdorp Oosterweide',
    kind,
    rolePattern: 'contact_deputy',
    minGatheringsPerYear: 3,
    duesEnabled: true,
    accountingStart: '2026-01-01',
  })
}

const preferencesOf = (folder: string) => join(folder, 'preferences.json')

/** The typed client of a backend in the same process. */
export function clientOf(backend: Pick<Backend, 'call'>): Client<Contract> {
  return createClient<Contract>(
    async (method, input, seen) => JSON.parse(await backend.call(JSON.stringify({ method, input, seen }))) as Reply, // the backend's own answer
  )
}
