// That somebody or something waits for a decision, for the Overzicht.
import type { ModuleTask } from '../../../shared/contract/overview.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { askedAbout, peopleToGo, yearsToGo } from './waiting-to-go.ts'

export async function retentionTasks(db: Reader, today: Day): Promise<ModuleTask[]> {
  const where = { names: [], day: null, target: 'retention' as const, id: null }
  const asked = (await askedAbout(db, today)) ?? []
  const decisions = (await peopleToGo(db, today)).length + (await yearsToGo(db, today)).length
  return [
    ...(asked.length > 0
      ? [{ code: 'lettingGoAsked' as const, count: asked.reduce((sum, { count }) => sum + count, 0), ...where }]
      : []),
    ...(decisions > 0 ? [{ code: 'retentionWaiting' as const, count: decisions, ...where }] : []),
  ]
}
