// An open book with its api and its database side by side, for figures that look at every table. Lives in memory-backed
// storage where there is one: figures make hundreds of thousands of commits and do not test the disk.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BackupKeeper } from '../../electron/backend/backup/backup-keeper.ts'
import type { BookKeeper } from '../../electron/backend/books/book-keeper.ts'
import { createCareLock } from '../../electron/backend/care/care-lock.ts'
import type { BookContext } from '../../electron/backend/context.ts'
import type { OpenedFile } from '../../electron/backend/database/open-database.ts'
import { openDatabase } from '../../electron/backend/database/open-database.ts'
import type { NewRow } from '../../electron/backend/database/schema.ts'
import { write } from '../../electron/backend/database/write.ts'
import { dispatch } from '../../electron/backend/dispatch.ts'
import { createFileStore } from '../../electron/backend/files/file-store.ts'
import { routeTo } from '../../electron/backend/handlers.ts'
import { createPreferenceStore } from '../../electron/backend/preferences/preference-store.ts'
import { createSealing } from '../../electron/backend/sealing/sealing.ts'
import type { Sharing } from '../../electron/backend/sync/sharing.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Client } from '../../shared/contract/create-client.ts'
import type { Day } from '../../shared/domain/calendar-date.ts'
import { dayOfClock } from '../../shared/domain/calendar-date.ts'
import { type MadeBook, putEmptyBook, putMadeBook } from './empty-book.ts'
import { countingIds, fixedClock } from './fixed-clock.ts'
import { clientOf, parseWorkerSource } from './test-backend.ts'

export interface OpenTestBook {
  readonly api: Client<Contract>
  readonly context: BookContext
  readonly opened: OpenedFile
  readonly setDay: (day: Day, time?: string) => void
  readonly close: () => Promise<void>
}

/**
 * @param options.device gives its ids a range of their own too; `isEmpty`: without the row that says what the book is; `book`: what
 * is another in that row
 */
export async function openTestBook(
  options: { today?: Day; folder?: string; device?: string; isEmpty?: boolean; book?: Partial<NewRow<'book'>> } = {},
): Promise<OpenTestBook> {
  const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
  const folder = options.folder ?? mkdtempSync(join(memory, 'buurtboek-figure-'))
  const clock = fixedClock(options.today)
  const newId = countingIds(options.device)
  const device = options.device ?? 'test'
  const file = join(folder, 'boek.db')
  if (!existsSync(file)) {
    if (options.isEmpty) await putEmptyBook(file)
    else {
      const kind = JSON.stringify([clock.now(), device, options.book])
      await putMadeBook(file, kind, { device, actionId: newId() }, () => makeBook(clock.now(), device, options.book))
    }
  }
  // The file is of our own making a moment ago: reading it whole takes a third of opening it.
  const opened = await openDatabase(file, { create: false, copyFirst: async () => undefined, checkLater: true })
  if (!('db' in opened)) throw new Error(`a new book did not open: ${opened.kind}`)
  const preferences = await createPreferenceStore(join(folder, 'preferences.json'), clock.now, '0.1.0')
  const writing = {
    db: opened.db,
    device,
    actor: () => null,
    now: clock.now,
    newId,
    announce: () => undefined,
    assertWhole: () => undefined,
  }
  const context: BookContext = {
    ...writing,
    dataFolder: folder,
    appVersion: '0.1.0',
    fontFolder: undefined,
    parseWorker: parseWorkerSource,
    capabilities: { shell: 'browser' },
    wordsWork: 2,
    preferences,
    files: createFileStore(join(folder, 'inkomend'), newId),
    // Figures never change books, and they keep no copies of a file that is thrown away.
    books: { current: () => undefined } as unknown as BookKeeper,
    backups: { make: async () => undefined } as unknown as BackupKeeper,
    // What a passphrase costs, and the pause after a wrong one, have tests of their own.
    sealing: createSealing({
      ...writing,
      keyFolder: join(folder, 'sleutels'),
      passphraseWork: 4,
      wait: async () => undefined,
    }),
    // Figures of keeping in step have a support of their own.
    sharing: { heardUpTo: async () => undefined } as unknown as Sharing,
    careLock: createCareLock(clock.now),
    today: () => dayOfClock(clock.now()),
  }
  const api = askBook(context, { checkOutput: false })
  return {
    api,
    context,
    opened,
    setDay: clock.setDay,
    close: async () => {
      await opened.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The api of a book that is open. With `checkOutput` every answer is held against the contract. */
export function askBook(context: BookContext, { checkOutput }: { readonly checkOutput: boolean }): Client<Contract> {
  return clientOf({
    call: (request) =>
      dispatch(request, {
        route: (name) => routeTo(name, context, () => context),
        checkOutput,
        report: (id, method, error) => {
          throw new Error(`a bug in ${method} (${id})`, { cause: error })
        },
      }),
  })
}

/** The file of a book that `device` made, in which nothing else happened. */
async function makeBook(at: Date, device: string, other: Partial<NewRow<'book'>> = {}): Promise<MadeBook> {
  const folder = mkdtempSync(join(tmpdir(), 'buurtboek-made-'))
  const file = join(folder, 'boek.db')
  await putEmptyBook(file)
  const opened = await openDatabase(file, { create: false, copyFirst: async () => undefined })
  if (!('db' in opened)) throw new Error(`a new book did not open: ${opened.kind}`)
  const actionId = countingIds(device)()
  const writing = {
    db: opened.db,
    device,
    actor: () => null,
    now: () => at,
    newId: () => actionId,
    announce: () => undefined,
    assertWhole: () => undefined,
  }
  await write(writing, { kind: 'bookCreated' }, (tx) =>
    tx
      .insertInto('book')
      .values({
        id: 'book',
        name: 'Stadsdorp Oosterweide',
        kind: 'vereniging',
        role_pattern: 'contact_deputy',
        min_gatherings_per_year: 3,
        dues_enabled: 1,
        accounting_start: '2026-01-01',
        bank_secret: '5e'.repeat(32),
        ...other,
      })
      .execute(),
  )
  await opened.close()
  const bytes = readFileSync(file)
  rmSync(folder, { recursive: true })
  return { bytes, device, actionId }
}
