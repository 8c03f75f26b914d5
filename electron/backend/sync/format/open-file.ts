// Opens a file of the folder. The order of the checks is the protection: nothing is computed before the name and the size are right,
// nothing is unpacked before a device of the list is known to have written it, and nothing is taken in before the header fits its place.
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { z } from 'zod'
import type { SyncRefusal } from '../../../../shared/domain/sync-status.ts'
import type { Scope } from '../../database/declare-table.ts'
import { findHeadProblem, unseal } from './age-envelope.ts'
import { type FileName, hashOfBytes } from './file-names.ts'
import {
  type AnyHeader,
  formatVersion,
  type Link,
  type ListHeader,
  listHeader,
  type SegmentHeader,
  type SnapshotHeader,
  sealedHeader,
  segmentHeader,
  snapshotHeader,
} from './header.ts'
import { bodyOf, isGenuine, splitPlaintext } from './plaintext.ts'

/** A device that may have written a file. */
export interface Signer {
  readonly publicKey: string
  readonly scopes: readonly Scope[]
  /** Of a device that was taken off the list: the last number that counts, by scope. */
  readonly cut?: Partial<Readonly<Record<Scope, number>>>
}

/** What this PC trusts. */
export interface Trust {
  readonly vault: string
  /** Our age keys, the newest first. */
  readonly identities: readonly string[]
  /** By the name that stands in the header; `list` says from which lists its right comes. */
  readonly signer: (device: string) => Signer | undefined
  readonly knowsList: (link: Link) => boolean
  readonly now: Date
}

export type Opened<Header> =
  | { readonly outcome: 'opened'; readonly header: Header; readonly lines: readonly string[] }
  /** The bytes are not those of the name: still on its way, or damaged. */
  | { readonly outcome: 'incomplete' }
  /** It is genuine and has to wait: for the list of devices it names, or for a newer program. */
  | { readonly outcome: 'waits'; readonly for: 'list' | 'newerProgram' }
  | { readonly outcome: 'refused'; readonly reason: SyncRefusal }

const unpack = promisify(gunzip)
const mebi = 1024 * 1024

/** The largest file of a kind; the largest body is what it may unpack to. */
export const largestFile: Readonly<Record<FileName['kind'], number>> = {
  segment: 8 * mebi,
  snapshot: 64 * mebi,
  list: mebi / 4,
}
const mostUnpacked = 256 * mebi
const tenYears = 10 * 366 * 24 * 3_600_000

export const openSegment = (name: FileName, bytes: Uint8Array, trust: Trust): Promise<Opened<SegmentHeader>> =>
  openFile(name, bytes, trust, segmentHeader)
export const openSnapshot = (name: FileName, bytes: Uint8Array, trust: Trust): Promise<Opened<SnapshotHeader>> =>
  openFile(name, bytes, trust, snapshotHeader)
export const openList = (name: FileName, bytes: Uint8Array, trust: Trust): Promise<Opened<ListHeader>> =>
  openFile(name, bytes, trust, listHeader)

async function openFile<Header extends AnyHeader>(
  name: FileName,
  bytes: Uint8Array,
  trust: Trust,
  schema: z.ZodType<Header>,
): Promise<Opened<Header>> {
  if (bytes.length > largestFile[name.kind]) return refused('tooLarge')
  if (hashOfBytes(bytes) !== name.hash) return { outcome: 'incomplete' }
  const headProblem = findHeadProblem(bytes)
  if (headProblem) return refused(headProblem)
  const unsealed = await unseal(bytes, trust.identities)
  if ('problem' in unsealed) return refused(unsealed.problem)
  const plain = splitPlaintext(unsealed.plain)
  const fields = plain && sealedHeader.safeParse(parseJson(plain.header))
  if (!plain || !fields?.success) return refused('malformed')

  const { vault, dev, len, min } = fields.data
  if (vault !== trust.vault) return refused('foreignVault')
  const signer = trust.signer(dev)
  if (!signer) return refused('unknownDevice')
  const body = bodyOf(plain, len)
  if (!body) return refused('malformed')
  if (!(await isGenuine(plain, body, signer.publicKey))) return refused('forged')
  if (min > formatVersion) return { outcome: 'waits', for: 'newerProgram' }

  const header = schema.safeParse(parseJson(plain.header))
  if (!header.success) return refused('malformed')
  const problem = findHeaderProblem(name, header.data, signer, trust)
  if (problem === 'listWaited') return { outcome: 'waits', for: 'list' }
  if (problem) return refused(problem)
  const lines = await readLines(body, header.data.n)
  return lines ? { outcome: 'opened', header: header.data, lines } : refused('malformed')
}

const refused = (reason: SyncRefusal) => ({ outcome: 'refused', reason }) as const

function findHeaderProblem(
  name: FileName,
  header: AnyHeader,
  signer: Signer,
  trust: Trust,
): SyncRefusal | 'listWaited' | undefined {
  if (!fitsName(name, header)) return 'renamed'
  // A clock that is off stops nothing; one that is off by more than ten years would sort before everything for a lifetime.
  if (Date.parse(`${header.wall}Z`) > trust.now.getTime() + tenYears) return 'farFuture'
  if ('version' in header) return undefined
  if (!signer.scopes.includes(header.scope)) return 'wrongScope'
  const number = 'seq' in header ? header.seq : 0
  if (signer.cut && ('covers' in header || number > (signer.cut[header.scope] ?? 0))) return 'removedDevice'
  return trust.knowsList(header.list) ? undefined : 'listWaited'
}

function fitsName(name: FileName, header: AnyHeader): boolean {
  switch (name.kind) {
    case 'segment':
      return 'seq' in header && header.dev === name.device && header.scope === name.scope && header.seq === name.seq
    case 'snapshot':
      return (
        'covers' in header && header.dev === name.device && header.scope === name.scope && header.epoch === name.epoch
      )
    case 'list':
      return 'version' in header && header.version === name.version
  }
}

async function readLines(body: Uint8Array, count: number): Promise<string[] | undefined> {
  if (count === 0) return body.length === 0 ? [] : undefined
  try {
    const text = (await unpack(body, { maxOutputLength: mostUnpacked })).toString('utf8')
    if (!text.endsWith('\n')) return undefined
    const lines = text.slice(0, -1).split('\n')
    return lines.length === count ? lines : undefined
  } catch {
    // Not gzip, or more than anybody's book.
    return undefined
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
