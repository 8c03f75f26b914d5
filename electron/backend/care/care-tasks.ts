// What care asks attention for on the Overzicht: how many, and never who.
import type { ModuleTask } from '../../../shared/contract/overview.ts'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import { careWarningDays } from '../../../shared/domain/care.ts'
import type { Reader } from '../database/transaction.ts'
import { rowsOf } from '../dues/rows.ts'

export async function careTasks(db: Reader, today: Day): Promise<ModuleTask[]> {
  const open = "FROM signal WHERE state = 'open' AND deleted_at IS NULL AND expires_day > ?1"
  const found = async (code: ModuleTask['code'], statement: string, values: readonly string[]) => {
    const [row] = await rowsOf<{ count: number; day: Day | null }>(db, statement, values)
    return row && row.count > 0
      ? [{ code, count: row.count, names: [], day: row.day, target: 'care' as const, id: null }]
      : []
  }
  return [
    ...(await found('signalsDue', `SELECT count(*) AS count, min(next_day) AS day ${open} AND next_day <= ?1`, [
      today,
    ])),
    ...(await found(
      'signalsWithoutOwner',
      `SELECT count(*) AS count, NULL AS day ${open} AND owner_name IS NULL AND NOT EXISTS
        (SELECT 1 FROM person o WHERE o.id = signal.owner_person_id AND o.deleted_at IS NULL)`,
      [today],
    )),
    ...(await found(
      'signalsEnding',
      `SELECT count(*) AS count, min(expires_day) AS day ${open} AND expires_day <= ?2`,
      [today, addDays(today, careWarningDays)],
    )),
  ]
}
