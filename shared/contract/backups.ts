// Reservekopieen: copies of the book on this computer, each checked before it counts.
import { z } from 'zod'
import { command, query } from './method.ts'

/** Why a copy was made. */
export const backupReasons = ['start', 'hourly', 'asked', 'import', 'migration', 'restore', 'update'] as const

/** What the book held when the copy was made. */
export const backupCounts = z.object({
  people: z.int(),
  households: z.int(),
  neighbourhoods: z.int(),
  gatherings: z.int(),
  payments: z.int(),
})

export const backupSummary = z.object({
  /** Also the name of its file without ".db". */
  id: z.string(),
  /** ISO instant in UTC. */
  madeAt: z.string(),
  reason: z.enum(backupReasons),
  bookName: z.string().nullable(),
  counts: backupCounts,
  /** Bytes. */
  size: z.int(),
  appVersion: z.string(),
  /** This copy holds fewer than half of the rows of the copy before it; that one is kept beside it. */
  shrunk: z.boolean(),
})

export const backups = {
  list: query(
    z.strictObject({}),
    z.object({
      /** Newest first. */
      backups: z.array(backupSummary),
      /** Where they are, to show to the user. */
      folder: z.string(),
      /** Whether this shell can open that folder in the file manager. */
      canShowFolder: z.boolean(),
      /** The last copy that could not be made: an error code, and when. */
      failure: z.object({ code: z.string(), at: z.string() }).nullable(),
    }),
  ),
  /** Makes a copy now. `made` is false when nothing changed since the newest copy, which is then the answer. */
  make: command(z.strictObject({}), z.object({ made: z.boolean(), backup: backupSummary })),
  /** Puts the book back as it was in a copy; a copy of the present state is made first. */
  restore: command(z.strictObject({ backupId: z.string().max(100) }), backupSummary),
  showFolder: command(z.strictObject({}), z.object({})),
}

export type BackupSummary = z.output<typeof backupSummary>
export type BackupCounts = z.output<typeof backupCounts>
export type BackupReason = (typeof backupReasons)[number]
