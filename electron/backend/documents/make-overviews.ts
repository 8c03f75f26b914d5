// Papers about a group or an evening: what they say is looked up here, how they look is said in files of their own.
import type { PaperWish } from '../../../shared/contract/documents.ts'
import { cameTo } from '../../../shared/domain/attendance.ts'
import { addDays, addMonths, type Day } from '../../../shared/domain/calendar-date.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import { liveRow } from '../database/rows.ts'
import type { Reader } from '../database/transaction.ts'
import { feePlans } from '../dues/change-plan.ts'
import { countPaying } from '../dues/count-paying.ts'
import { rowsOf } from '../dues/rows.ts'
import { followUpsLike } from '../follow-ups/follow-up-queries.ts'
import { earlierStatuses } from '../gatherings/attendance-queries.ts'
import { gatheringSummaries } from '../gatherings/gathering-queries.ts'
import { countUnder } from '../members/people-list.ts'
import { findNeighbourhood, groupsOfPeople, summarise } from '../neighbourhoods/neighbourhood-queries.ts'
import { peopleRestricted, restrictedPeople } from '../rights/left-out.ts'
import { findTerms } from '../roles/role-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { agenda } from './agenda.ts'
import { dossier } from './dossier.ts'
import { peopleOf } from './paper-people.ts'
import { gatheringOf, type MadePaper } from './paper-sources.ts'
import { paperWords } from './paper-words.ts'
import { yearOverview } from './year-overview.ts'

type Wish<Document extends PaperWish['document']> = Extract<PaperWish, { document: Document }>

export async function makeAgenda(context: BookContext, wish: Wish<'agenda'>): Promise<MadePaper> {
  const { gathering, invited } = await gatheringOf(context, wish.gatheringId)
  const row = await liveRow(context.db, 'gathering', wish.gatheringId)
  const ids = invited.map(({ id }) => id)
  const earlier = await earlierStatuses(context.db, ids, row)
  const missedLast = invited.filter(({ id, status }) => {
    const last = earlier.get(id)?.[0]
    return status !== 'afgemeld' && (last === 'niet_gekomen' || last === 'afgemeld')
  })
  const absent = {
    excused: invited.filter(({ status }) => status === 'afgemeld').map(({ name }) => name),
    lastTime: missedLast.map(({ name }) => name),
  }
  const about = { ...gathering, theme: row.theme, programme: row.programme }
  return {
    paper: agenda({ gathering: about, absent: wish.withNames ? absent : null }, paperWords(wish.language)),
    remarks: [],
  }
}

/** @throws RuleBroken notFound, careLocked */
export async function makeDossier(context: BookContext, wish: Wish<'dossier'>): Promise<MadePaper> {
  const { db, today } = context
  const day = today()
  if (wish.withCare) context.careLock.assertOpen()
  const row = await findNeighbourhood(db, wish.neighbourhoodId)
  const [group] = await summarise(db, [row], day)
  if (!group) throw new RuleBroken('notFound', { table: 'neighbourhood' })
  const settings = await bookSettingsOf(db)
  const around = await gatheringSummaries(db, { group: row.id, from: addMonths(day, -12) }, day)
  const followUps = await followUpsOf(db, row.id, day)
  const plans = settings.duesEnabled ? await feePlans(db, day) : []
  return {
    paper: dossier(
      {
        bookName: settings.name,
        group: {
          name: group.name,
          area: row.area_note,
          chat: row.chat_link,
          members: (await countPaying(db, day)).byGroup.get(row.id)?.members ?? 0,
          interested: await countUnder(db, { neighbourhood: row.id, kind: 'belangstellende', text: '' }, day),
          size: group.targetSize,
          perYear: group.gatherings.perYear,
        },
        roles: await rolesOn(db, row.id, day),
        vacant: group.seats.seats.filter(({ holders }) => holders.length === 0).map(({ role }) => role),
        dues: plans.map(({ name, rateCents, rateMonths }) => ({ name, rateCents, rateMonths })),
        held: around
          .filter(({ state }) => state === 'gehouden')
          .map((gathering) => ({ ...gathering, came: cameTo(gathering) })),
        planned: around.filter(({ state }) => state === 'gepland'),
        toRecord: around.filter(({ state }) => state === 'niet_vastgelegd'),
        followUps: followUps.length,
        care: wish.withCare
          ? followUps.map(({ personName, ownerName, dueDay }) => ({
              name: personName,
              owner: ownerName,
              before: dueDay,
            }))
          : null,
        day,
      },
      paperWords(wish.language),
    ),
    remarks: [],
  }
}

