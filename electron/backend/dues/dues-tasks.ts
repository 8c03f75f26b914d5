// That a book keeps dues and nobody pays any yet, for the Overzicht.
import type { ModuleTask } from '../../../shared/contract/overview.ts'
import type { Reader } from '../database/transaction.ts'
import { rowsOf } from './rows.ts'

export async function duesTasks(db: Reader): Promise<ModuleTask[]> {
  const [row] = await rowsOf<{ waits: number }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM book WHERE dues_enabled = 1)
      AND EXISTS (SELECT 1 FROM membership WHERE kind = 'lid' AND deleted_at IS NULL)
      AND NOT EXISTS (SELECT 1 FROM fee_agreement WHERE deleted_at IS NULL) AS waits`,
  )
  return row?.waits === 1 ? [{ code: 'duesNotBegun', count: 1, names: [], day: null, target: 'dues', id: null }] : []
}
