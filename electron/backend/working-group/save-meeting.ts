import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { LeaderMeetingKind } from '../../../shared/domain/working-group.ts'
import type { BookContext } from '../context.ts'
import { joinExactly, putRow } from '../database/rows.ts'
import { write } from '../database/write.ts'

export interface LeaderMeeting {
  readonly id: string | null
  readonly kind: LeaderMeetingKind
  readonly day: Day
  readonly topic: string | null
  readonly place: string | null
  readonly note: string | null
  /** The role terms that were there. */
  readonly termIds: readonly string[]
}

/** A meeting with exactly the roles that were there, in one action. */
export async function saveMeeting(context: BookContext, meeting: LeaderMeeting): Promise<{ readonly id: string }> {
  const id = meeting.id ?? context.newId()
  await write(context, { kind: 'leaderMeetingSaved', details: { day: meeting.day } }, async (tx) => {
    await putRow(
      tx,
      'leader_meeting',
      { id, isNew: meeting.id === null },
      {
        kind: meeting.kind,
        day: meeting.day,
        topic: meeting.topic,
        place: meeting.place,
        note: meeting.note,
      },
    )
    const there = { name: 'leader_attendance', owner: ['meeting_id', id], other: 'role_term_id' } as const
    await joinExactly(tx, context, there, meeting.termIds)
  })
  return { id }
}
