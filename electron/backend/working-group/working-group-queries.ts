// Leaders, what they came to, ideas and what goes to the network.
import { sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { isCurrent, isOrganisationRole, type Role } from '../../../shared/domain/role-seats.ts'
import {
  type LeaderMeetingKind,
  lacksIntervision,
  leadersOn,
  usualIntervisionMonths,
} from '../../../shared/domain/working-group.ts'
import type { Reader } from '../database/transaction.ts'
import { findAllTerms, type NamedTerm } from '../roles/role-queries.ts'

async function intervisionMonthsOf(db: Reader): Promise<number> {
  const row = await db.selectFrom('book').select('intervision_months').executeTakeFirst()
  return row?.intervision_months ?? usualIntervisionMonths
}

/** Everybody who leads a group on `today`; who has been longest without intervision first. */
export async function findLeaders(db: Reader, today: Day) {
  const months = await intervisionMonthsOf(db)
  const terms = await findAllTerms(db)
  const names = await neighbourhoodNames(db)
  const came = await findCame(db)
  const termsByPerson = Map.groupBy(terms, ({ personId }) => personId)
  const leaders = leadersOn(terms, today).map(({ personId, since, terms: own }) => {
    // What somebody came to in an earlier role was them too.
    const all = new Set((termsByPerson.get(personId) ?? []).map(({ id }) => id))
    const days = (kind: LeaderMeetingKind) =>
      new Set(
        came.filter((each) => each.kind === kind && all.has(each.termId) && each.day <= today).map(({ day }) => day),
      )
    const last = [...days('intervisie')].toSorted().at(-1) ?? null
    return {
      personId,
      name: termsByPerson.get(personId)?.[0]?.name ?? '',
      roles: own.map((term) => ({
        termId: term.id,
        role: term.role,
        side: term.side,
        neighbourhoodId: term.neighbourhoodId ?? '',
        neighbourhoodName: names.get(term.neighbourhoodId ?? '') ?? '',
      })),
      since,
      lastIntervision: last,
      trainings: days('training').size,
      lacksIntervision: lacksIntervision({ since, last }, months, today),
    }
  })
  const heard = (leader: (typeof leaders)[number]) => leader.lastIntervision ?? ''
  return {
    intervisionMonths: months,
    leaders: leaders.toSorted(
      (a, b) =>
        Number(b.lacksIntervision) - Number(a.lacksIntervision) ||
        heard(a).localeCompare(heard(b)) ||
        a.name.localeCompare(b.name, 'nl'),
    ),
  }
}

/** Roles that were there at each meeting. */
async function findCame(db: Reader) {
  const rows = await db
    .selectFrom('leader_attendance as a')
    .innerJoin('leader_meeting as m', 'm.id', 'a.meeting_id')
    .select(['a.role_term_id', 'm.id', 'm.kind', 'm.day'])
    .where('a.deleted_at', 'is', null)
    .where('m.deleted_at', 'is', null)
    .execute()
  return rows.map((row) => ({ termId: row.role_term_id, meetingId: row.id, kind: row.kind, day: row.day }))
}

/** Meetings of people with a role, newest first, with the roles that were there. */
export async function findMeetings(db: Reader) {
  const rows = await db
    .selectFrom('leader_meeting')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('day', 'desc')
    .orderBy('row_no', 'desc')
    .execute()
  const names = await neighbourhoodNames(db)
  const terms = new Map((await findAllTerms(db)).map((term) => [term.id, term]))
  const came = Map.groupBy(await findCame(db), ({ meetingId }) => meetingId)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    day: row.day,
    topic: row.topic,
    place: row.place,
    note: row.note,
    present: (came.get(row.id) ?? []).flatMap(({ termId }) => {
      const term = terms.get(termId)
      return term ? [toRole(term, names)] : []
    }),
  }))
}

/** Roles of groups and of the association that somebody holds on that day, by group. */
export async function findRolesOn(db: Reader, day: Day) {
  const names = await neighbourhoodNames(db)
  const terms = (await findAllTerms(db)).filter((term) => !isOrganisationRole(term.role) && isCurrent(term, day))
  return terms
    .map((term) => toRole(term, names))
    .toSorted((a, b) => (a.of ?? '').localeCompare(b.of ?? '', 'nl') || a.name.localeCompare(b.name, 'nl'))
}

function toRole(term: NamedTerm, names: ReadonlyMap<string, string>): RoleThere {
  return { termId: term.id, name: term.name, role: term.role, of: names.get(term.neighbourhoodId ?? '') ?? null }
}

interface RoleThere {
  readonly termId: string
  readonly name: string
  readonly role: Role
  /** The binnenbuurt; null: the association. */
  readonly of: string | null
}

async function neighbourhoodNames(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('neighbourhood').select(['id', 'name']).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Ideas, newest first, with where they were tried, newest last. */
export async function findIdeas(db: Reader) {
  const rows = await db
    .selectFrom('idea')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('day', 'desc')
    .orderBy('row_no', 'desc')
    .execute()
  const trials = await db
    .selectFrom('idea_trial')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('day')
    .orderBy('row_no')
    .execute()
  const names = await neighbourhoodNames(db)
  const nameOf = (id: string | null) => names.get(id ?? '') ?? null
  const byIdea = Map.groupBy(trials, (row) => row.idea_id)
  return rows.map((row) => ({
    id: row.id,
    what: row.what,
    day: row.day,
    neighbourhoodId: row.neighbourhood_id,
    neighbourhoodName: nameOf(row.neighbourhood_id),
    fromWords: row.from_words,
    trials: (byIdea.get(row.id) ?? []).map((trial) => ({
      id: trial.id,
      neighbourhoodId: trial.neighbourhood_id,
      neighbourhoodName: nameOf(trial.neighbourhood_id),
      byWords: trial.by_words,
      day: trial.day,
      worked: trial.worked,
      note: trial.note,
    })),
  }))
}

/** What waits for the network first, newest first; then what was brought. */
export async function findPoints(db: Reader) {
  const rows = await db
    .selectFrom('network_point')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy(sql`brought_day IS NOT NULL`)
    .orderBy('day', 'desc')
    .orderBy('row_no', 'desc')
    .execute()
  const names = await neighbourhoodNames(db)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    words: row.words,
    neighbourhoodId: row.neighbourhood_id,
    neighbourhoodName: names.get(row.neighbourhood_id ?? '') ?? null,
    day: row.day,
    broughtDay: row.brought_day,
    answer: row.answer,
  }))
}
