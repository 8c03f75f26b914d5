// Age files for people and for words. The library is fetched when it is first needed: most starts never need it.
import type { Decrypter } from 'age-encryption'
import { RuleBroken } from '../rule-broken.ts'
import type { BookFileLock } from './book-file.ts'

const intro = 'age-encryption.org/v1'
/** Each recipient costs work before anything is authenticated. */
const mostRecipients = 16
export const maxHeadBytes = 8192

export async function encryptFor(recipients: readonly string[], plain: Uint8Array): Promise<Uint8Array> {
  const age = await import('age-encryption')
  const encrypter = new age.Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter.encrypt(plain)
}

/** @param work the cost of scrypt, as a power of two */
export async function encryptByWords(passphrase: string, work: number, plain: Uint8Array): Promise<Uint8Array> {
  const age = await import('age-encryption')
  const encrypter = new age.Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(work)
  return encrypter.encrypt(plain)
}

/** Bytes, or a file that is read piece by piece; what is inside comes as it went in. */
type AgeFile = Uint8Array | ReadableStream<Uint8Array>
type Inside<File extends AgeFile> = File extends Uint8Array ? Uint8Array : ReadableStream<Uint8Array>

/** What is inside; undefined when the identity is none of those it was made for. Throws RuleBroken `bookFileDamaged`. */
export async function decryptBy<File extends AgeFile>(line: string, file: File): Promise<Inside<File> | undefined> {
  const age = await import('age-encryption')
  const decrypter = new age.Decrypter()
  decrypter.addIdentity(line)
  return decrypt(decrypter, file)
}

/** What is inside; undefined when these are not the words. Throws RuleBroken `bookFileDamaged`. */
export async function decryptByWords<File extends AgeFile>(
  passphrase: string,
  file: File,
): Promise<Inside<File> | undefined> {
  const age = await import('age-encryption')
  const decrypter = new age.Decrypter()
  decrypter.addPassphrase(passphrase)
  return decrypt(decrypter, file)
}

/** By what an age file opens, from its head alone. Throws RuleBroken `bookFileUnknown`. */
export function lockOf(bytes: Uint8Array): BookFileLock {
  const lines = Buffer.from(bytes.subarray(0, maxHeadBytes)).toString('latin1').split('\n')
  const end = lines.findIndex((line) => line.startsWith('---'))
  const stanzas = lines.slice(0, end).filter((line) => line.startsWith('-> '))
  const kinds = new Set(stanzas.map((line) => line.split(' ')[1]))
  const isOurs = lines[0] === intro && end > 0 && stanzas.length > 0 && stanzas.length <= mostRecipients
  if (isOurs && kinds.size === 1 && kinds.has('scrypt')) return 'words'
  if (isOurs && kinds.size === 1 && kinds.has('X25519')) return 'sheet'
  throw new RuleBroken('bookFileUnknown')
}

async function decrypt<File extends AgeFile>(decrypter: Decrypter, file: File): Promise<Inside<File> | undefined> {
  try {
    const inside = file instanceof Uint8Array ? decrypter.decrypt(file) : decrypter.decrypt(file)
    return (await inside) as Inside<File> // the library answers bytes with bytes and a stream with a stream
  } catch (error) {
    // The library tells a key that does not fit from a file that is not whole in words only.
    if (error instanceof Error && error.message.startsWith('no identity matched')) return undefined
    throw new RuleBroken('bookFileDamaged')
  }
}
