// What a book may tell the working group: counted here, and nowhere a name.
import type { WorkgroupContent } from '../../../shared/contract/workgroup.ts'
import { type BarrierKind, type BarrierOutcome, barrierOutcomes } from '../../../shared/domain/barriers.ts'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import { isFew, showCount, showPart } from '../../../shared/domain/few-people.ts'
import { promisedIn } from '../../../shared/domain/gathering-state.ts'
import { bookBeganOn, bookSettingsOf } from '../books/book-queries.ts'
import { cutText } from '../cut-text.ts'
import type { Reader } from '../database/transaction.ts'
import { countPaying, type MemberCounts } from '../dues/count-paying.ts'
import { rowsOf } from '../dues/rows.ts'
import { type GatheringSummary, gatheringSummaries } from '../gatherings/gathering-queries.ts'
import { neighbourhoodsBetween } from '../neighbourhoods/neighbourhood-queries.ts'

export interface WorkgroupPeriod {
  readonly from: Day
  /** The last day of it. */
  readonly until: Day
}

const mostThemes = 50

export async function collectCounts(
  db: Reader,
  period: WorkgroupPeriod,
  questions: readonly string[],
  today: Day,
): Promise<WorkgroupContent> {
  const { name, kind, modules, duesEnabled, minGatheringsPerYear } = await bookSettingsOf(db)
  const held = await heldIn(db, period, today)
  // A part that is off is not shown in this book: nobody could look at what goes out, or close it.
  const themes = modules.includes('forms') ? await themesByGroup(db, period) : new Map<string | null, string[]>()
  const barriers = modules.includes('barriers') ? await barriersIn(db, period) : []
  // As it was at the end of the period, or is now when that is still to come.
  const day = period.until < today ? period.until : today
  const { all, byGroup } = await countPaying(db, day)
  const countsOf = ({ members, paying }: MemberCounts) => ({
    members: showCount(members),
    paying: duesEnabled ? showPart(paying, members) : null,
  })
  const groups = await neighbourhoodsBetween(db, { from: period.from, until: day })
  const told: WorkgroupContent['groups'] =
    groups.length === 0
      ? [
          {
            key: 'vereniging',
            name,
            ...countsOf(all),
            seats: 'geen',
            status: null,
            ...gatheringsOf(
              held,
              promisedIn(
                { perYear: minGatheringsPerYear, beganOn: await bookBeganOn(db), firstHeld: held[0]?.day ?? null },
                day,
              ),
            ),
            themes: themes.get(null) ?? [],
            barriers: isFew(all.members) ? [] : barriersOf(barriers),
          },
        ]
      : groups.map((group) => ({
          key: group.id,
          name: group.name,
          ...countsOf(byGroup.get(group.id) ?? { members: 0, paying: 0 }),
          seats: group.seats.state,
          // What was said later says nothing of that day, and what was said before it is not kept.
          status: group.statusDay !== null && group.statusDay > day ? null : group.status,
          ...gatheringsOf(
            held.filter(({ groupId }) => groupId === group.id),
            group.gatherings.goal,
          ),
          themes: themes.get(group.id) ?? [],
          // Where a few people are, what keeps somebody away may be known of one of them.
          barriers: isFew(byGroup.get(group.id)?.members ?? 0)
            ? []
            : barriersOf(barriers.filter(({ groupId }) => groupId === null || groupId === group.id)),
        }))
  return {
    association: name,
    kind,
    made: today,
    period,
    groups: told,
    dues: duesEnabled ? await duesIn(db, period, told) : null,
    questions: [...questions],
  }
}

async function heldIn(db: Reader, { from, until }: WorkgroupPeriod, today: Day) {
  return gatheringSummaries(db, { stored: 'gehouden', from, until: addDays(until, 1) }, today)
}

