// That somebody or something waits for a decision, for the Overzicht.
import type { ModuleTask } from '../../../shared/contract/overview.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { peopleToGo, yearsToGo } from './waiting-to-go.ts'

export async function retentionTasks(db: Reader, today: Day): Promise<ModuleTask[]> {
  const count = (await peopleToGo(db, today)).length + (await yearsToGo(db, today)).length
  return count === 0 ? [] : [{ code: 'retentionWaiting', count, names: [], day: null, target: 'retention', id: null }]
}
