// What went wrong, written down: also what need not be reported (article 33, paragraph 5).
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { breachedData, breachKinds, breachLocks } from '../../../shared/domain/person-rights.ts'
import type { BookContext } from '../context.ts'
import { putRow, saveRow } from '../database/rows.ts'
import { write } from '../database/write.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { PrivacySettings } from './privacy-queries.ts'
import { privacySettingsId } from './privacy-table.ts'

export interface BreachDraft {
  readonly kind: (typeof breachKinds)[number]
  readonly happenedDay: Day | null
  readonly foundAt: string
  readonly what: string
  readonly kinds: readonly (typeof breachedData)[number][]
  readonly people: number
  readonly isLocked: (typeof breachLocks)[number]
  readonly measures: string | null
  readonly toldAuthorityDay: Day | null
  readonly toldPeopleDay: Day | null
  readonly whyNot: string | null
  readonly closedDay: Day | null
}

/** @param id null for a new one. @throws RuleBroken notFound, dayInFuture with the field */
export async function saveBreach(context: BookContext, id: string | null, draft: BreachDraft): Promise<{ id: string }> {
  if (draft.foundAt > context.now().toISOString()) throw new RuleBroken('dayInFuture', { field: 'foundDay' })
  for (const field of ['happenedDay', 'toldAuthorityDay', 'toldPeopleDay', 'closedDay'] as const)
    refuseFuture(context.today(), draft[field], field)
  const values = {
    kind: draft.kind,
    happened_day: draft.happenedDay,
    found_at: draft.foundAt,
    what: draft.what,
    kinds: draft.kinds.join(' '),
    people: draft.people,
    is_locked: draft.isLocked,
    measures: draft.measures,
    told_authority_day: draft.toldAuthorityDay,
    told_people_day: draft.toldPeopleDay,
    why_not: draft.whyNot,
    closed_day: draft.closedDay,
  }
  return saveRow(context, 'data_breach', id, values, { kind: id === null ? 'breachRecorded' : 'breachChanged' })
}

/** @throws RuleBroken dayInFuture */
export async function savePrivacySettings(context: BookContext, settings: PrivacySettings): Promise<void> {
  refuseFuture(context.today(), settings.assessedDay, 'assessedDay')
  await write(context, { kind: 'privacySettled' }, async (tx) => {
    const known = await tx
      .selectFrom('privacy_settings')
      .select('id')
      .where('id', '=', privacySettingsId)
      .executeTakeFirst()
    await putRow(
      tx,
      'privacy_settings',
      { id: privacySettingsId, isNew: known === undefined },
      {
        ...{ contact: settings.contact, assessed_day: settings.assessedDay, assessed_by: settings.assessedBy },
        months_after_leaving: settings.monthsAfterLeaving,
      },
    )
  })
}
