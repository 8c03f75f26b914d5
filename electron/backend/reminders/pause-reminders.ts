import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { PauseKind } from '../../../shared/domain/reminder-rules.ts'
import type { BookContext } from '../context.ts'
import { write } from '../database/write.ts'
import type { PayerRef } from '../dues/payer-accounts.ts'
import { subjectOf } from '../dues/record-payment.ts'
import { RuleBroken } from '../rule-broken.ts'

export interface Pause {
  readonly payer: PayerRef
  readonly kind: PauseKind
  readonly reason: string | null
  /** First day on which letters may go again. */
  readonly untilDay: Day | null
}

/** No letters to somebody for a while, or until it is ended. @throws RuleBroken notFound, pauseNeedsDay, pauseInPast */
export async function pauseReminders(context: BookContext, { payer, kind, reason, untilDay }: Pause) {
  if (kind === 'pause' && untilDay === null) throw new RuleBroken('pauseNeedsDay', { field: 'untilDay' })
  if (untilDay !== null && untilDay <= context.today()) throw new RuleBroken('pauseInPast', { field: 'untilDay' })
  const id = context.newId()
  const subject = await subjectOf(context.db, payer)
  await write(context, { kind: 'remindersPaused', subject }, async (tx) => {
    const found = await tx
      .selectFrom(payer.kind)
      .select('id')
      .where('id', '=', payer.id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (!found) throw new RuleBroken('notFound', { table: payer.kind })
    const whose =
      payer.kind === 'person'
        ? { person_id: payer.id, household_id: null }
        : { person_id: null, household_id: payer.id }
    await tx
      .insertInto('reminder_pause')
      .values({ id, ...whose, kind, reason, until_day: untilDay, deleted_at: null })
      .execute()
  })
  return { id }
}

/** Letters may go again. @throws RuleBroken notFound */
export async function endPause(context: BookContext, id: string): Promise<void> {
  const pause = await context.db
    .selectFrom('reminder_pause')
    .select(['person_id', 'household_id'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!pause) throw new RuleBroken('notFound', { table: 'reminder_pause' })
  const subject = await subjectOf(
    context.db,
    pause.person_id === null
      ? { kind: 'household', id: pause.household_id ?? '' }
      : { kind: 'person', id: pause.person_id },
  )
  await write(context, { kind: 'reminderPauseEnded', subject }, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('reminder_pause')
      .set({ deleted_at: context.now().toISOString() })
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .executeTakeFirstOrThrow()
    // Another window may have ended it since it was read.
    if (numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table: 'reminder_pause' })
  })
}
