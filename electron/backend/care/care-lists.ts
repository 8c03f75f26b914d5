// The lists a contact person works with. None of them weighs people: they are ordered by a day.
import { sql } from 'kysely'
import { countRunningAbsences } from '../../../shared/domain/attendance.ts'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import { spokenResults } from '../../../shared/domain/care.ts'
import type { Reader } from '../database/transaction.ts'
import { followUpsLike } from '../follow-ups/follow-up-queries.ts'
import { earlierStatuses } from '../gatherings/attendance-queries.ts'
import { nameOf, statusOn } from '../members/person-queries.ts'
import type { Opener } from '../sealing/sealer.ts'
import { peopleAwayOn } from './planned-absence.ts'
import { signalsLike } from './signal-queries.ts'

const daysOfWeek = 7

/** Both kinds of follow-up in one list, what is late first. `later`: how many more are open. */
export async function weekOf(db: Reader, opener: Opener | undefined, today: Day) {
  const until = addDays(today, daysOfWeek - 1)
  const away = await peopleAwayOn(db, today)
  const awayOf = (personId: string | null) => ({
    isAway: personId !== null && away.has(personId),
    awayUntil: (personId !== null && away.get(personId)) || null,
  })
  const followUps = (await followUpsLike(db, { states: ['open'] }, today)).map((followUp) => ({
    kind: 'followUp' as const,
    id: followUp.id,
    personId: followUp.personId,
    personName: followUp.personName,
    place: null,
    signalKind: null,
    gathering: followUp.gathering,
    ownerPersonId: followUp.ownerPersonId,
    ownerName: followUp.ownerName,
    dueDay: followUp.dueDay,
    how: followUp.how,
    overdue: followUp.overdue,
    ...awayOf(followUp.personId),
  }))
  const signals = (await signalsLike(db, { state: 'open' }, opener, today)).map((signal) => ({
    kind: 'signal' as const,
    id: signal.id,
    personId: signal.personId,
    personName: signal.personName,
    place: signal.place,
    signalKind: signal.kind,
    gathering: null,
    ownerPersonId: signal.ownerPersonId,
    ownerName: signal.ownerName,
    dueDay: signal.nextDay ?? today,
    how: signal.nextHow,
    overdue: signal.overdue,
    ...awayOf(signal.personId),
  }))
  const all = [...followUps, ...signals].sort((a, b) => (a.dueDay < b.dueDay ? -1 : a.dueDay > b.dueDay ? 1 : 0))
  const items = all.filter(({ dueDay }) => dueDay <= until)
  return { today, until, items, later: all.length - items.length }
}

export interface NotSpoken {
  readonly personId: string
  readonly name: string
  readonly groupName: string | null
  readonly lastDay: Day | null
  readonly belongsSince: Day | null
  readonly absences: number
  readonly unknown: number
  readonly isAway: boolean
  readonly awayUntil: Day | null
  readonly dueDay: Day | null
}

/**
 * Everybody who belongs, by the day of the last contact of any kind; who was never written down, by the day they began to belong.
 * Who is away stands where they stand, and greyed.
 */
export async function longestNotSpoken(
  db: Reader,
  { group, limit }: { readonly group: string | null; readonly limit: number },
  today: Day,
): Promise<{ rows: NotSpoken[]; total: number }> {
  const spoken = sql.join(spokenResults.map((code) => sql`${code}`))
  const people = await db
    .selectFrom('person as p')
    .select(['p.id', 'p.first_name', 'p.infix', 'p.last_name', 'p.called'])
    .select([
      sql<Day | null>`(SELECT max(day) FROM (
        SELECT g.day FROM attendance a JOIN gathering g ON g.id = a.gathering_id
          WHERE a.person_id = p.id AND a.status = 'aanwezig' AND a.deleted_at IS NULL AND g.deleted_at IS NULL
        UNION ALL SELECT f.done_day FROM follow_up f WHERE f.person_id = p.id AND f.state = 'gedaan'
          AND f.deleted_at IS NULL AND (f.outcome IS NULL OR f.outcome IN (${spoken}))
        UNION ALL SELECT c.day FROM contact_moment c WHERE c.person_id = p.id
          AND c.deleted_at IS NULL AND c.result IN (${spoken})
        UNION ALL SELECT k.day FROM pair r JOIN pair_contact k ON k.pair_id = r.id
          WHERE (r.a_person_id = p.id OR r.b_person_id = p.id OR r.a_household_id = p.household_id OR r.b_household_id = p.household_id)
          AND r.deleted_at IS NULL AND k.confirmed_by IS NOT NULL AND k.deleted_at IS NULL
        UNION ALL SELECT n.contact_day FROM newcomer n WHERE n.person_id = p.id AND n.deleted_at IS NULL
        UNION ALL SELECT n.visited_day FROM newcomer n WHERE n.person_id = p.id AND n.deleted_at IS NULL
        UNION ALL SELECT h.done_day FROM help_act h WHERE (h.giver_person_id = p.id OR h.receiver_person_id = p.id)
          AND h.outcome = 'gedaan' AND h.deleted_at IS NULL))`.as('lastDay'),
      sql<Day | null>`(SELECT min(m.from_day) FROM membership m WHERE m.person_id = p.id AND m.deleted_at IS NULL)`.as(
        'belongsSince',
      ),
      sql<
        string | null
      >`(SELECT n.name FROM neighbourhood_membership nm JOIN neighbourhood n ON n.id = nm.neighbourhood_id
        WHERE nm.person_id = p.id AND nm.deleted_at IS NULL AND nm.from_day <= ${today}
        AND (nm.until_day IS NULL OR nm.until_day > ${today}) ORDER BY nm.from_day DESC LIMIT 1)`.as('groupName'),
      sql<Day | null>`(SELECT min(f.due_day) FROM follow_up f WHERE f.person_id = p.id AND f.state = 'open'
        AND f.deleted_at IS NULL)`.as('followUpDay'),
      sql<Day | null>`(SELECT min(s.next_day) FROM signal s WHERE s.person_id = p.id AND s.state = 'open'
        AND s.deleted_at IS NULL AND s.expires_day > ${today})`.as('signalDay'),
    ])
    .where('p.deleted_at', 'is', null)
    .where('p.erased_on', 'is', null)
    .where(statusOn(today), 'in', ['lid', 'belangstellende', 'contact'])
    .$if(group !== null, (query) =>
      query.where(
        sql<boolean>`EXISTS (SELECT 1 FROM neighbourhood_membership nm WHERE nm.person_id = p.id AND nm.neighbourhood_id = ${group}
          AND nm.deleted_at IS NULL AND nm.from_day <= ${today} AND (nm.until_day IS NULL OR nm.until_day > ${today}))`,
      ),
    )
    .orderBy(sql`coalesce(lastDay, belongsSince)`)
    .orderBy('p.sort_name')
    .orderBy('p.id')
    .execute()
  const shown = people.slice(0, limit)
  const away = await peopleAwayOn(db, today)
  const statuses = await earlierStatuses(
    db,
    shown.map(({ id }) => id),
    { id: '', day: today, start_time: '23:59' },
  )
  const rows = shown.map((person) => ({
    personId: person.id,
    name: nameOf(person),
    groupName: person.groupName,
    lastDay: person.lastDay,
    belongsSince: person.belongsSince,
    ...countRunningAbsences(statuses.get(person.id) ?? []),
    isAway: away.has(person.id),
    awayUntil: away.get(person.id) ?? null,
    dueDay: [person.followUpDay, person.signalDay].filter((day) => day !== null).sort()[0] ?? null,
  }))
  return { rows, total: people.length }
}
