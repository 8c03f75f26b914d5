// One decision about one person or one book year: away for good, or kept until a day with a reason that stands beside it.
import { addMonths, type Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import { addRow, liveRow } from '../database/rows.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { rowsOf } from '../dues/rows.ts'
import { takeDetails } from '../members/take-details.ts'
import { RuleBroken } from '../rule-broken.ts'
import { erasePerson } from '../sync/merge/erase-person.ts'
import { writeErasure } from '../sync/merge/write-erasure.ts'
import { letGo, pastRows } from './past-rows.ts'
import { bookYearOf, peopleToGo, yearsToGo } from './waiting-to-go.ts'

/** Nobody is kept longer than the books themselves have to be. */
const longestMonths = 84

/** @throws RuleBroken notFound (not past their day), or what their details still wait for */
export async function letPersonGo(context: BookContext, personId: string): Promise<void> {
  const person = (await peopleToGo(context.db, context.today())).find(({ id }) => id === personId)
  if (!person) throw new RuleBroken('notFound', { table: 'person' })
  await (person.deleted_at === null ? takeDetails(context, personId) : erasePerson(context, personId))
}

/** What was written with money, and by whom; every amount stays. @throws RuleBroken notFound */
export async function letYearGo(context: BookContext, year: number): Promise<void> {
  const today = context.today()
  const waiting = (await yearsToGo(context.db, today)).find((each) => each.year === year)
  if (!waiting) throw new RuleBroken('notFound', { table: 'booking' })
  const rows = (await pastRows(context.db, 'withYear', today)).filter(({ goneOn }) => bookYearOf(goneOn) === year)
  await writeErasure(context, { kind: 'yearForgotten', details: { year, count: rows.length } }, (tx, { at }) =>
    letGo(tx, rows, at),
  )
}

export interface Keeping {
  readonly personId: string | null
  readonly year: number | null
  readonly until: Day
  readonly reason: string
}

/** In the place of an earlier word about the same. @throws RuleBroken keepTooLong, nextDayPast, notFound */
export async function keepLonger(
  context: BookContext,
  { personId, year, until, reason }: Keeping,
): Promise<{ id: string }> {
  const today = context.today()
  const last = addMonths(today, longestMonths)
  if (until <= today) throw new RuleBroken('nextDayPast', { field: 'until' })
  if (until > last) throw new RuleBroken('keepTooLong', { field: 'until', day: last })
  const id = context.newId()
  const subject = personId === null ? {} : { subject: { table: 'person' as const, id: personId } }
  await write(context, { kind: 'keptLonger', ...subject, details: { day: until } }, async (tx) => {
    await endKeeping(tx, context, '(person_id IS ?1 AND book_year IS ?2)', [personId, year])
    await addRow(tx, 'kept_longer', {
      ...{ id, person_id: personId, book_year: year },
      ...{ until_day: until, reason, decided_day: today },
    })
  })
  return { id }
}

/** It is asked again. */
export async function stopKeeping(context: BookContext, id: string): Promise<void> {
  const { person_id } = await liveRow(context.db, 'kept_longer', id)
  const subject = person_id === null ? {} : { subject: { table: 'person' as const, id: person_id } }
  await write(context, { kind: 'keptLongerEnded', ...subject }, (tx) => endKeeping(tx, context, 'id = ?1', [id]))
}

async function endKeeping(tx: Transaction, context: BookContext, which: string, values: readonly unknown[]) {
  await rowsOf(tx, `UPDATE kept_longer SET deleted_at = ?3 WHERE ${which} AND deleted_at IS NULL`, [
    values[0],
    values[1],
    context.now().toISOString(),
  ])
}
