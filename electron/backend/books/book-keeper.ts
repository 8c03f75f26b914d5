// Which book is open. Opening, closing and replacing happen one at a time; every other part asks current() and keeps nothing.
import { lstat, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { BackupSummary } from '../../../shared/contract/backups.ts'
import type { BookSettings, BookStatus } from '../../../shared/contract/books.ts'
import { readManifest } from '../backup/backup-folder.ts'
import type { BackupKeeper } from '../backup/backup-keeper.ts'
import { copyBeforeMigration, createBackupKeeper, createNoBackups } from '../backup/backup-keeper.ts'
import { summaryOf } from '../backup/backup-manifest.ts'
import { buildFromCopy, type RestoreSource } from '../backup/restore-copy.ts'
import { type CareLock, createCareLock } from '../care/care-lock.ts'
import type { AppContext, BookContext } from '../context.ts'
import { findUnfitLocation } from '../database/data-location.ts'
import type { OpenedFile, OpenProblem } from '../database/open-database.ts'
import { openDatabase } from '../database/open-database.ts'
import type { Database } from '../database/schema.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { CarriedKey } from '../sealing/carry-key.ts'
import { putKeyBack, takeKeyAlong } from '../sealing/carry-key.ts'
import type { Sealing } from '../sealing/sealing.ts'
import { createSealing } from '../sealing/sealing.ts'
import { type CarriedErasures, putErasedBack, takeErasedAlong } from '../sync/merge/carry-erased.ts'
import { sharedFolderReadme } from '../sync/shared-folder-readme.ts'
import { createSharing, type Sharing } from '../sync/sharing.ts'
import type { BookProblem } from './book-problem.ts'
import { canBeReplaced, describeProblem, errorOf } from './book-problem.ts'
import { bookSettingsOf, insertBook } from './book-queries.ts'
import { bookId } from './book-table.ts'
import { checkSettings } from './change-settings.ts'
import { keepErasedList, readErasedList } from './erased-list.ts'
import { exampleKeyFolder, openExample, removeExample } from './example-book.ts'
import type { ExampleTools } from './fill-example.ts'
import { fillExample } from './fill-example.ts'
import { keepAside, replaceBook } from './replace-book.ts'
import { createWholeCheck, type WholeCheck } from './whole-check.ts'

export interface OpenBook {
  readonly which: 'own' | 'demo'
  readonly db: Kysely<Database>
  readonly file: OpenedFile
  /** This computer's name in the journal. */
  readonly device: string
  readonly backups: BackupKeeper
  readonly sealing: Sealing
  readonly sharing: Sharing
  readonly careLock: CareLock
  readonly wholeCheck: WholeCheck
  /** Writes down beside the book who was erased; the example is made anew each time. Never throws. */
  readonly rememberErased: () => Promise<void>
}

export interface BookKeeper {
  /** Opens the book that was open last, or the example. Never throws for what is wrong with a book: status() tells that. */
  start(options: { readonly demo: boolean }): Promise<void>
  current(): OpenBook | undefined
  /** Context of the open book. Throws RuleBroken `noBookOpen`, or what is wrong with the book. */
  contextOfCurrent(): BookContext
  status(): Promise<BookStatus>
  /** Makes the first book. Throws RuleBroken `bookExists` when there is one, whatever state it is in. */
  create(settings: BookSettings): Promise<BookStatus>
  openDemo(): Promise<BookStatus>
  leaveDemo(): Promise<BookStatus>
  retry(): Promise<BookStatus>
  /**
   * Puts a copy in the place of the book. What was there is kept: a copy of a good book, the very file of a broken one.
   * Throws RuleBroken `notFound`, `backupDamaged`, `notInExample`, or what stands in the way; the book is then as it was.
   */
  restore(backupId: string): Promise<BackupSummary>
  /** Answers an invitation; the book comes once somebody lets this PC in. Until then the state is `joining`. */
  join(wanted: Parameters<Sharing['join']>[0]): Promise<BookStatus>
  stopJoining(): Promise<BookStatus>
  /** The same with a book that came in a file from elsewhere; `unlock` brings the key that came with it, once the book is open. */
  takeIn(source: RestoreSource, unlock: (sealing: Sealing) => Promise<void>): Promise<BookStatus>
  close(): Promise<void>
}

export interface BookKeeperOptions extends Omit<AppContext, 'books'> {
  /** Where a bug is told; never names. */
  readonly log: (line: string) => void
  readonly contextOf: (book: OpenBook) => BookContext
  /** What is to be put in order in the own book: at its opening (once its file was read, when that is put off) and hourly. Never throws. */
  readonly afterOpen: (book: OpenBook) => Promise<unknown>
  /** Cost of scrypt for a passphrase; low in tests only. */
  readonly passphraseWork?: number | undefined
  /** What the example is filled with: requests to that book. */
  readonly exampleTools: (book: OpenBook) => ExampleTools
  /** Milliseconds after opening at which the first copy is made; later than the first screen, which it would hold up. */
  readonly firstCopyAfter?: number
  /** Shows the book before its whole file was read; see whole-check.ts. */
  readonly checkLater?: boolean
}

const hour = 3_600_000

export function createBookKeeper(options: BookKeeperOptions): BookKeeper {
  const { dataFolder, appVersion, now, preferences, announce, contextOf } = options
  const ownFile = join(dataFolder, 'boek.db')
  const backupFolder = join(dataFolder, 'reservekopieen')
  const keeperOptions = { folder: backupFolder, appVersion, now }

  let book: OpenBook | undefined
  let problem: BookProblem = { kind: 'none' }
  let remembering: Promise<void> = Promise.resolve()
  let timers: NodeJS.Timeout[] = []
  let queue: Promise<unknown> = Promise.resolve()

  return {
    current: () => book,
    contextOfCurrent: () => {
      if (!book) throw new RuleBroken(errorOf(problem))
      return contextOf(book)
    },
    status,
    start: ({ demo }) => inTurn(() => start(demo)),
    create: (settings) => change(() => create(settings)),
    openDemo: () =>
      change(async () => {
        await openDemo()
        await preferences.setActiveBook('demo')
      }),
    leaveDemo: () => change(leaveDemo),
    retry: () =>
      change(async () => {
        if (!book) await openOwn()
      }),
    restore: (backupId) => inTurn(() => restore(backupId)).finally(() => announce({ topic: 'book' })),
    join: (wanted) => change(() => joinBook(wanted)),
    stopJoining: () => change(stopJoining),
    takeIn: (source, unlock) => change(() => putInPlace(source, unlock)),
    close: () => inTurn(closeBook),
  }

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = queue.then(work)
    queue = mine.catch(() => undefined)
    return mine
  }

  async function change(work: () => Promise<void>): Promise<BookStatus> {
    await inTurn(work).finally(() => announce({ topic: 'book' }))
    return status()
  }

  async function start(demo: boolean): Promise<void> {
    if (demo) return openDemo()
    if (preferences.activeBook() === 'own') return openOwn()
    // Somebody who was looking around and cannot any more still has a book of their own: openDemo() has opened that by then.
    await openDemo().catch(() => preferences.setActiveBook('own'))
  }

  async function status(): Promise<BookStatus> {
    if (!book) return describeProblem(problem, dataFolder, backupFolder)
    const nothing = { book: null, backup: null, version: null, location: null, dataFolder }
    if (!(await isMade(book.db))) return { state: 'joining', ...nothing }
    const { name, kind } = await bookSettingsOf(book.db)
    const shown = { name, kind, demo: book.which === 'demo' }
    return { ...nothing, state: 'open', book: shown }
  }

  async function openOwn(create = false): Promise<void> {
    await closeBook()
    const location = await findUnfitLocation(dataFolder)
    if (location) {
      problem = { kind: 'location', location }
      return
    }
    const opened = await openDatabase(ownFile, {
      create,
      copyFirst: (raw) => copyBeforeMigration(raw, keeperOptions),
      checkLater: options.checkLater ?? false,
    })
    if ('kind' in opened) {
      problem = opened.kind === 'missing' ? { kind: 'none' } : opened
      return
    }
    const found = create ? undefined : await firstLook(opened)
    if (found) {
      await opened.close()
      problem = found
      return
    }
    const backups = createBackupKeeper(opened, keeperOptions)
    const wholeCheck = createWholeCheck(
      opened,
      (damage) => void closeDamaged(opened, damage),
      () => void tidy(opened),
    )
    const sealing = sealingOf('own', opened, wholeCheck)
    const sharing = sharingOf('own', opened, wholeCheck, sealing)
    book = {
      which: 'own',
      db: opened.db,
      file: opened,
      device: preferences.device,
      backups,
      sealing,
      sharing,
      careLock: createCareLock(now),
      wholeCheck,
      rememberErased: () => rememberErased(opened.db),
    }
    if (create) return
    const isHere = await isMade(opened.db)
    if (isHere) await eraseAgain(book)
    await sharing.start()
    // A book that is still on its way has nothing to copy or to tidy.
    if (!isHere) return
    startHourly(opened, backups)
    // A book that is shown before its file was read is tidied after that, by the same moment of quiet.
    if (!options.checkLater) await options.afterOpen(book)
  }

  /** A copy that took its place may be of before somebody was erased. What fails keeps no book shut, and is tried at the next start. */
  async function eraseAgain(opened: OpenBook): Promise<void> {
    try {
      const erased = await readErasedList(dataFolder, opened.db)
      if (erased) await putErasedBack(erased, contextOf(opened))
    } catch (error) {
      options.log(`error while erasing again who was erased: ${error instanceof Error ? error.name : 'unknown'}`)
    }
  }

  /** Nobody waits for it: what fails, as on a disk that does not answer, is tried again an hour later. */
  async function tidy(opened: OpenedFile): Promise<void> {
    await inTurn(async () => {
      if (book?.file === opened && (await isMade(opened.db))) await options.afterOpen(book)
    }).catch((error: unknown) =>
      options.log(`error while tidying the book: ${error instanceof Error ? error.name : 'unknown'}`),
    )
  }

  /** What was found only after the window had the book: it now sees what a book found broken at once would have shown. */
  async function closeDamaged(opened: OpenedFile, found: OpenProblem): Promise<void> {
    await inTurn(async () => {
      if (book?.file !== opened) return
      await closeBook()
      problem = found.kind === 'missing' ? { kind: 'none' } : found
    }).finally(() => announce({ topic: 'book' }))
  }

  async function create(settings: BookSettings): Promise<void> {
    checkSettings(settings)
    if (book?.which === 'demo') await leaveDemo()
    const made = await openNew(async (opened) => {
      const subject = { table: 'book', id: bookId } as const
      await write(contextOf(opened), { kind: 'bookCreated', subject }, (tx) => insertBook(tx, settings))
    })
    startHourly(made.file, made.backups)
  }

  /** A file where there was none, and what makes it a book; when that fails there is none again. */
  async function openNew(fill: (opened: OpenBook) => Promise<unknown>): Promise<OpenBook> {
    if (book) throw new RuleBroken('bookExists')
    if (problem.kind !== 'none') throw new RuleBroken(errorOf(problem))
    await openOwn(true)
    // openOwn set it; the compiler cannot see through the call.
    const made = book as OpenBook | undefined
    if (!made) throw new RuleBroken(errorOf(problem))
    try {
      await fill(made)
    } catch (error) {
      // A file without a book in it is taken as none at the next try.
      await closeBook()
      problem = { kind: 'none' }
      throw error
    }
    return made
  }

  async function openDemo(): Promise<void> {
    if (book?.which === 'demo') return
    await closeBook()
    const asBook = (opened: OpenedFile, wholeCheck = createWholeCheck(opened, () => undefined)): OpenBook => {
      const sealing = sealingOf('demo', opened, wholeCheck)
      return {
        which: 'demo',
        db: opened.db,
        file: opened,
        device: preferences.device,
        backups: createNoBackups(backupFolder),
        sealing,
        sharing: sharingOf('demo', opened, wholeCheck, sealing),
        careLock: createCareLock(now),
        wholeCheck,
        rememberErased: async () => undefined,
      }
    }
    try {
      const opened = await openExample(dataFolder, (made) => fillExample(options.exampleTools(asBook(made)), now()))
      book = asBook(opened)
    } catch (error) {
      await openOwn()
      throw error
    }
  }

  async function leaveDemo(): Promise<void> {
    if (book?.which !== 'demo') return
    await closeBook()
    await removeExample(dataFolder)
    await preferences.setActiveBook('own')
    await openOwn()
  }

  async function restore(backupId: string): Promise<BackupSummary> {
    refuseWhereNoneMayCome()
    const manifest = await readManifest(backupFolder, backupId)
    if (!manifest) throw new RuleBroken('notFound')
    await putInPlace({ file: join(backupFolder, `${manifest.id}.db`), sha256: manifest.sha256 })
    return summaryOf(manifest)
  }

  function refuseWhereNoneMayCome(): void {
    if (book?.which === 'demo') throw new RuleBroken('notInExample')
    if (!book && !canBeReplaced(problem)) throw new RuleBroken(errorOf(problem))
  }

  async function putInPlace(source: RestoreSource, unlock?: (sealing: Sealing) => Promise<void>): Promise<void> {
    refuseWhereNoneMayCome()
    const made = `${ownFile}.terug`
    await buildFromCopy(source, made)
    try {
      await book?.backups.make('restore')
      const key = book && (await takeKeyAlong(book.db))
      const erased = book && (await takeErasedAlong(book.db))
      const wasOpen = book !== undefined
      await closeBook()
      if (!wasOpen && (await isThere(ownFile))) await keepAside(ownFile, now())
      await replaceBook(ownFile, made)
      if (key || erased) await openWith(key, erased)
    } finally {
      await rm(made, { force: true })
      if (!book) await openOwn()
    }
    if (!unlock || !book) return
    await unlock(book.sealing)
    // What came from another PC must not go on writing in its name.
    await book.sharing.leave()
  }

  /** Before anybody can seal something in the restored book, which would make a second key, or see somebody who was erased. */
  async function openWith(key: CarriedKey | undefined, erased: CarriedErasures | undefined): Promise<void> {
    await openOwn()
    if (book && key) await putKeyBack(key, contextOf(book))
    if (book && erased) await putErasedBack(erased, contextOf(book))
  }

  function sealingOf(which: OpenBook['which'], { db }: OpenedFile, { assertWhole }: WholeCheck): Sealing {
    return createSealing({
      db,
      device: preferences.device,
      actor: () => preferences.get().userName || null,
      now,
      newId: options.newId,
      announce,
      assertWhole,
      keyFolder: which === 'own' ? join(dataFolder, 'sleutels') : exampleKeyFolder(dataFolder),
      ...(options.passphraseWork && { passphraseWork: options.passphraseWork }),
      // Nothing of the example may stay behind in the key store of the system.
      ...(which === 'own' && { keyStore: options.capabilities.keyStore }),
    })
  }

  function sharingOf(
    which: OpenBook['which'],
    { db }: OpenedFile,
    { assertWhole }: WholeCheck,
    sealing: Sealing,
  ): Sharing {
    return createSharing({
      ...{ db, device: preferences.device, now, newId: options.newId, announce, assertWhole, sealing, appVersion },
      actor: () => preferences.get().userName || null,
      // Nobody shares made-up neighbours.
      folderProcess: which === 'own' ? options.capabilities.folderProcess : undefined,
      keyStore: options.capabilities.keyStore,
      keyFolder: which === 'own' ? join(dataFolder, 'sleutels') : exampleKeyFolder(dataFolder),
      wordsWork: options.wordsWork,
      bookName: async () => ((await isMade(db)) ? (await bookSettingsOf(db)).name : undefined),
      readme: () => sharedFolderReadme(preferences.get().language),
      onArrived: arrived,
      log: options.log,
    })
  }

  /** The book of a PC that was let in is there: from now on it is a book like any other. */
  async function arrived(): Promise<void> {
    if (book?.which !== 'own') return
    startHourly(book.file, book.backups)
    announce({ topic: 'book' })
  }

  async function joinBook(wanted: Parameters<Sharing['join']>[0]): Promise<void> {
    await openNew(({ sharing }) => sharing.join(wanted))
  }

  /** Whoever was invited and does not want to wait any more is where they began. */
  async function stopJoining(): Promise<void> {
    if (book?.which !== 'own' || (await isMade(book.db))) return
    await book.sharing.leave()
    await closeBook()
    problem = { kind: 'none' }
  }

  function startHourly(opened: OpenedFile, backups: BackupKeeper): void {
    // What fails is told by the list of copies (failure()), and tried again an hour later.
    const first = setTimeout(() => backups.make('start').catch(() => undefined), options.firstCopyAfter ?? 3000)
    const hourly = setInterval(async () => {
      await backups.make('hourly').catch(() => undefined)
      // On a PC that is never shut down a day goes by as well.
      await tidy(opened)
      await rememberErased(opened.db)
    }, hour)
    timers = [first.unref(), hourly.unref()]
  }

  /** What fails is tried again an hour later, and at the end of the program. */
  function rememberErased(db: Kysely<Database>): Promise<void> {
    remembering = remembering
      .then(() => keepErasedList(dataFolder, db))
      .catch((error: unknown) =>
        options.log(`error while keeping who was erased: ${error instanceof Error ? error.name : 'unknown'}`),
      )
    return remembering
  }

  async function closeBook(): Promise<void> {
    for (const timer of timers) clearTimeout(timer)
    timers = []
    const closing = book
    book = undefined
    closing?.wholeCheck.stop()
    await closing?.sharing.close()
    if (closing?.which === 'own') await rememberErased(closing.db)
    await closing?.file.close()
  }
}

/** What keeps a file that opened from being shown as a book: nothing was ever put in it, or it cannot even be read this far. */
async function firstLook(opened: OpenedFile): Promise<BookProblem | undefined> {
  try {
    return (await wasNeverMade(opened)) ? { kind: 'none' } : undefined
  } catch (error) {
    const found = opened.check()
    if (found && found.kind !== 'missing') return found
    throw error
  }
}

/** A file made in a start that was cut short, before the book was in it: nothing has ever happened there. */
async function wasNeverMade({ db }: OpenedFile): Promise<boolean> {
  const action = await db.selectFrom('action').select('seq').limit(1).executeTakeFirst()
  // One that is on its way from another PC is waited for.
  const vault = await db.selectFrom('sync_vault').select('id').executeTakeFirst()
  return !(await isMade(db)) && !action && !vault
}

async function isMade(db: Kysely<Database>): Promise<boolean> {
  const row = await db.selectFrom('book').select('id').where('id', '=', bookId).executeTakeFirst()
  return row !== undefined
}

async function isThere(file: string): Promise<boolean> {
  try {
    await lstat(file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
