// Keeping two books in step through a shared folder: what a screen is told of it.
import { z } from 'zod'
import { sharedParts, sharingRoles } from '../domain/sharing-role.ts'
import { spokenWordCount } from '../domain/spoken-words.ts'
import type { SyncStatus } from '../domain/sync-status.ts'
import { bookStatus } from './books.ts'
import { command, query } from './method.ts'

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
  z.object({ kind: z.literal('folderTooLarge') }),
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
  z.object({ kind: z.literal('clockAhead'), device, count }),
  z.object({ kind: z.literal('sealingBroken') }),
  z.object({ kind: z.literal('keysGone') }),
  z.object({ kind: z.literal('removed') }),
])

/** See shared/domain/sync-status.ts for what each cause means. */
const syncStatus: z.ZodType<SyncStatus> = z.object({
  level: z.enum(['upToDate', 'waiting', 'repairing', 'attention']),
  causes: z.array(cause),
  lookedAt: z.string().nullable(),
  heard: z.record(z.string(), z.string().nullable()),
  ignored: z.object({ conflictCopies: z.int(), others: z.int() }),
})

const place = z.string().trim().min(1).max(1000)
const personName = z.string().trim().min(1).max(100)
const parts = z.array(z.enum(sharedParts))

const sharing = z.object({
  /** joining: this computer answered an invitation and waits to be let in. */
  state: z.enum(['off', 'joining', 'on']),
  folder: z.string().nullable(),
  /** May invite people and take them off. */
  isAdmin: z.boolean(),
  /** null before the first look. */
  status: syncStatus.nullable(),
  devices: z.array(
    z.object({
      id: device,
      name: z.string(),
      parts,
      isAdmin: z.boolean(),
      isHere: z.boolean(),
      heardAt: z.string().nullable(),
      /** Whether what was erased for good is gone there, old files included; null while nothing was. */
      hasForgotten: z.boolean().nullable(),
    }),
  ),
  invitations: z.array(
    z.object({
      id: z.string(),
      invited: z.string(),
      role: z.enum(sharingRoles),
      until: z.string(),
      answer: z.object({ name: z.string(), words: z.array(z.string()) }).nullable(),
      /** Two answered: somebody else knows the words. */
      isSpoilt: z.boolean(),
    }),
  ),
  /** Two took each other off: whom the recovery sheet can let go on, this computer among them. Empty when there is no such dispute. */
  disputed: z.array(z.object({ id: device, name: z.string(), isHere: z.boolean() })),
  joining: z.object({ bookName: z.string(), inviter: z.string(), words: z.array(z.string()) }).nullable(),
})

const nothing = z.strictObject({})
const aDevice = z.strictObject({ device: z.string().max(40) })
const anInvitation = z.strictObject({ invitation: z.string().max(40) })

export const sync = {
  state: query(nothing, sharing),
  /** Begins to keep this book together, in an empty folder. */
  begin: command(z.strictObject({ folder: place, name: personName }), sharing),
  /**
   * `words`: to say over the telephone; kept nowhere. `file`: the invitation as it lies in the folder, for whoever gets it by mail or on
   * a stick sooner.
   */
  invite: command(
    z.strictObject({ invited: personName, role: z.enum(sharingRoles) }),
    z.object({ words: z.array(z.string()), file: z.string() }),
  ),
  /** The two words are on both screens. */
  confirm: command(anInvitation, sharing),
  withdraw: command(anInvitation, sharing),
  /** On a computer without a book. */
  join: command(
    z.strictObject({
      folder: place,
      name: personName,
      words: z.array(z.string().max(60)).length(spokenWordCount),
      /** A received file with the invitation; without it the folder is looked through. */
      invitation: z.string().max(64).optional(),
    }),
    bookStatus,
  ),
  stopJoining: command(nothing, bookStatus),
  /** The others go on; this computer keeps the book as it is. */
  leave: command(nothing, sharing),
  remove: command(z.strictObject({ device: z.string().max(40), folder: place }), sharing),
  makeAdmin: command(aDevice, sharing),
  /** That computer sees the whole book and may invite and take off: a successor. */
  handOver: command(aDevice, sharing),
  /** Ends a dispute by the line of the recovery sheet: this computer goes on, and those named. */
  settle: command(z.strictObject({ line: z.string().max(1000), keep: z.array(z.string().max(40)).max(15) }), sharing),
  moveTo: command(z.strictObject({ folder: place }), sharing),
  /** People are to be removed, as the other computer says. */
  release: command(aDevice, sharing),
  repair: command(nothing, sharing),
  look: command(nothing, sharing),
}
