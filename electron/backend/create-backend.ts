// The composition root: everything the app does, behind one `call`. Knows no window and no door.
import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Call } from '../../shared/contract/create-client.ts'
import { createClient } from '../../shared/contract/create-client.ts'
import type { BackendEvent } from '../../shared/contract/events.ts'
import type { Reply } from '../../shared/contract/reply.ts'
import { dayOfClock } from '../../shared/domain/calendar-date.ts'
import { forgetOriginals } from './bank/forget-originals.ts'
import type { OpenBook } from './books/book-keeper.ts'
import { createBookKeeper } from './books/book-keeper.ts'
import type { ExampleTools } from './books/fill-example.ts'
import type { Capabilities } from './capabilities.ts'
import type { AppContext, BookContext } from './context.ts'
import { isDiskFull } from './disk-full.ts'
import { dispatch } from './dispatch.ts'
import type { ProducedFile } from './files/file-store.ts'
import { createFileStore, removeLeftFiles } from './files/file-store.ts'
import { routeTo } from './handlers.ts'
import { emptyOldTrash } from './history/empty-old-trash.ts'
import { createPreferenceStore } from './preferences/preference-store.ts'
import { emptyPast } from './retention/empty-past.ts'
import { RuleBroken } from './rule-broken.ts'
import { timeOrderedId } from './time-ordered-id.ts'

export interface BackendOptions {
  /** Absolute; made with mode 0700 when it is not there. */
  readonly dataFolder: string
  readonly appVersion: string
  /** Path of the file the spreadsheet-reading worker runs. */
  readonly parseWorker: string
  /** Where the letters of documents are: the files of the built window, or the folder of their packages. Without it those of the computer are used. */
  readonly fontFolder?: string
  readonly capabilities: Capabilities
  /** Fixed in tests. */
  readonly clock?: () => Date
  readonly newId?: () => string
  /** Parse answers against the contract too (tests, development). */
  readonly checkOutput?: boolean
  /** Cost of scrypt for four spoken words, as a power of two; low in tests only. */
  readonly wordsWork?: number
  /** The same for a passphrase. */
  readonly passphraseWork?: number
  /** Open the example book instead of the own one. */
  readonly demo?: boolean
  /** Show the book before its whole file was read, so that the first screen is there sooner (both shells). */
  readonly checkLater?: boolean
  /** Where a bug is told, with its id; never names. */
  readonly log?: (line: string) => void
}

export interface Backend {
  /** `{"method", "input"}` as JSON in, a Reply as JSON out; never rejects. */
  call(request: string): Promise<string>
  /** Takes a file in; a Reply as JSON with its handle, name and size. */
  receiveFile(name: string, body: AsyncIterable<Uint8Array>): Promise<string>
  /** A file the backend made, to be saved or downloaded. */
  produceFile(handle: string): Promise<ProducedFile | undefined>
  subscribe(listener: (event: BackendEvent) => void): () => void
  close(): Promise<void>
}

/** About a second and 256 MB for each guess. */
const usualWordsWork = 18

