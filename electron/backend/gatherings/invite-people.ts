// Adding people to an invitation and taking them off it.

import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import { liveRow } from '../database/rows.ts'
import { write } from '../database/write.ts'
import { refuseRestricted } from '../rights/left-out.ts'
import { RuleBroken } from '../rule-broken.ts'
import { attendanceOf, everInvited, updateAttendance } from './attendance-queries.ts'
import { peopleById } from './invitation-queries.ts'
import { newInvitation } from './new-invitation.ts'

/** Invites these people too. Who is invited already stays as they are. @throws RuleBroken notFound, useRestricted */
export async function invitePeople(
  context: BookContext,
  gatheringId: string,
  personIds: readonly string[],
): Promise<{ invited: number }> {
  const ids = [...new Set(personIds)]
  return write(
    context,
    { kind: 'peopleInvited', subject: { table: 'gathering', id: gatheringId }, details: { count: ids.length } },
    async (tx) => {
      const gathering = await liveRow(tx, 'gathering', gatheringId)
      const known = await everInvited(tx, gatheringId)
      const people = await peopleById(tx, ids, gathering.day)
      if (people.length < ids.length) throw new RuleBroken('notFound', { table: 'person' })
      await refuseRestricted(tx, ids)
      const added = people.filter((person) => !known.has(person.personId))
      await insertRows(
        tx,
        'attendance',
        added.map((person) => newInvitation(context.newId(), gatheringId, person)),
      )
      // One row per person and gathering for good: an invitation taken back begins anew on its own row.
      const returning = people.filter((person) => known.get(person.personId)?.deleted_at)
      for (const person of returning) {
        const row = known.get(person.personId)
        if (!row) continue
        const { id, gathering_id, person_id, ...fresh } = newInvitation(row.id, gatheringId, person)
        await updateAttendance(tx, id, { ...fresh, reason: null, attention: null, deleted_at: null })
      }
      return { invited: added.length + returning.length }
    },
  )
}

/** Takes somebody off the invitation, with what was marked. */
export async function uninvitePerson(context: BookContext, gatheringId: string, personId: string): Promise<void> {
  await write(context, { kind: 'personUninvited', subject: { table: 'person', id: personId } }, async (tx) => {
    await liveRow(tx, 'gathering', gatheringId)
    const row = await attendanceOf(tx, gatheringId, personId)
    await updateAttendance(tx, row.id, { deleted_at: context.now().toISOString() })
  })
}
