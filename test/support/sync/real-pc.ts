// A PC with a real book, real merging and a real folder on the disk; only the key store is left out.
import { randomBytes } from 'node:crypto'
import type { BookContext } from '../../../electron/backend/context.ts'
import { doFolderTask } from '../../../electron/backend/sync/folder/folder-tasks.ts'
import { openSharedFolder } from '../../../electron/backend/sync/folder/shared-folder.ts'
import { createSyncLoop, type SyncLoop } from '../../../electron/backend/sync/folder/sync-loop.ts'
import type { SyncOptions } from '../../../electron/backend/sync/folder/sync-options.ts'
import { createMerge } from '../../../electron/backend/sync/merge/create-merge.ts'
import { timeOrderedId } from '../../../electron/backend/time-ordered-id.ts'
import { type OpenTestBook, openTestBook } from '../open-book.ts'
import { openWay } from './sync-pc.ts'

export interface RealPc {
  readonly book: OpenTestBook
  readonly context: BookContext
  readonly options: SyncOptions
  readonly loop: SyncLoop
  readonly close: () => Promise<void>
}

export async function openRealPc(root: string, device: string, clock = () => new Date()): Promise<RealPc> {
  const book = await openTestBook({ device, isEmpty: device !== 'first' })
  // Ids as the program makes them: those of tests compress too well.
  const context = { ...book.context, newId: timeOrderedId, now: clock }
  const process = { ask: doFolderTask, end: async () => undefined }
  const options: SyncOptions = {
    db: context.db,
    device,
    actor: () => null,
    now: clock,
    newId: timeOrderedId,
    announce: () => undefined,
    assertWhole: () => undefined,
    merge: createMerge(context),
    openFolder: (folder, writer) => openSharedFolder({ root: folder, writer, process }),
    way: openWay,
    keyFolder: root,
    appVersion: '0.1.0',
    newDeviceId: () => randomBytes(4).toString('hex'),
    awaitedRecipients: async () => new Set(),
    countRemovals: async () => ({ removed: 0, of: 100 }),
  }
  return { book, context, options, loop: createSyncLoop(options), close: () => book.close() }
}
