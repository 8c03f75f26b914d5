import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createGzip } from 'node:zlib'
import type { Scope } from '../../database/declare-table.ts'
import { seal } from './age-envelope.ts'
import { type FileName, formatName, hashOfBytes } from './file-names.ts'
import { formatVersion, type Link, type ListHeader, type SegmentHeader, type SnapshotHeader } from './header.ts'
import { composePlaintext } from './plaintext.ts'
import type { SigningKey } from './signing.ts'

export interface SealedFile {
  readonly name: string
  readonly hash: string
  readonly bytes: Uint8Array
}

/** What seals: whose file it is, for whom, and what every header says. */
export interface SealOptions {
  readonly vault: string
  readonly app: string
  readonly now: Date
  readonly key: SigningKey
  readonly recipients: readonly string[]
  /** The oldest version whose programs may read it; 1 when it is not said. */
  readonly min?: number
}

type Own<Header> = Omit<Header, 'v' | 'min' | 'vault' | 'wall' | 'app' | 'n' | 'len'>

export function sealSegment(
  header: Own<SegmentHeader>,
  lines: readonly string[],
  options: SealOptions,
): Promise<SealedFile> {
  const { dev: device, scope, seq } = header
  return sealFile(header, lines, options, (hash) => ({ kind: 'segment', device, scope, seq, hash }))
}

export function sealSnapshot(
  header: Own<SnapshotHeader>,
  lines: readonly string[],
  options: SealOptions,
): Promise<SealedFile> {
  const { dev: device, scope, epoch } = header
  return sealFile(header, lines, options, (hash) => ({ kind: 'snapshot', device, scope, epoch, hash }))
}

export function sealList(header: Own<ListHeader>, lines: readonly string[], options: SealOptions): Promise<SealedFile> {
  return sealFile(header, lines, options, (hash) => ({ kind: 'list', version: header.version, hash }))
}

async function sealFile(
  own: object,
  lines: readonly string[],
  { vault, app, now, key, recipients, min = 1 }: SealOptions,
  nameOf: (hash: string) => FileName,
): Promise<SealedFile> {
  // A sign of life has no body at all: 20 bytes of empty gzip say nothing.
  const body = lines.length === 0 ? Buffer.alloc(0) : await compress(lines)
  const header = JSON.stringify({
    ...{ v: formatVersion, min, vault },
    ...own,
    ...{ wall: now.toISOString().slice(0, 16), app, n: lines.length, len: body.length },
  })
  const bytes = await seal(await composePlaintext(header, body, key), recipients)
  const hash = hashOfBytes(bytes)
  return { name: formatName(nameOf(hash)), hash, bytes }
}

function compress(lines: readonly string[]): Promise<Buffer> {
  return buffer(Readable.from(piecesOf(lines)).pipe(createGzip({ level: 9, chunkSize: 65_536 })))
}

const pieceLength = 100_000

/** The whole text at once would be in memory twice more: for the system to find that much room costs more than compressing it. */
function* piecesOf(lines: readonly string[]): Generator<string> {
  let [from, length] = [0, 0]
  for (const [at, line] of lines.entries()) {
    length += line.length + 1
    if (length < pieceLength && at < lines.length - 1) continue
    yield `${lines.slice(from, at + 1).join('\n')}\n`
    from = at + 1
    length = 0
  }
}

/** Where a chain stands before its first file. */
export const chainStart: Link = [0, '']

export type ByScope<Value> = Partial<Readonly<Record<Scope, Value>>>
