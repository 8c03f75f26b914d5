// The names in the shared folder. A name says who wrote the file, its number, and the hash of its bytes: so a file can never be
// overwritten by another, a copy that some program made can only be a duplicate, and a half or damaged file is known by its name.
// Lower-case letters, digits, hyphen and slash only: some file systems do not tell capitals apart.
import { createHash } from 'node:crypto'
import type { Scope } from '../../database/declare-table.ts'

export const scopes: readonly Scope[] = ['leden', 'buurt', 'contributie', 'bank', 'zorg']

/** Changes of one device in one scope. */
export interface SegmentName {
  readonly kind: 'segment'
  readonly device: string
  readonly scope: Scope
  readonly seq: number
  readonly hash: string
}

/** Everything of one scope up to a point, written by one device. */
export interface SnapshotName {
  readonly kind: 'snapshot'
  readonly epoch: number
  readonly scope: Scope
  readonly device: string
  readonly hash: string
}

/** A version of the list of devices. */
export interface ListName {
  readonly kind: 'list'
  readonly version: number
  readonly hash: string
}

export type FileName = SegmentName | SnapshotName | ListName

/** Digits of the hash in a name; 128 bits: nobody finds a second file for a given name. */
const hashDigits = 32
const highest = 99_999_999

const scopePattern = scopes.join('|')
const segmentPattern = new RegExp(`^d/([0-9a-f]{8})/(${scopePattern})/([0-9]{8})-([0-9a-f]{${hashDigits}})\\.age$`)
const snapshotPattern = new RegExp(`^s/([0-9]{8})-(${scopePattern})-([0-9a-f]{8})-([0-9a-f]{${hashDigits}})\\.age$`)
const listPattern = new RegExp(`^m/([0-9]{8})-([0-9a-f]{${hashDigits}})\\.age$`)

/** undefined for a name that we never give. */
export function parseName(name: string): FileName | undefined {
  const segment = segmentPattern.exec(name)
  if (segment) {
    const [, device = '', scope, seq, hash = ''] = segment
    return Number(seq) === 0 ? undefined : { kind: 'segment', device, scope: scope as Scope, seq: Number(seq), hash } // the pattern knows no other scope
  }
  const snapshot = snapshotPattern.exec(name)
  if (snapshot) {
    const [, epoch, scope, device = '', hash = ''] = snapshot
    return { kind: 'snapshot', epoch: Number(epoch), scope: scope as Scope, device, hash } // as above
  }
  const list = listPattern.exec(name)
  if (list) return { kind: 'list', version: Number(list[1]), hash: list[2] ?? '' }
  return undefined
}

export function formatName(name: FileName): string {
  switch (name.kind) {
    case 'segment':
      return `d/${name.device}/${name.scope}/${eight(name.seq)}-${name.hash}.age`
    case 'snapshot':
      return `s/${eight(name.epoch)}-${name.scope}-${name.device}-${name.hash}.age`
    case 'list':
      return `m/${eight(name.version)}-${name.hash}.age`
  }
}

export function hashOfBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, hashDigits)
}

/**
 * What a name that is not ours looks like: a copy that a cloud program made of one of our files in a clash, or anything else. Both are
 * only counted.
 */
export function describeStranger(name: string): 'conflictCopy' | 'other' {
  const file = name.slice(name.lastIndexOf('/') + 1)
  const isCopy = /sync-conflict|conflict(?:ed|eerde)? ?(?:copy|kopie)|\(\d+\)\.age$| \d+\.age$|case conflict/i.test(
    file,
  )
  return isCopy || /^\d{8}-[0-9a-z-]+.+\.age$/i.test(file) ? 'conflictCopy' : 'other'
}

function eight(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0 || number > highest) throw new Error(`${number} is no file number`)
  return String(number).padStart(8, '0')
}