/** Who has a task here today, with a telephone number. */
async function rolesOn(db: Reader, groupId: string, day: Day) {
  const restricted = await peopleRestricted(db)
  const terms = (await findTerms(db, { neighbourhoodId: groupId })).filter(
    ({ personId, from, until, goneOn }) =>
      !restricted.has(personId) && from <= day && (until === null || until > day) && (goneOn === null || goneOn > day),
  )
  const people = await peopleOf(
    db,
    terms.map(({ personId }) => personId),
    day,
  )
  const phones = new Map(people.map(({ id, phones: [phone] }) => [id, phone ?? null]))
  return terms.map(({ role, name, personId, from }) => ({
    role,
    name,
    phone: phones.get(personId) ?? null,
    since: from,
  }))
}

async function followUpsOf(db: Reader, groupId: string, day: Day) {
  const groupOf = await groupsOfPeople(db, day)
  const open = await followUpsLike(db, { states: ['open'] }, day)
  const restricted = await peopleRestricted(db)
  return open.filter(({ personId }) => groupOf.get(personId)?.has(groupId) && !restricted.has(personId))
}

export async function makeYearOverview(context: BookContext, wish: Wish<'year'>): Promise<MadePaper> {
  const { db, today } = context
  const { year } = wish
  const row = await findNeighbourhood(db, wish.neighbourhoodId)
  const [from, after] = [`${year}-01-01`, `${year + 1}-01-01`]
  const end = after <= today() ? addDays(after, -1) : today()
  const [group] = await summarise(db, [row], end)
  const held = await gatheringSummaries(db, { group: row.id, stored: 'gehouden', from, until: after }, today())
  const { atFirst, atLast, joined, left } = await membersDuring(db, row.id, { from, end })
  return {
    paper: yearOverview(
      {
        bookName: (await bookSettingsOf(db)).name,
        groupName: row.name,
        year,
        members: [
          { day: from, count: atFirst },
          { day: end, count: atLast },
        ],
        joined,
        left,
        promised: group?.gatherings.goal ?? 0,
        gatherings: held.map((gathering) => ({
          day: gathering.day,
          title: gathering.title,
          invited: gathering.counts.invited,
          came: cameTo(gathering),
        })),
        cameOnce: await countWhoCame(db, row.id, from, after),
        themes: await themesOf(db, row.id, from, after),
        day: today(),
      },
      paperWords(wish.language),
    ),
    remarks: [],
  }
}

/**
 * Members of the group on the first and on the last day, who came to be one between them and who no longer is: the first number and what
 * came, less who left, is always the last. Counted as `countPaying` counts.
 */
async function membersDuring(db: Reader, groupId: string, { from, end }: { readonly from: Day; readonly end: Day }) {
  const people = await rowsOf<{ atFirst: number; atLast: number }>(
    db,
    `SELECT max(since = ?2) AS atFirst, max(until = ?3) AS atLast FROM (
        SELECT m.person_id, max(m.from_day, nm.from_day, ?2) AS since,
          min(coalesce(m.until_day, ?3), coalesce(nm.until_day, ?3), coalesce(p.deceased_on, ?3), ?3) AS until
        FROM membership m
        JOIN person p ON p.id = m.person_id AND p.deleted_at IS NULL
        JOIN neighbourhood_membership nm ON nm.person_id = m.person_id AND nm.deleted_at IS NULL
        WHERE nm.neighbourhood_id = ?1 AND m.kind = 'lid' AND m.deleted_at IS NULL AND m.person_id NOT IN ${restrictedPeople}
      ) WHERE since < until GROUP BY person_id`,
    [groupId, from, addDays(end, 1)],
  )
  const count = (is: (person: (typeof people)[number]) => boolean) => people.filter(is).length
  return {
    atFirst: count(({ atFirst }) => atFirst === 1),
    atLast: count(({ atLast }) => atLast === 1),
    joined: count(({ atFirst }) => atFirst === 0),
    left: count(({ atLast }) => atLast === 0),
  }
}

async function countWhoCame(db: Reader, groupId: string, from: Day, until: Day): Promise<number> {
  const [row] = await rowsOf<{ people: number }>(
    db,
    `SELECT count(DISTINCT a.person_id) AS people FROM attendance AS a JOIN gathering AS g ON g.id = a.gathering_id
      WHERE g.neighbourhood_id = ?1 AND g.state = 'gehouden' AND g.day >= ?2 AND g.day < ?3 AND a.status = 'aanwezig'
      AND a.deleted_at IS NULL AND g.deleted_at IS NULL`,
    [groupId, from, until],
  )
  return row?.people ?? 0
}

async function themesOf(db: Reader, groupId: string, from: Day, until: Day): Promise<string[]> {
  const rows = await rowsOf<{ theme: string }>(
    db,
    `SELECT DISTINCT theme FROM gathering WHERE neighbourhood_id = ?1 AND state = 'gehouden' AND day >= ?2 AND day < ?3
      AND theme IS NOT NULL AND deleted_at IS NULL ORDER BY day`,
    [groupId, from, until],
  )
  return rows.map(({ theme }) => theme)
}
