// A whole book in one file (.buurtboek): plain age v1, so that it opens without this program too. Inside: a line that says what it is, a
// line of JSON with the manifest of the copy, and the SQLite file, gzipped:
//   age -d -i blad.txt kopie.buurtboek | tail -n +3 | gunzip > boek.db
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { backupManifest } from '../backup/backup-manifest.ts'
import { RuleBroken } from '../rule-broken.ts'

export const bookFileEnding = '.buurtboek'

/** Who can open it: the recovery sheet and this PC, or whoever knows the four words. */
export type BookFileLock = 'sheet' | 'words'

const firstLine = 'BUURTBOEK-BOEK'
const format = 1
const maxBookBytes = 1024 ** 3

const bookFileHead = z.object({
  /** copy: of the same book, kept elsewhere. handOver: for a successor. */
  kind: z.enum(['copy', 'handOver']),
  manifest: backupManifest,
  /** Base64: the book key, which a successor needs and a copy does without. */
  key: z.base64().nullable(),
})

export type BookFileHead = z.output<typeof bookFileHead>

/** What goes into the age file. */
export async function packBook(head: BookFileHead, database: Uint8Array): Promise<Uint8Array> {
  if (sha256(database) !== head.manifest.sha256) throw new RuleBroken('backupDamaged')
  const lines = `${firstLine} ${format}\n${JSON.stringify(bookFileHead.parse(head))}\n`
  return Buffer.concat([Buffer.from(lines, 'utf8'), await promisify(gzip)(database)])
}

/** What came out of it. Throws RuleBroken `bookFileUnknown`, `bookFileNewer` or `bookFileDamaged`. */
export async function unpackBook(plain: Uint8Array): Promise<{ head: BookFileHead; database: Uint8Array }> {
  const [first, afterFirst] = lineAt(plain, 0)
  const version = new RegExp(`^${firstLine} (\\d{1,4})$`).exec(first)?.[1]
  if (version === undefined) throw new RuleBroken('bookFileUnknown')
  if (Number(version) > format) throw new RuleBroken('bookFileNewer')
  const [second, afterSecond] = lineAt(plain, afterFirst)
  const head = bookFileHead.safeParse(parseJson(second))
  if (!head.success || head.data.manifest.size > maxBookBytes) throw new RuleBroken('bookFileDamaged')
  const database = await inflate(plain.subarray(afterSecond), head.data.manifest.size)
  if (sha256(database) !== head.data.manifest.sha256) throw new RuleBroken('bookFileDamaged')
  return { head: head.data, database }
}

/** Never more than the manifest says: a small file must not fill the memory. */
async function inflate(packed: Uint8Array, size: number): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(packed, { maxOutputLength: Math.max(size, 1) })
  } catch {
    // Whatever zlib says of it, it is not what was written.
    throw new RuleBroken('bookFileDamaged')
  }
}

/** The line that begins at `from`, and where the next one begins. */
function lineAt(bytes: Uint8Array, from: number): [line: string, next: number] {
  const end = bytes.indexOf(0x0a, from)
  if (end < 0 || end - from > 100_000) return ['', bytes.length]
  return [Buffer.from(bytes.subarray(from, end)).toString('utf8'), end + 1]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
