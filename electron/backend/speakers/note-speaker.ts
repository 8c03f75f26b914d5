// Who speaks or tells a story. Without their consent there is no row: then the theme alone is written down.

import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { SpeakerKind } from '../../../shared/domain/speakers.ts'
import type { BookContext } from '../context.ts'
import { addRow, liveRow, removeRow } from '../database/rows.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { nameOf } from '../members/person-queries.ts'
import { refuseFuture } from '../refuse-future.ts'

export interface NewSpeaker {
  readonly gatheringId: string
  readonly kind: SpeakerKind
  readonly personId: string | null
  readonly name: string
  readonly topic: string
  readonly consentDay: Day
}

export async function addSpeaker(context: BookContext, speaker: NewSpeaker): Promise<{ id: string }> {
  const { gatheringId, kind, personId, name, topic, consentDay } = speaker
  refuseFuture(context.today(), consentDay, 'consentDay')
  const id = context.newId()
  return write(
    context,
    { kind: 'speakerAdded', subject: { table: 'gathering', id: gatheringId }, details: { kind } },
    async (tx) => {
      await addRow(tx, 'speaker', {
        id,
        gathering_id: gatheringId,
        kind,
        person_id: personId,
        name: personId === null ? name : null,
        topic: topic || null,
        consent_day: consentDay,
      })
      return { id }
    },
  )
}

export async function removeSpeaker(context: BookContext, id: string): Promise<void> {
  const { gathering_id } = await liveRow(context.db, 'speaker', id)
  await removeRow(
    context,
    { name: 'speaker', id },
    { kind: 'speakerRemoved', subject: { table: 'gathering', id: gathering_id } },
  )
}

export async function speakersAt(db: Reader, gatheringId: string) {
  const rows = await db
    .selectFrom('speaker')
    .leftJoin('person', 'person.id', 'speaker.person_id')
    .selectAll('speaker')
    .select(['person.first_name', 'person.infix', 'person.last_name', 'person.called'])
    .where('speaker.gathering_id', '=', gatheringId)
    .where('speaker.deleted_at', 'is', null)
    .where('person.deleted_at', 'is', null)
    .orderBy('speaker.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    personId: row.person_id,
    name:
      row.name ??
      nameOf({
        first_name: row.first_name ?? '',
        infix: row.infix ?? '',
        last_name: row.last_name ?? '',
        called: row.called ?? '',
      }),
    topic: row.topic,
    consentDay: row.consent_day,
  }))
}
