// What neighbours did for each other.

import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import { connectionKinds, readCodes } from '../../../shared/domain/gathering-forms.ts'
import { claimingPatterns, patternDays } from '../../../shared/domain/mutual-help.ts'
import type { Reader } from '../database/transaction.ts'
import { findNames } from '../members/person-queries.ts'
import { goneOf, refTo } from './neighbour-queries.ts'

/** The last `limit` acts, newest first, and how many there are. */
export async function lastActs(db: Reader, limit: number) {
  const rows = await db
    .selectFrom('help_act')
    .leftJoin('neighbourhood', 'neighbourhood.id', 'help_act.neighbourhood_id')
    .selectAll('help_act')
    .select('neighbourhood.name as group_name')
    .where('help_act.deleted_at', 'is', null)
    .orderBy('done_day', 'desc')
    .orderBy('help_act.row_no', 'desc')
    .limit(limit)
    .execute()
  const { count } = await db
    .selectFrom('help_act')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  const names = await findNames(
    db,
    rows.flatMap((row) => [row.giver_person_id, row.receiver_person_id]).filter((id) => id !== null),
  )
  return {
    count,
    acts: rows.map((row) => ({
      id: row.id,
      giver: refTo(names, row.giver_person_id),
      receiver: refTo(names, row.receiver_person_id),
      groupId: row.neighbourhood_id,
      groupName: row.group_name,
      category: row.category,
      institution: row.institution,
      askedDay: row.asked_day,
      doneDay: row.done_day,
      outcome: row.outcome,
      grewInto: row.outcome === 'gedaan' ? row.grew_into : null,
      connections: readCodes(connectionKinds, row.connections),
    })),
  }
}

/** How often each neighbour helped from a day on. */
export async function givenSince(db: Reader, from: Day): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { giver_person_id: id } of await doneSince(db, from))
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** How often somebody gave and got help from a day on. Two numbers beside each other, never one against the other. */
export async function givenAndReceived(db: Reader, personId: string, from: Day) {
  const acts = await doneSince(db, from)
  return {
    gave: acts.filter((act) => act.giver_person_id === personId).length,
    received: acts.filter((act) => act.receiver_person_id === personId).length,
  }
}

/** Who asked one neighbour again and again lately, by name of the one who asked. */
export async function patternsOn(db: Reader, today: Day) {
  const acts = await doneSince(db, addDays(today, -patternDays))
  const patterns = claimingPatterns(
    acts.map((act) => ({ giverId: act.giver_person_id, receiverId: act.receiver_person_id })),
  )
  const people = patterns.flatMap(({ giverId, receiverId }) => [giverId, receiverId])
  const names = await findNames(db, people)
  const gone = await goneOf(db, people, today)
  return patterns
    .filter(({ giverId, receiverId }) => !gone.has(giverId) && !gone.has(receiverId))
    .flatMap(({ giverId, receiverId, times }) => {
      const receiver = refTo(names, receiverId)
      const giver = refTo(names, giverId)
      return receiver && giver ? [{ receiver, giver, times, days: patternDays }] : []
    })
    .sort((a, b) => a.receiver.name.localeCompare(b.receiver.name, 'nl'))
}

function doneSince(db: Reader, from: Day) {
  return db
    .selectFrom('help_act')
    .select(['giver_person_id', 'receiver_person_id'])
    .where('deleted_at', 'is', null)
    .where('outcome', '=', 'gedaan')
    .where('done_day', '>=', from)
    .execute()
}
