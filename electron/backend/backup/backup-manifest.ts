// The small file beside every copy: what is in it, and the hash that shows whether it still is.
import { z } from 'zod'
import type { BackupSummary } from '../../../shared/contract/backups.ts'
import { backupSummary } from '../../../shared/contract/backups.ts'

export const backupManifest = z.object({
  format: z.literal(1),
  ...backupSummary.shape,
  id: z.string().regex(/^boek-[0-9]{8}-[0-9]{6}(-[0-9]{1,4})?$/),
  /** Version of the tables in the copy. */
  version: z.int(),
  /** Last action in it: a book with the same one has not changed since. */
  lastAction: z.string(),
  /** Rows per table. */
  rows: z.record(z.string(), z.int()),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

export type BackupManifest = z.output<typeof backupManifest>

/** What the user sees of it. */
export function summaryOf(manifest: BackupManifest): BackupSummary {
  const { id, madeAt, reason, bookName, counts, size, appVersion, shrunk } = manifest
  return { id, madeAt, reason, bookName, counts, size, appVersion, shrunk }
}

const journalTables = new Set(['action', 'change', 'current_action'])

/** Rows that hold the association's own work; the journal only grows and would hide that the rest is gone. */
export function ownRows(rows: Readonly<Record<string, number>>): number {
  let total = 0
  for (const [table, count] of Object.entries(rows)) if (!journalTables.has(table)) total += count
  return total
}
