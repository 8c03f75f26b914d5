import { constants } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import spokenWords from '../../../resources/words/spoken-words.json' with { type: 'json' }
import type { BookFileOpening } from '../../../shared/contract/book-files.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { passphraseOfWords } from '../../../shared/domain/spoken-words.ts'
import type { AppContext } from '../context.ts'
import { durableReplace } from '../database/durable-replace.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Sealing } from '../sealing/sealing.ts'
import { selfTest } from '../sealing/self-test.ts'
import { readSheetLine } from '../sealing/sheet-input.ts'
import { decryptBy, decryptByWords, lockOf, maxHeadBytes } from './age-file.ts'
import { type BookFileHead, type BookFileLock, unpackBook } from './book-file.ts'

export interface LookedInto {
  readonly lock: BookFileLock
  /** undefined: it does not open this way. */
  readonly head: BookFileHead | undefined
}

/** Reads a received file to its end. Throws RuleBroken `wordsWrong`, `sheetNotOfFile`, or what is wrong with the file. */
export async function lookIntoBookFile(received: Received, context: AppContext): Promise<LookedInto> {
  const { lock, plain } = await openReceived(received, context)
  return { lock, head: plain && (await unpackBook(plain)) }
}

/** Puts the book of a received file in the place of the one here, which is kept as a checked copy. */
export async function takeInBookFile(received: Received, context: AppContext): Promise<void> {
  const { plain } = await openReceived(received, context)
  if (!plain) throw new RuleBroken('sheetNotOfFile', { field: 'line' })
  const place = join(context.dataFolder, 'boek.db.ontvangen')
  const coming = `${place}.deel`
  try {
    const head = await writeDown(plain, coming)
    await durableReplace(place, { temporary: coming })
    await context.books.takeIn({ file: place, sha256: head.manifest.sha256 }, (sealing) =>
      unlock(sealing, head, received.by),
    )
  } finally {
    await rm(coming, { force: true })
    await rm(place, { force: true })
  }
  await context.files.discard(received.file)
}

interface Received {
  readonly file: string
  readonly by: BookFileOpening
}

async function openReceived({ file, by }: Received, { files, books }: AppContext) {
  const { head, pieces } = await files.openLarge(file, maxHeadBytes)
  const lock = lockOf(head)
  return { lock, plain: await decrypted(pieces, lock, by, books.current()?.sealing) }
}

async function writeDown(plain: ReadableStream<Uint8Array>, file: string): Promise<BookFileHead> {
  await rm(file, { force: true })
  const handle = await open(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
  try {
    return await unpackBook(plain, (piece) => handle.writeFile(piece))
  } finally {
    await handle.close()
  }
}

async function decrypted(
  pieces: () => Promise<ReadableStream<Uint8Array>>,
  lock: BookFileLock,
  by: BookFileOpening,
  sealing: Sealing | undefined,
): Promise<ReadableStream<Uint8Array> | undefined> {
  switch (by.way) {
    case 'here': {
      const line = lock === 'sheet' ? await sealing?.ownLine() : undefined
      return line === undefined ? undefined : decryptBy(line, await pieces())
    }
    case 'sheet': {
      await selfTest('sheet')
      const plain = lock === 'sheet' ? await decryptBy(readSheetLine(by.line), await pieces()) : undefined
      if (!plain) throw new RuleBroken('sheetNotOfFile', { field: 'line' })
      return plain
    }
    case 'words': {
      await selfTest('passphrase')
      const passphrase = passphraseOfWords(by.words, spokenWords)
      const plain = passphrase && lock === 'words' ? await decryptByWords(passphrase, await pieces()) : undefined
      if (!plain) throw new RuleBroken('wordsWrong', { field: 'words' })
      return plain
    }
    default:
      return assertNever(by)
  }
}

/** What is sealed in the book can be read at once. When that does not succeed the book works, and its lock is opened as any other. */
async function unlock(sealing: Sealing, { key }: BookFileHead, by: BookFileOpening): Promise<void> {
  try {
    if (key !== null) await sealing.takeKey(Buffer.from(key, 'base64'))
    else if (by.way === 'sheet') await sealing.openBySheet(by.line)
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error
  }
}
