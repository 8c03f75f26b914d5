// The zip around an .xlsx file, read as if somebody made it to do harm: everything is counted and compared before
// and while it unpacks, names are never used as paths, and only the parts asked for are unpacked at all.
import { crc32, inflateRawSync } from 'node:zlib'
import { RuleBroken } from '../rule-broken.ts'

const zipLimits = { entries: 2_000, inflatedBytes: 100 * 1024 * 1024, ratio: 200 } as const

export interface ZipFile {
  readonly names: readonly string[]
  /** Unpacks one part. Undefined when there is no such part. Throws RuleBroken `importDamaged` or `importUnsafe`. */
  read(name: string): Uint8Array | undefined
}

interface Entry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly checksum: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const endSize = 22
const entrySize = 46
const localSize = 30
// A part this small cannot do harm, whatever it was packed to.
const harmlessBytes = 1024 * 1024

/**
 * Opens a zip in memory. Throws RuleBroken: `importDamaged` (not a whole zip), `importProtected` (a password),
 * `importUnsafe` (too many parts, unpacks to too much, parts that overlap, a zip in the zip, sizes that lie).
 */
export function openZip(bytes: Uint8Array): ZipFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(buffer)
  checkTotals(entries)
  checkOverlaps(buffer, entries)
  let left: number = zipLimits.inflatedBytes
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name)
      if (!entry) return undefined
      const content = unpack(buffer, entry, left)
      left -= content.length
      return content
    },
  }
}

function readDirectory(buffer: Buffer): Map<string, Entry> {
  const end = findEnd(buffer)
  const count = buffer.readUInt16LE(end + 10)
  const size = buffer.readUInt32LE(end + 12)
  const offset = buffer.readUInt32LE(end + 16)
  // These values stand for "see the zip64 record". A file of at most 10 MB has no use for it, a trap has.
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) throw new RuleBroken('importUnsafe')
  if (buffer.readUInt16LE(end + 4) !== 0 || buffer.readUInt16LE(end + 8) !== count) throw new RuleBroken('importUnsafe')
  if (count > zipLimits.entries) throw new RuleBroken('importUnsafe')
  if (offset + size !== end) throw new RuleBroken('importDamaged')
  const entries = new Map<string, Entry>()
  let at = offset
  for (let index = 0; index < count; index += 1) {
    if (at + entrySize > end || buffer.readUInt32LE(at) !== 0x02014b50) throw new RuleBroken('importDamaged')
    const nameLength = buffer.readUInt16LE(at + 28)
    const next = at + entrySize + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
    if (next > end) throw new RuleBroken('importDamaged')
    const name = buffer.toString('utf8', at + entrySize, at + entrySize + nameLength)
    if (entries.has(name)) throw new RuleBroken('importUnsafe')
    entries.set(name, {
      name,
      flags: buffer.readUInt16LE(at + 8),
      method: buffer.readUInt16LE(at + 10),
      checksum: buffer.readUInt32LE(at + 16),
      packed: buffer.readUInt32LE(at + 20),
      size: buffer.readUInt32LE(at + 24),
      offset: buffer.readUInt32LE(at + 42),
    })
    at = next
  }
  return entries
}

function findEnd(buffer: Buffer): number {
  const lowest = Math.max(0, buffer.length - endSize - 0xffff)
  for (let at = buffer.length - endSize; at >= lowest; at -= 1) {
    if (buffer.readUInt32LE(at) === 0x06054b50 && at + endSize + buffer.readUInt16LE(at + 20) === buffer.length)
      return at
  }
  throw new RuleBroken('importDamaged')
}

function checkTotals(entries: ReadonlyMap<string, Entry>): void {
  let total = 0
  for (const entry of entries.values()) {
    // Bit 0: the content, bit 13: the directory is encrypted.
    if ((entry.flags & 0x2001) !== 0) throw new RuleBroken('importProtected')
    if (entry.packed === 0xffffffff || entry.size === 0xffffffff) throw new RuleBroken('importUnsafe')
    if (/\.(zip|7z|rar|gz)$/i.test(entry.name)) throw new RuleBroken('importUnsafe')
    if (entry.size > harmlessBytes && entry.size > entry.packed * zipLimits.ratio) throw new RuleBroken('importUnsafe')
    total += entry.size
    if (total > zipLimits.inflatedBytes) throw new RuleBroken('importUnsafe')
  }
}

/** Two parts that share bytes: one small file that unpacks many times over. */
function checkOverlaps(buffer: Buffer, entries: ReadonlyMap<string, Entry>): void {
  const ranges = [...entries.values()]
    .map((entry) => ({ from: entry.offset, until: contentStart(buffer, entry) + entry.packed }))
    .sort((a, b) => a.from - b.from)
  let until = 0
  for (const range of ranges) {
    if (range.from < until) throw new RuleBroken('importUnsafe')
    until = range.until
  }
  if (until > buffer.length) throw new RuleBroken('importDamaged')
}

function contentStart(buffer: Buffer, entry: Entry): number {
  const { offset } = entry
  if (offset + localSize > buffer.length || buffer.readUInt32LE(offset) !== 0x04034b50) {
    throw new RuleBroken('importDamaged')
  }
  return offset + localSize + buffer.readUInt16LE(offset + 26) + buffer.readUInt16LE(offset + 28)
}

function unpack(buffer: Buffer, entry: Entry, limit: number): Uint8Array {
  const start = contentStart(buffer, entry)
  const packed = buffer.subarray(start, start + entry.packed)
  if (entry.size > limit) throw new RuleBroken('importUnsafe')
  const content = entry.method === 0 ? packed : inflate(packed, entry)
  if (content.length !== entry.size) throw new RuleBroken('importUnsafe')
  if (crc32(content) !== entry.checksum) throw new RuleBroken('importDamaged')
  if (content.length > 3 && content.readUInt32LE(0) === 0x04034b50) throw new RuleBroken('importUnsafe')
  return content
}

function inflate(packed: Buffer, entry: Entry): Buffer {
  if (entry.method !== 8) throw new RuleBroken('importDamaged')
  try {
    // One byte more than it says: enough to see that it lies, and never more than that in memory.
    return inflateRawSync(packed, { maxOutputLength: entry.size + 1 })
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new RuleBroken(tooLong ? 'importUnsafe' : 'importDamaged')
  }
}
