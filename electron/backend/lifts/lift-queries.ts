import type { Reader } from '../database/transaction.ts'
import { nameOf } from '../members/person-queries.ts'

/** Lifts to these gatherings of who still belongs on its day, by name of the person; `isComing` is false of who sent word of not coming. */
export async function liftsTo(db: Reader, gatheringIds: readonly string[]) {
  if (gatheringIds.length === 0) return []
  const rows = await db
    .selectFrom('lift')
    .innerJoin('person', 'person.id', 'lift.person_id')
    .innerJoin('gathering', 'gathering.id', 'lift.gathering_id')
    .leftJoin('attendance', (join) =>
      join
        .onRef('attendance.gathering_id', '=', 'lift.gathering_id')
        .onRef('attendance.person_id', '=', 'lift.person_id')
        .on('attendance.status', '=', 'afgemeld')
        .on('attendance.deleted_at', 'is', null),
    )
    .selectAll('lift')
    .select(['person.first_name', 'person.infix', 'person.last_name', 'person.called'])
    .select('attendance.id as sent_word_id')
    .where('lift.gathering_id', 'in', [...gatheringIds])
    .where('lift.deleted_at', 'is', null)
    .where('person.deleted_at', 'is', null)
    .where('person.deceased_on', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('membership')
          .select('membership.id')
          .whereRef('membership.person_id', '=', 'lift.person_id')
          .where('membership.deleted_at', 'is', null)
          .where((or) =>
            or.or([or('membership.until_day', 'is', null), or('membership.until_day', '>', or.ref('gathering.day'))]),
          ),
      ),
    )
    .orderBy('person.sort_name')
    .orderBy('lift.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    gatheringId: row.gathering_id,
    personId: row.person_id,
    name: nameOf(row),
    kind: row.kind,
    seats: row.seats,
    note: row.note,
    offerId: row.offer_id,
    isComing: row.sent_word_id === null,
  }))
}
