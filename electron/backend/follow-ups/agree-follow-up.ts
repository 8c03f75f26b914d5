// Agreeing that somebody looks in on a neighbour, changing that, and closing it.
import type { ContactWay } from '../../../shared/domain/attendance.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { ContactResult } from '../../../shared/domain/care.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { refuseDeceased } from '../members/person-queries.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { followUpById, insertFollowUp, openFollowUpOf, updateFollowUp } from './follow-up-queries.ts'

export interface Agreement {
  readonly ownerPersonId: string | null
  readonly ownerName: string | null
  readonly dueDay: Day
  readonly how: ContactWay | null
}

/** One open follow-up per person and gathering: a second one would send two neighbours to the same door. */
export async function planFollowUp(
  context: BookContext,
  input: Agreement & { readonly personId: string; readonly gatheringId: string | null },
): Promise<{ id: string }> {
  const { personId, gatheringId } = input
  const id = context.newId()
  await write(context, { kind: 'followUpPlanned', subject: { table: 'person', id: personId } }, async (tx) => {
    await refuseMissingPerson(tx, personId, 'personId')
    await refuseDeceased(tx, personId)
    await refuseMissingPerson(tx, input.ownerPersonId, 'ownerPersonId')
    if (gatheringId !== null && (await openFollowUpOf(tx, gatheringId, personId))) {
      throw new RuleBroken('followUpAlreadyOpen')
    }
    await insertFollowUp(tx, {
      id,
      person_id: personId,
      gathering_id: gatheringId,
      ...columnsOf(input),
      state: 'open',
      done_day: null,
    })
  })
  return { id }
}

export async function changeFollowUp(context: BookContext, input: Agreement & { readonly id: string }): Promise<void> {
  const followUp = await followUpById(context.db, input.id)
  await write(
    context,
    { kind: 'followUpChanged', subject: { table: 'person', id: followUp.person_id } },
    async (tx) => {
      await refuseClosed(tx, input.id)
      await refuseMissingPerson(tx, input.ownerPersonId, 'ownerPersonId')
      await updateFollowUp(tx, input.id, columnsOf(input))
    },
  )
}

/** Somebody has been in touch. What was said is nobody's business but theirs: only the day, the way and one word are kept. */
export async function finishFollowUp(
  context: BookContext,
  input: { id: string; doneDay: Day; how: ContactWay | null; outcome: ContactResult | null },
): Promise<void> {
  refuseFuture(context.today(), input.doneDay, 'doneDay', 'doneInFuture')
  const followUp = await followUpById(context.db, input.id)
  await write(context, { kind: 'followUpDone', subject: { table: 'person', id: followUp.person_id } }, async (tx) => {
    await refuseClosed(tx, input.id)
    await updateFollowUp(tx, input.id, {
      state: 'gedaan',
      done_day: input.doneDay,
      how: input.how,
      outcome: input.outcome,
    })
  })
}

export async function lapseFollowUp(context: BookContext, id: string): Promise<void> {
  const followUp = await followUpById(context.db, id)
  await write(context, { kind: 'followUpLapsed', subject: { table: 'person', id: followUp.person_id } }, async (tx) => {
    await refuseClosed(tx, id)
    await updateFollowUp(tx, id, { state: 'vervallen' })
  })
}

function columnsOf({ ownerPersonId, ownerName, dueDay, how }: Agreement) {
  return {
    owner_person_id: ownerPersonId,
    owner_name: ownerPersonId === null ? ownerName || null : null,
    due_day: dueDay,
    how,
  }
}

async function refuseClosed(db: Reader, id: string): Promise<void> {
  const followUp = await followUpById(db, id)
  if (followUp.state !== 'open') throw new RuleBroken('followUpClosed')
}

async function refuseMissingPerson(db: Reader, id: string | null, field: string): Promise<void> {
  if (id === null) return
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table: 'person', field })
}
