import BetterSqlite3 from 'better-sqlite3'
import { setSettings } from '../../../electron/backend/database/settings.ts'
import { doFolderTask } from '../../../electron/backend/sync/folder/folder-tasks.ts'
import { openSharedFolder } from '../../../electron/backend/sync/folder/shared-folder.ts'
import { openSyncPc, type SyncPc } from '../../support/sync/sync-pc.ts'

/** A PC on files of its own, with the settings of a real book and a real folder. */
export function openKillPc(book: string, root: string): SyncPc {
  const raw = new BetterSqlite3(book)
  setSettings(raw)
  const process = { ask: doFolderTask, end: async () => undefined }
  const folder = openSharedFolder({ root, writer: 'a1a1a1a1', process })
  return openSyncPc({ raw, folder, clock: () => new Date() })
}