function gatheringsOf(held: readonly GatheringSummary[], promised: number) {
  const present = held.map(({ counts, guests }) => counts.present + guests)
  return {
    gatherings: { held: held.length, promised, last: held.at(-1)?.day ?? null },
    attendance:
      present.length === 0
        ? null
        : { lowest: showCount(Math.min(...present)), highest: showCount(Math.max(...present)) },
  }
}

async function themesByGroup(db: Reader, { from, until }: WorkgroupPeriod) {
  const rows = await rowsOf<{ groupId: string | null; theme: string }>(
    db,
    `SELECT DISTINCT neighbourhood_id AS groupId, trim(theme) AS theme FROM gathering
      WHERE deleted_at IS NULL AND state = 'gehouden' AND day BETWEEN ?1 AND ?2 AND trim(coalesce(theme, '')) <> ''
      ORDER BY theme`,
    [from, until],
  )
  const byGroup = new Map<string | null, string[]>()
  for (const { groupId, theme } of rows) {
    const known = byGroup.get(groupId) ?? []
    if (known.length < mostThemes) byGroup.set(groupId, [...known, cutText(theme, 300)])
  }
  return byGroup
}

interface FoundBarrier {
  readonly groupId: string | null
  readonly kind: BarrierKind
  readonly outcome: BarrierOutcome | null
}

/** What stood in the way at some time of the period; without a group it concerns all. */
function barriersIn(db: Reader, { from, until }: WorkgroupPeriod): Promise<FoundBarrier[]> {
  return rowsOf(
    db,
    `SELECT coalesce(b.neighbourhood_id, s.neighbourhood_id) AS groupId, b.kind, b.outcome
      FROM barrier b LEFT JOIN series s ON s.id = b.series_id
      WHERE b.deleted_at IS NULL AND b.found_day <= ?2 AND (b.closed_day IS NULL OR b.closed_day >= ?1)
      ORDER BY b.found_day, b.id`,
    [from, until],
  )
}

/** Each kind once, with the best that was said of it; in no words but the fixed ones. */
function barriersOf(found: readonly FoundBarrier[]) {
  const rank = ({ outcome }: FoundBarrier) =>
    outcome === null ? barrierOutcomes.length : barrierOutcomes.indexOf(outcome)
  return [...Map.groupBy(found, ({ kind }) => kind)].map(([kind, same]) => ({
    kind,
    outcome: same.toSorted((a, b) => rank(a) - rank(b))[0]?.outcome ?? null,
  }))
}

/**
 * What was asked and what came in for the months of the period; nothing where fewer than five people pay. Whoever knows what dues are
 * knows from the sum how many pay: so nothing either where a group does not say it, or where a few pay who are in none.
 */
async function duesIn(
  db: Reader,
  { from, until }: WorkgroupPeriod,
  groups: WorkgroupContent['groups'],
): Promise<WorkgroupContent['dues']> {
  let told = 0
  for (const { paying } of groups) {
    if (typeof paying !== 'number') return null
    told += paying
  }
  const [sums] = await rowsOf<{ people: number; due: number; waived: number; received: number }>(
    db,
    `WITH asked AS (
      SELECT d.id, d.person_id,
        d.amount_cents + coalesce((SELECT sum(r.amount_cents) FROM due r WHERE r.reverses_id = d.id), 0) AS cents
      FROM due d WHERE d.kind = 'dues' AND d.reverses_id IS NULL AND d.period_start BETWEEN ?1 AND ?2)
    SELECT count(DISTINCT person_id) AS people, coalesce(sum(cents), 0) AS due,
      coalesce(sum((SELECT sum(w.amount_cents) FROM waiver w WHERE w.due_id = asked.id)), 0) AS waived,
      coalesce(sum((SELECT sum(a.amount_cents) FROM allocation a WHERE a.due_id = asked.id)), 0) AS received
    FROM asked WHERE cents <> 0`,
    [from, until],
  )
  if (!sums || sums.people === 0 || isFew(sums.people) || isFew(Math.abs(sums.people - told))) return null
  return { expectedCents: sums.due - sums.waived, receivedCents: sums.received }
}
