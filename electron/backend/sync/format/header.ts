// The header of a file: one line of JSON, signed. Names are short because a change of two words is one file. What stands in
// `sealedHeader` means the same in every version to come: by it a file of a newer program is still known to be genuine.
import { z } from 'zod'
import { scopes } from './file-names.ts'

/**
 * 1: the first. 2: amounts of a fee plan may be for more months than one.
 * A file says by `min` which of these its reader must know; what an older program reads as well without that stays as it was.
 */
export const formatVersion = 2

const device = z.string().regex(/^[0-9a-f]{8}$/)
const hash = z.string().regex(/^[0-9a-f]{32}$/)
const seq = z.int().min(0).max(99_999_999)
const scope = z.enum(scopes as [string, ...string[]]).transform((value) => value as (typeof scopes)[number]) // the same list
const recipient = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/)

/** Number and hash of a file: the place in a chain. */
const link = z.tuple([seq, hash])
const vector = z.record(device, link)

/** Whom the recovery sheet signs as; no device has this name. */
export const sheetSigner = 'sheet'

const shared = {
  v: z.int().min(1),
  /** The oldest format version whose programs may read this file. */
  min: z.int().min(1),
  vault: z.string().regex(/^[0-9a-f]{16}$/),
  /** The clock of the PC that wrote it, to the minute, UTC; to show, never to decide. */
  wall: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  app: z.string().max(40),
  /** Lines in the body. */
  n: z.int().min(0),
  /** Bytes of the compressed body. */
  len: z.int().min(0),
}

export const sealedHeader = z.object({
  v: shared.v,
  min: shared.min,
  vault: z.string(),
  dev: z.string(),
  len: shared.len,
})

export const segmentHeader = z.object({
  ...shared,
  /** Version and hash of the list of devices it was encrypted by. */
  list: link,
  dev: device,
  scope,
  epoch: seq,
  seq: seq.min(1),
  /** Hash of the segment before; of the first: empty. */
  prev: z.union([hash, z.literal('')]),
  /** By scope, the last file of each other device that this one took in before it wrote this. */
  seen: z.partialRecord(z.enum(scopes as [string, ...string[]]), vector),
  /** Where its own chains stand in the other scopes, and which summaries it compared; once a day and when it changes. */
  own: z.partialRecord(z.enum(scopes as [string, ...string[]]), link).optional(),
  ack: z.partialRecord(z.enum(scopes as [string, ...string[]]), link).optional(),
  /** From now on, encrypt for this key. */
  key: recipient.optional(),
})

export const snapshotHeader = z.object({
  ...shared,
  list: link,
  dev: device,
  scope,
  epoch: seq.min(1),
  /** The last file of each device that is in it. */
  covers: vector,
  /** Of the state it holds. */
  digest: z.string().max(128),
})

export const listHeader = z.object({
  ...shared,
  dev: z.union([device, z.literal(sheetSigner)]),
  version: seq.min(1),
  /** Hashes of the lists it goes on from: one, or more when two were made at once. */
  prev: z.array(hash).max(16),
})

export type Link = z.output<typeof link>
export type Vector = Readonly<Record<string, Link>>
export type SegmentHeader = z.output<typeof segmentHeader>
export type SnapshotHeader = z.output<typeof snapshotHeader>
export type ListHeader = z.output<typeof listHeader>
export type AnyHeader = SegmentHeader | SnapshotHeader | ListHeader
