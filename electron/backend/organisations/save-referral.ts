import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { ReferralOutcome } from '../../../shared/domain/organisation.ts'
import type { BookContext } from '../context.ts'
import { saveRow } from '../database/rows.ts'
import { RuleBroken } from '../rule-broken.ts'

export interface NewReferral {
  readonly id: string | null
  readonly organisationId: string
  readonly day: Day
  readonly outcome: ReferralOutcome
}

/** Somebody was pointed to an organisation, or what came of it is known now. @throws RuleBroken dayInFuture, notFound */
export async function saveReferral(context: BookContext, referral: NewReferral): Promise<{ readonly id: string }> {
  const { id, organisationId, day, outcome } = referral
  const today = context.today()
  if (day > today) throw new RuleBroken('dayInFuture', { field: 'day' })
  const before =
    id === null
      ? undefined
      : await context.db
          .selectFrom('organisation_referral')
          .select(['outcome', 'outcome_day'])
          .where('id', '=', id)
          .executeTakeFirst()
  const known = before?.outcome === outcome ? (before.outcome_day ?? today) : today
  const values = {
    organisation_id: organisationId,
    day,
    outcome,
    outcome_day: outcome === 'open' ? null : known < day ? day : known,
  }
  return saveRow(context, 'organisation_referral', id, values, {
    kind: 'referralSaved',
    subject: { table: 'organisation', id: organisationId },
  })
}
