// Initiatives as they are listed and opened, with the judgement on each target.
import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import {
  judgeTarget,
  judgeTogether,
  readAreas,
  retentionOf,
  type Target,
  type TargetFacts,
  usualRetentionDays,
} from '../../../shared/domain/initiative-target.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { findNames } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { makeSearchQuery, matchWords } from '../search/search-query.ts'

/** Live initiatives: running ones first, then ideas, then what is done or stopped; within them by name. */
export async function listInitiatives(db: Reader, today: Day) {
  const rows = await db
    .selectFrom('initiative')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy(sql`CASE state WHEN 'loopt' THEN 0 WHEN 'idee' THEN 1 WHEN 'klaar' THEN 2 ELSE 3 END`)
    .orderBy(sql`name COLLATE NOCASE`)
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => summarise(db, row, today)))
}

/** One initiative, also from the Prullenbak. @throws RuleBroken notFound */
export async function findInitiative(db: Reader, id: string): Promise<Row<'initiative'>> {
  const row = await db.selectFrom('initiative').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table: 'initiative' })
  return row
}

/** Initiatives that have every word of the text at the beginning of a word of their name or goal. */
export async function searchInitiatives(db: Reader, text: string, limit: number) {
  const { words } = makeSearchQuery(text)
  if (words.length === 0) return []
  return db
    .selectFrom('initiative')
    .select(['id', 'name'])
    .where('deleted_at', 'is', null)
    .where(
      sql<SqlBool>`row_no IN (SELECT rowid FROM initiative_search WHERE initiative_search MATCH ${matchWords(words)})`,
    )
    .orderBy(sql`name COLLATE NOCASE`)
    .limit(limit)
    .execute()
}

export async function summarise(db: Reader, row: Row<'initiative'>, today: Day) {
  const names = await findNames(db, row.owner_person_id === null ? [] : [row.owner_person_id])
  const steps = await findSteps(db, row.id, today)
  const next = steps.find(({ doneDay }) => doneDay === null)
  const judged = await judgeTargets(db, row.id, today)
  const verdictsOfAll = judged.map(({ judgement }) => judgement.verdict)
  return {
    id: row.id,
    name: row.name,
    goal: row.goal,
    ownerName: names.get(row.owner_person_id ?? '') ?? row.owner_name,
    state: row.state,
    nextStep: next ? { what: next.what, dueDay: next.dueDay, isLate: next.isLate } : null,
    targets: {
      count: judged.length,
      reached: verdictsOfAll.filter((verdict) => verdict === 'gehaald').length,
      verdict: judgeTogether(verdictsOfAll),
    },
  }
}

/** Steps in the order in which they are to be done; those without a day after those with one, what is done last. */
export async function findSteps(db: Reader, initiativeId: string, today: Day) {
  const rows = await db
    .selectFrom('initiative_step')
    .selectAll()
    .where('initiative_id', '=', initiativeId)
    .where('deleted_at', 'is', null)
    .orderBy(sql`done_day IS NOT NULL`)
    .orderBy(sql`coalesce(due_day, '9999')`)
    .orderBy('row_no')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    what: row.what,
    dueDay: row.due_day,
    doneDay: row.done_day,
    isLate: row.done_day === null && row.due_day !== null && row.due_day < today,
  }))
}

/** Every target with how it stands on `today`, in the order in which they were written down. */
export async function judgeTargets(db: Reader, initiativeId: string, today: Day) {
  const rows = await db
    .selectFrom('initiative_target')
    .selectAll()
    .where('initiative_id', '=', initiativeId)
    .where('deleted_at', 'is', null)
    .orderBy('row_no')
    .execute()
  if (rows.length === 0) return []
  const counted = await countedFacts(db, initiativeId)
  const measurements = await findMeasurements(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => {
    const readings = measurements.get(row.id) ?? []
    const target = toTarget(row)
    return {
      id: row.id,
      what: row.what,
      ...target,
      areas: [...target.areas],
      judgement: toView(judgeTarget(target, { ...counted, readings }, today)),
      measurements: readings.toReversed(),
    }
  })
}

function toView({ areas, lacks, ...judgement }: ReturnType<typeof judgeTarget>) {
  return { ...judgement, areas: [...areas], lacks: [...lacks] }
}

function toTarget(row: Row<'initiative_target'>): Target {
  return {
    kind: row.kind,
    source: row.source,
    counting: row.counting,
    needed: row.needed,
    areas: readAreas(row.areas),
    days: row.days,
    year: row.year,
    loyalTimes: row.loyal_times,
    loyalOutOf: row.loyal_out_of,
    byDay: row.by_day,
  }
}

