// A whole book in one file (.buurtboek): plain age v1, so that it opens without this program too. Inside: a line that says what it is, a
// line of JSON with the manifest of the copy, and the SQLite file, gzipped:
//   age -d -i blad.txt kopie.buurtboek | tail -n +3 | gunzip > boek.db
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { createGunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { backupManifest } from '../backup/backup-manifest.ts'
import { RuleBroken } from '../rule-broken.ts'

export const bookFileEnding = '.buurtboek'

/** Who can open it: the recovery sheet and this PC, or whoever knows the four words. */
export type BookFileLock = 'sheet' | 'words'

const firstLine = 'BUURTBOEK-BOEK'
const format = 1
const maxBookBytes = 1024 ** 3
const longestHead = 200_000

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

/**
 * Reads what came out of the age file to its end, piece by piece: a book may be larger than the memory. `keep` is given the database as
 * it comes; not before the head is answered is it known to be whole. Throws RuleBroken `bookFileUnknown`, `bookFileNewer` or
 * `bookFileDamaged`.
 */
export async function unpackBook(
  plain: AsyncIterable<Uint8Array>,
  keep: (piece: Uint8Array) => Promise<unknown> = async () => undefined,
): Promise<BookFileHead> {
  const source = plain[Symbol.asyncIterator]()
  try {
    return await unpack(source, keep)
  } finally {
    // Given up half-way, the file would stay open.
    await source.return?.()
  }
}

async function unpack(
  source: AsyncIterator<Uint8Array>,
  keep: (piece: Uint8Array) => Promise<unknown>,
): Promise<BookFileHead> {
  const { first, second, rest } = await splitHead(source)
  const version = new RegExp(`^${firstLine} (\\d{1,4})$`).exec(first)?.[1]
  if (version === undefined) throw new RuleBroken('bookFileUnknown')
  if (Number(version) > format) throw new RuleBroken('bookFileNewer')
  const head = bookFileHead.safeParse(parseJson(second))
  if (!head.success || head.data.manifest.size > maxBookBytes) throw new RuleBroken('bookFileDamaged')
  const { size, sha256: promised } = head.data.manifest
  const hash = createHash('sha256')
  let inflated = 0
  for await (const piece of inflate(rest)) {
    inflated += piece.length
    // Never more than the manifest says: a small file must not fill the disk.
    if (inflated > size) throw new RuleBroken('bookFileDamaged')
    hash.update(piece)
    await keep(piece)
  }
  if (hash.digest('hex') !== promised) throw new RuleBroken('bookFileDamaged')
  return head.data
}

/** Whatever zlib or age say of it then, it is not what was written. */
async function* inflate(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* Readable.from(packed).compose(createGunzip()) as AsyncIterable<Uint8Array> // zlib gives bytes
  } catch {
    throw new RuleBroken('bookFileDamaged')
  }
}

/** The first two lines, and what comes after them. */
async function splitHead(source: AsyncIterator<Uint8Array>) {
  let begun = Buffer.alloc(0)
  let ends = lineEnds(begun)
  while (ends.length < 2 && begun.length <= longestHead) {
    const { done, value } = await source.next().catch(damaged)
    if (done) break
    begun = Buffer.concat([begun, value])
    ends = lineEnds(begun)
  }
  const [firstEnd = 0, secondEnd = firstEnd] = ends
  async function* rest() {
    yield begun.subarray(secondEnd + 1)
    yield* { [Symbol.asyncIterator]: () => source }
  }
  return {
    first: begun.toString('utf8', 0, firstEnd),
    second: begun.toString('utf8', firstEnd + 1, secondEnd),
    rest: rest(),
  }
}

function lineEnds(bytes: Buffer): number[] {
  const first = bytes.indexOf(0x0a)
  const second = first < 0 ? -1 : bytes.indexOf(0x0a, first + 1)
  return [first, second].filter((at) => at >= 0)
}

function damaged(): never {
  throw new RuleBroken('bookFileDamaged')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