export async function createBackend(options: BackendOptions): Promise<Backend> {
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 })
  const now = options.clock ?? (() => new Date())
  const newId = options.newId ?? timeOrderedId
  const log = options.log ?? ((line) => console.error(line))
  const listeners = new Set<(event: BackendEvent) => void>()
  const announce = (event: BackendEvent) => {
    for (const listener of listeners) listener(event)
  }
  const preferences = await createPreferenceStore(join(options.dataFolder, 'preferences.json'), now, options.appVersion)
  const incoming = join(options.dataFolder, 'inkomend')
  await removeLeftFiles(incoming, now())
  // A folder of its own: a second program on the same data must not touch what this one is reading.
  const files = createFileStore(join(incoming, randomUUID()), newId)
  const base = {
    dataFolder: options.dataFolder,
    appVersion: options.appVersion,
    parseWorker: options.parseWorker,
    fontFolder: options.fontFolder,
    capabilities: options.capabilities,
    wordsWork: options.wordsWork ?? usualWordsWork,
    preferences,
    files,
    now,
    today: () => dayOfClock(now()),
    newId,
    announce,
  }
  const contextOf = (book: OpenBook): BookContext => ({
    ...app,
    db: book.db,
    device: book.device,
    actor: () => preferences.get().userName || null,
    backups: book.backups,
    sealing: book.sealing,
    sharing: book.sharing,
    careLock: book.careLock,
    assertWhole: book.wholeCheck.assertWhole,
    erased: book.rememberErased,
  })
  const books = createBookKeeper({
    ...base,
    log,
    contextOf,
    exampleTools,
    checkLater: options.checkLater ?? false,
    afterOpen: (book) => tidy(contextOf(book)),
    passphraseWork: options.passphraseWork,
  })
  const app: AppContext = { ...base, books }
  await books.start({ demo: options.demo ?? false })

  const bookContext = () => {
    const book = books.current()
    if (!book) throw new RuleBroken('noBookOpen')
    book.wholeCheck.wait()
    return contextOf(book)
  }

  return {
    call: (request) =>
      dispatch(request, {
        route: (name) => routeTo(name, app, bookContext),
        checkOutput: options.checkOutput ?? false,
        // The message of a bug may quote what somebody typed: only where it happened is told.
        report: (id, method, error) => {
          log(`error ${id} in ${method}: ${placeOf(error)}`)
          if (isDamage(error)) checkNow()
        },
      }),
    receiveFile: async (name, body) => JSON.stringify(await receive(name, body)),
    produceFile: async (handle) => files.take(handle),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {
      listeners.clear()
      await books.close()
      await files.clear()
    },
  }

  /** A page that cannot be read tells of the damage before the check came to it. */
  function checkNow(): void {
    try {
      books.current()?.wholeCheck.assertWhole()
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error
    }
  }

  /** The example is filled by the requests a window would send, at the times of its story; no window has to hear of each. */
  function exampleTools(book: OpenBook): ExampleTools {
    const contextAt = (clock: () => Date): BookContext => ({
      ...contextOf(book),
      now: clock,
      today: () => dayOfClock(clock()),
      announce: () => undefined,
    })
    const callAt =
      (clock: () => Date): Call =>
      async (method, input) => {
        const context = contextAt(clock)
        const reply = await dispatch(JSON.stringify({ method, input }), {
          route: (name) => routeTo(name, context, () => context),
          checkOutput: false,
          report: (id, name, error) => log(`error ${id} in ${name} of the example: ${placeOf(error)}`),
        })
        return JSON.parse(reply) as Reply // dispatch answers nothing else
      }
    return { contextAt, api: (clock) => createClient<Contract>(callAt(clock)) }
  }

  /** What may wait never keeps a book from opening. */
  async function tidy(context: BookContext): Promise<void> {
    try {
      await emptyOldTrash(context)
      await forgetOriginals(context)
    } catch (error) {
      log(`error ${randomUUID().slice(0, 8)} while emptying the bin: ${placeOf(error)}`)
    }
    try {
      await emptyPast(context)
    } catch (error) {
      log(`error ${randomUUID().slice(0, 8)} while removing what is past its day: ${placeOf(error)}`)
    }
  }

  async function receive(name: string, body: AsyncIterable<Uint8Array>): Promise<Reply> {
    try {
      return { ok: true, value: await files.receive(name, body) }
    } catch (error) {
      if (error instanceof RuleBroken) return { ok: false, error: { code: error.code, details: error.details } }
      if (isDiskFull(error)) return { ok: false, error: { code: 'diskFull', details: {} } }
      const id = randomUUID().slice(0, 8)
      log(`error ${id} while receiving a file: ${placeOf(error)}`)
      return { ok: false, error: { code: 'unexpected', details: { id } } }
    }
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(?:CORRUPT|NOTADB)/.test(String(error.code))
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '))
  return [
    error.name,
    ...frames.slice(0, 4).map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/.*\/([^/]+)\)?$/, '$1')),
  ].join(' ')
}
