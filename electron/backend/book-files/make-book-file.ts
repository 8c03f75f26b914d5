import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import spokenWords from '../../../resources/words/spoken-words.json' with { type: 'json' }
import { passphraseOfWords, spokenWordCount } from '../../../shared/domain/spoken-words.ts'
import { databaseOf, readManifest } from '../backup/backup-folder.ts'
import type { BackupManifest } from '../backup/backup-manifest.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import { write } from '../database/write.ts'
import { fileName } from '../files/file-name.ts'
import { RuleBroken } from '../rule-broken.ts'
import { selfTest } from '../sealing/self-test.ts'
import { decryptBy, decryptByWords, encryptByWords, encryptFor } from './age-file.ts'
import { type BookFileHead, bookFileEnding, packBook, unpackBook } from './book-file.ts'
import { keepCarriedAt } from './carried-copy-queries.ts'

interface MadeBookFile {
  readonly file: string
  readonly name: string
}

/** A copy to keep elsewhere, for the recovery sheet and for whoever has this book. Throws RuleBroken `copyNeedsSheet`. */
export async function makeCopyFile(context: BookContext): Promise<MadeBookFile> {
  const { sheet, ownLine } = await context.sealing.carriers()
  const { recipientOfSheet } = await import('../sealing/recovery-sheet.ts')
  const { manifest, database } = await freshCopy(context)
  const plain = await packBook({ kind: 'copy', manifest, key: null }, database)
  const bytes = await encryptFor([sheet, await recipientOfSheet(ownLine)], plain)
  await proveWhole(await decryptBy(ownLine, bytes), manifest)
  const made = await offer(context, 'kopie', bytes)
  await write(context, { kind: 'copyCarried' }, (tx) => keepCarriedAt(tx, context.newId(), context.now().toISOString()))
  context.announce({ topic: 'changed', tables: ['carried_copy'] })
  return made
}

/** The book for a successor, with its key, and the words that open it. */
export async function makeHandOverFile(context: BookContext): Promise<MadeBookFile & { words: string[] }> {
  await selfTest('passphrase')
  const key = await context.sealing.giveKey()
  const { manifest, database } = await freshCopy(context)
  const head: BookFileHead = { kind: 'handOver', manifest, key: key ? Buffer.from(key).toString('base64') : null }
  const words = chooseWords()
  const passphrase = passphraseOfWords(words, spokenWords) ?? ''
  const bytes = await encryptByWords(passphrase, context.wordsWork, await packBook(head, database))
  await proveWhole(await decryptByWords(passphrase, bytes), manifest)
  return { ...(await offer(context, 'overdracht', bytes)), words }
}

function chooseWords(): string[] {
  return Array.from({ length: spokenWordCount }, () => spokenWords[randomInt(spokenWords.length)] ?? '')
}

/** A copy as the list of copies has them: made, opened again, checked whole and counted. */
async function freshCopy({ backups }: BookContext): Promise<{ manifest: BackupManifest; database: Uint8Array }> {
  const { backup } = await backups.make('asked')
  if (!backup) throw new RuleBroken('notInExample')
  const manifest = await readManifest(backups.folder, backup.id)
  if (!manifest) throw new RuleBroken('backupFailed', { reason: 'gone' })
  return { manifest, database: await readFile(databaseOf(backups.folder, manifest.id)) }
}

/** A file that was not opened again is no copy. */
async function proveWhole(plain: Uint8Array | undefined, { sha256 }: BackupManifest): Promise<void> {
  const head = plain && (await unpackBook(Readable.from([plain])))
  if (head?.manifest.sha256 !== sha256) throw new RuleBroken('backupFailed', { reason: 'not opened again' })
}

async function offer(context: BookContext, what: 'kopie' | 'overdracht', bytes: Uint8Array): Promise<MadeBookFile> {
  const settings = await bookSettingsOf(context.db)
  const name = `${fileName(settings.name)} ${what} ${context.today()}${bookFileEnding}`
  return { file: context.files.produce(name, 'application/octet-stream', bytes), name }
}
