// "Get in touch?" One question per absentee; yes makes one follow-up, no makes none.

import { followUpDays, isAbsent } from '../../../shared/domain/attendance.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import { liveRow } from '../database/rows.ts'
import { write } from '../database/write.ts'
import {
  insertFollowUp,
  lapseFollowUpsAfter,
  openFollowUpOf,
  seatHoldersNear,
} from '../follow-ups/follow-up-queries.ts'
import { refuseDeceased } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { attendanceOf, updateAttendance } from './attendance-queries.ts'

/**
 * Yes: the contact person of the person's group looks in within two weeks; where that is the person themself or the seat is empty,
 * the deputy; else whoever sits at the keyboard. All of it can be changed afterwards. No: what was agreed lapses.
 */
export async function answerContact(
  context: BookContext,
  input: { gatheringId: string; personId: string; contact: boolean },
): Promise<void> {
  const { gatheringId, personId, contact } = input
  await write(
    context,
    {
      kind: 'contactAnswered',
      subject: { table: 'person', id: personId },
      details: { answer: contact ? 'yes' : 'no' },
    },
    async (tx) => {
      await liveRow(tx, 'gathering', gatheringId)
      const row = await attendanceOf(tx, gatheringId, personId)
      if (!isAbsent(row.status)) throw new RuleBroken('personNotAbsent')
      await updateAttendance(tx, row.id, { attention: contact ? 1 : 0 })
      if (!contact) {
        await lapseFollowUpsAfter(tx, gatheringId, personId)
        return
      }
      if (await openFollowUpOf(tx, gatheringId, personId)) return
      await refuseDeceased(tx, personId)
      const today = context.today()
      const [owner] = await seatHoldersNear(tx, personId, today)
      await insertFollowUp(tx, {
        id: context.newId(),
        person_id: personId,
        gathering_id: gatheringId,
        owner_person_id: owner?.personId ?? null,
        owner_name: owner ? null : context.actor(),
        due_day: addDays(today, followUpDays),
        state: 'open',
        done_day: null,
        how: null,
      })
    },
  )
}
