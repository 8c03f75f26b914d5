// What kept somebody from coming. Of the same table are counted the things that stood in the way of many.
import { type AbsenceCause, type Consent, careUntil, isSpecialCause } from '../../../shared/domain/care.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Reader } from '../database/transaction.ts'
import { inIds } from '../members/person-queries.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { writeOver } from '../sync/merge/write-erasure.ts'
import { consentValues } from './consent-columns.ts'

export interface CauseOfAbsence {
  readonly gatheringId: string
  readonly personId: string
  readonly cause: AbsenceCause | null
  readonly consent: Consent | null
}

/** One per person and gathering; null takes it away. @throws RuleBroken consentNeeded, notFound */
export async function setCause(context: BookContext, input: CauseOfAbsence): Promise<void> {
  const { gatheringId, personId, cause } = input
  const consent = cause !== null && isSpecialCause(cause) ? input.consent : null
  if (cause !== null && isSpecialCause(cause) && !consent) throw new RuleBroken('consentNeeded', { field: 'cause' })
  refuseFuture(context.today(), consent?.day ?? null, 'consent.day')
  await writeOver(context, { kind: 'absenceCauseSet' }, async (tx) => {
    const invited = await tx
      .selectFrom('attendance')
      .select('id')
      .where('gathering_id', '=', gatheringId)
      .where('person_id', '=', personId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (!invited) throw new RuleBroken('notFound', { table: 'attendance' })
    const present = await tx
      .selectFrom('absence_cause')
      .select('id')
      .where('gathering_id', '=', gatheringId)
      .where('person_id', '=', personId)
      .where('deleted_at', 'is', null)
      .execute()
    const ids = present.map(({ id }) => id)
    const expires_day = careUntil(context.today())
    if (cause === null) await tx.deleteFrom('absence_cause').where('id', 'in', inIds(ids)).execute()
    else if (ids.length > 0)
      await tx
        .updateTable('absence_cause')
        .set({ cause, expires_day, ...consentValues(consent) })
        .where('id', 'in', inIds(ids))
        .execute()
    else
      await insertRows(tx, 'absence_cause', [
        {
          ...{ id: context.newId(), gathering_id: gatheringId, person_id: personId, cause, expires_day },
          ...consentValues(consent),
        },
      ])
    return { table: 'absence_cause', ids }
  })
}

export async function causesOf(db: Reader, gatheringId: string): Promise<{ personId: string; cause: AbsenceCause }[]> {
  const rows = await db
    .selectFrom('absence_cause')
    .select(['person_id', 'cause'])
    .where('gathering_id', '=', gatheringId)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute()
  return [...new Map(rows.map((row) => [row.person_id, { personId: row.person_id, cause: row.cause }])).values()]
}
