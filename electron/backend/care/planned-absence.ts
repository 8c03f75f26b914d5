// Away for longer [Langer weg]: nobody needs to wonder, and nobody is asked to look in.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { type AbsenceWhy, type Consent, careUntil, isSpecialWhy } from '../../../shared/domain/care.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Row } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { findLivePerson, nameOf } from '../members/person-queries.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { consentValues } from './consent-columns.ts'

export interface NewAbsence {
  readonly personId: string
  readonly from: Day
  readonly until: Day | null
  readonly why: AbsenceWhy | null
  readonly consent: Consent | null
}

/** @throws RuleBroken dayBeforeStart, consentNeeded, notFound */
export async function planAway(context: BookContext, absence: NewAbsence): Promise<{ id: string }> {
  const { personId, from, until, why } = absence
  const consent = why !== null && isSpecialWhy(why) ? absence.consent : null
  if (why !== null && isSpecialWhy(why) && !consent) throw new RuleBroken('consentNeeded', { field: 'why' })
  refuseFuture(context.today(), consent?.day ?? null, 'consent.day')
  refuseBackwards(from, until)
  const id = context.newId()
  await write(context, { kind: 'awayPlanned' }, async (tx) => {
    await findLivePerson(tx, personId)
    await insertRows(tx, 'planned_absence', [{ id, person_id: personId, from_day: from, until_day: until }])
    if (why !== null)
      await insertRows(tx, 'planned_absence_why', [
        {
          ...{ id, planned_absence_id: id, person_id: personId, why, expires_day: careUntil(context.today()) },
          ...consentValues(consent),
        },
      ])
  })
  return { id }
}

export async function changeAway(
  context: BookContext,
  { id, from, until }: { readonly id: string; readonly from: Day; readonly until: Day | null },
): Promise<void> {
  refuseBackwards(from, until)
  await write(context, { kind: 'awayChanged' }, (tx) => updateAbsence(tx, id, { from_day: from, until_day: until }))
}

/** It was a mistake, or they are back. Undo brings it back as long as the bin keeps things. */
export async function removeAway(context: BookContext, id: string): Promise<void> {
  const deleted_at = context.now().toISOString()
  await write(context, { kind: 'awayRemoved' }, async (tx) => {
    await updateAbsence(tx, id, { deleted_at })
    await tx
      .updateTable('planned_absence_why')
      .set({ deleted_at })
      .where('planned_absence_id', '=', id)
      .where('deleted_at', 'is', null)
      .execute()
  })
}

export interface Away {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly from: Day
  readonly until: Day | null
  readonly why: AbsenceWhy | null
}

/** Those who are away or will be, by the first day. */
export async function absencesFrom(db: Reader, today: Day, personId?: string): Promise<Away[]> {
  let query = db
    .selectFrom('planned_absence as a')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .leftJoin('planned_absence_why as w', (join) =>
      join.onRef('w.planned_absence_id', '=', 'a.id').on('w.deleted_at', 'is', null),
    )
    .select(['a.id', 'a.person_id', 'a.from_day', 'a.until_day', 'w.why'])
    .select(['p.first_name', 'p.infix', 'p.last_name', 'p.called'])
    .where('a.deleted_at', 'is', null)
    .where('p.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('a.until_day', 'is', null), eb('a.until_day', '>', today)]))
    .orderBy('a.from_day')
    .orderBy('a.id')
  if (personId !== undefined) query = query.where('a.person_id', '=', personId)
  return (await query.execute()).map((row) => ({
    id: row.id,
    personId: row.person_id,
    personName: nameOf(row),
    from: row.from_day,
    until: row.until_day,
    why: row.why,
  }))
}

/** Who is away on a day, with the first day they are back where that is known: nobody asks after them. */
export async function peopleAwayOn(db: Reader, day: Day): Promise<ReadonlyMap<string, Day | null>> {
  const rows = await db
    .selectFrom('planned_absence')
    .select(['person_id', 'until_day'])
    .where('deleted_at', 'is', null)
    .where('from_day', '<=', day)
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>', day)]))
    .orderBy('until_day')
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.until_day]))
}

async function updateAbsence(tx: Transaction, id: string, values: Partial<Omit<Row<'planned_absence'>, 'id'>>) {
  const result = await tx
    .updateTable('planned_absence')
    .set(values)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (result.numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table: 'planned_absence' })
}

function refuseBackwards(from: Day, until: Day | null): void {
  if (until !== null && until <= from) throw new RuleBroken('dayBeforeStart', { field: 'until', from })
}
