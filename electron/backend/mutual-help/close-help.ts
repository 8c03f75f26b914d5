import type { Day } from '../../../shared/domain/calendar-date.ts'
import { waitingStates } from '../../../shared/domain/mutual-help.ts'
import type { Transaction } from '../database/transaction.ts'

/**
 * Whoever died or went to the Prullenbak asks nothing any more, nobody comes to work at their house, and what they would do waits for
 * another. What was done stays.
 */
export async function closeHelpOf(
  tx: Transaction,
  personId: string,
  { day, at }: { readonly day: Day; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('help_request')
    .set({ state: 'ingetrokken', closed_day: day })
    .where('person_id', '=', personId)
    .where('state', 'in', [...waitingStates])
    .where('deleted_at', 'is', null)
    .execute()
  await tx
    .updateTable('help_request')
    .set({ state: 'open', helper_person_id: null })
    .where('helper_person_id', '=', personId)
    .where('state', 'in', [...waitingStates])
    .where('deleted_at', 'is', null)
    .execute()
  await tx
    .updateTable('help_job')
    .set({ state: 'afgelast' })
    .where('person_id', '=', personId)
    .where('state', '=', 'gepland')
    .where('deleted_at', 'is', null)
    .execute()
  await tx
    .updateTable('help_job_member')
    .set({ deleted_at: at })
    .where('person_id', '=', personId)
    .where('deleted_at', 'is', null)
    .where('job_id', 'in', (eb) =>
      eb.selectFrom('help_job').select('help_job.id').where('help_job.state', '=', 'gepland'),
    )
    .execute()
}