/** Readings per target, oldest first. */
async function findMeasurements(db: Reader, targetIds: readonly string[]) {
  const rows = await db
    .selectFrom('initiative_measurement')
    .selectAll()
    .where('target_id', 'in', [...targetIds])
    .where('deleted_at', 'is', null)
    .orderBy('day')
    .orderBy('row_no')
    .execute()
  const readings = rows.map(({ id, target_id, day, value, whole, area, source }) => ({
    ...{ id, target_id, day, value, whole, area, source },
  }))
  return new Map(
    [...Map.groupBy(readings, ({ target_id }) => target_id)].map(([targetId, ofOne]) => [
      targetId,
      ofOne.map(({ target_id: _same, ...reading }) => reading),
    ]),
  )
}

/** What the book counts by itself. */
async function countedFacts(db: Reader, initiativeId: string): Promise<Omit<TargetFacts, 'readings'>> {
  const held = (await findGatherings(db, initiativeId)).filter(({ isHeld }) => isHeld)
  const present = await findPresent(
    db,
    held.map(({ id }) => id),
  )
  const goals = await findOwnGoals(db, initiativeId)
  return {
    signUps: (await findSignUpRows(db, initiativeId)).map((row) => ({
      day: row.day,
      area: row.area,
      leftDay: row.left_day,
      seenDay: row.seen_day,
    })),
    held: held.map(({ id, day }) => ({ day, present: present.get(id) ?? [] })),
    goalsReached: goals.flatMap(({ outcome_day }) => (outcome_day === null ? [] : [{ day: outcome_day }])),
  }
}

/** Gatherings that count for an initiative, newest first; those called off or thrown away do not. */
export async function findGatherings(db: Reader, initiativeId: string) {
  const rows = await db
    .selectFrom('initiative_gathering as c')
    .innerJoin('gathering as g', 'g.id', 'c.gathering_id')
    .select(['g.id', 'g.title', 'g.day', 'g.state'])
    .distinct()
    .where('c.initiative_id', '=', initiativeId)
    .where('c.deleted_at', 'is', null)
    .where('g.deleted_at', 'is', null)
    .where('g.state', '<>', 'afgelast')
    .orderBy('g.day', 'desc')
    .orderBy('g.id')
    .execute()
  return rows.map(({ id, title, day, state }) => ({ id, title, day, isHeld: state === 'gehouden' }))
}

async function findPresent(db: Reader, gatheringIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (gatheringIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('attendance')
    .select(['gathering_id', 'person_id'])
    .where('gathering_id', 'in', [...gatheringIds])
    .where('status', '=', 'aanwezig')
    .where('deleted_at', 'is', null)
    .execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.gathering_id)].map(([id, ofOne]) => [id, ofOne.map((row) => row.person_id)]),
  )
}

export async function findOwnGoals(db: Reader, initiativeId: string): Promise<readonly Row<'initiative_own_goal'>[]> {
  return db
    .selectFrom('initiative_own_goal')
    .selectAll()
    .where('initiative_id', '=', initiativeId)
    .where('deleted_at', 'is', null)
    .orderBy('day', 'desc')
    .orderBy('row_no', 'desc')
    .execute()
}

function findSignUpRows(db: Reader, initiativeId: string) {
  return db
    .selectFrom('initiative_sign_up as s')
    .leftJoin('organisation as o', 'o.id', 's.organisation_id')
    .selectAll('s')
    .select('o.name as organisation_name')
    .where('s.initiative_id', '=', initiativeId)
    .where('s.deleted_at', 'is', null)
    .orderBy('s.day', 'desc')
    .orderBy('s.row_no', 'desc')
    .execute()
}

/** Who signed up, newest first, and how they stand a year later. */
export async function findSignUps(db: Reader, initiativeId: string, today: Day) {
  const rows = await findSignUpRows(db, initiativeId)
  const names = await findNames(
    db,
    rows.flatMap((row) => row.person_id ?? []),
  )
  return rows.map((row) => ({
    id: row.id,
    day: row.day,
    source: row.source,
    area: row.area,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    personId: row.person_id,
    personName: names.get(row.person_id ?? '') ?? null,
    knownAs: row.known_as,
    seenDay: row.seen_day,
    leftDay: row.left_day,
    afterYear: retentionOf(
      { day: row.day, area: row.area, leftDay: row.left_day, seenDay: row.seen_day },
      usualRetentionDays,
      today,
    ),
    yearDay: addDays(row.day, usualRetentionDays),
  }))
}
