import { rm } from 'node:fs/promises'
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
import { decryptBy, decryptByWords, lockOf } from './age-file.ts'
import { type BookFileHead, type BookFileLock, unpackBook } from './book-file.ts'

export interface LookedInto {
  readonly lock: BookFileLock
  /** undefined: it does not open this way. */
  readonly opened?: { readonly head: BookFileHead; readonly database: Uint8Array } | undefined
}

/** Reads a received file. Throws RuleBroken `wordsWrong`, `sheetNotOfFile`, or what is wrong with the file. */
export async function lookIntoBookFile(
  { file, by }: { readonly file: string; readonly by: BookFileOpening },
  { files, books }: AppContext,
): Promise<LookedInto> {
  const { bytes } = await files.open(file)
  const lock = lockOf(bytes)
  const plain = await decrypted(bytes, lock, by, books.current()?.sealing)
  return { lock, opened: plain && (await unpackBook(plain)) }
}

/** Puts the book of a received file in the place of the one here, which is kept as a checked copy. */
export async function takeInBookFile(
  received: { readonly file: string; readonly by: BookFileOpening },
  context: AppContext,
): Promise<void> {
  const { opened } = await lookIntoBookFile(received, context)
  if (!opened) throw new RuleBroken('sheetNotOfFile', { field: 'line' })
  const { head, database } = opened
  const place = join(context.dataFolder, 'boek.db.ontvangen')
  try {
    await durableReplace(place, database)
    await context.books.takeIn({ file: place, sha256: head.manifest.sha256 }, (sealing) =>
      unlock(sealing, head, received.by),
    )
  } finally {
    await rm(place, { force: true })
  }
  await context.files.discard(received.file)
}

async function decrypted(
  bytes: Uint8Array,
  lock: BookFileLock,
  by: BookFileOpening,
  sealing: Sealing | undefined,
): Promise<Uint8Array | undefined> {
  switch (by.way) {
    case 'here': {
      const line = lock === 'sheet' ? await sealing?.ownLine() : undefined
      return line === undefined ? undefined : decryptBy(line, bytes)
    }
    case 'sheet': {
      await selfTest('sheet')
      const plain = lock === 'sheet' ? await decryptBy(readSheetLine(by.line), bytes) : undefined
      if (!plain) throw new RuleBroken('sheetNotOfFile', { field: 'line' })
      return plain
    }
    case 'words': {
      await selfTest('passphrase')
      const passphrase = passphraseOfWords(by.words, spokenWords)
      const plain = passphrase && lock === 'words' ? await decryptByWords(passphrase, bytes) : undefined
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
