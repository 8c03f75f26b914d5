// Keeping two books in step through a shared folder: what a screen is told of it.
import { z } from 'zod'
import type { SyncStatus } from '../domain/sync-status.ts'

const device = z.string()
const count = z.int()

const refusal = z.enum([
  'tooLarge',
  'notAge',
  'tooManyRecipients',
  'notForUs',
  'undecryptable',
  'malformed',
  'foreignVault',
  'unknownDevice',
  'removedDevice',
  'forged',
  'renamed',
  'wrongScope',
  'brokenChain',
  'notAdmin',
  'farFuture',
])

const cause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('filesWaited'), device, count }),
  z.object({ kind: z.literal('notSent'), count }),
  z.object({ kind: z.literal('folderMissing') }),
  z.object({ kind: z.literal('folderStuck') }),
  z.object({ kind: z.literal('folderFull') }),
  z.object({ kind: z.literal('fileDamaged'), device, count }),
  z.object({ kind: z.literal('folderRolledBack'), device, count }),
  z.object({ kind: z.literal('twinDevice'), device }),
  z.object({ kind: z.literal('newerProgram'), device, count }),
  z.object({ kind: z.literal('listWaited') }),
  z.object({ kind: z.literal('listDisputed') }),
  z.object({ kind: z.literal('strangeFile'), device: device.nullable(), reason: refusal, count }),
  z.object({ kind: z.literal('manyRemovals'), device, count }),
  z.object({ kind: z.literal('booksDiffer'), device }),
  z.object({ kind: z.literal('otherFolder') }),
  z.object({ kind: z.literal('keysGone') }),
  z.object({ kind: z.literal('removed') }),
])

/** See shared/domain/sync-status.ts for what each cause means. */
export const syncStatus: z.ZodType<SyncStatus> = z.object({
  level: z.enum(['upToDate', 'waiting', 'repairing', 'attention']),
  causes: z.array(cause),
  lookedAt: z.string().nullable(),
  heard: z.record(z.string(), z.string().nullable()),
  ignored: z.object({ conflictCopies: z.int(), others: z.int() }),
})
