// Series as they are listed and opened: what comes, what asks to be written down, and how many came over time.
import { cameTo } from '../../../shared/domain/attendance.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { connectionKinds, gatheringGoals, readCodes, readLanguages } from '../../../shared/domain/gathering-forms.ts'
import { gatheringState } from '../../../shared/domain/gathering-state.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import type { Reader } from '../database/transaction.ts'
import { type GatheringSummary, gatheringSummaries } from '../gatherings/gathering-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { meetingsAhead, rhythmOf } from './plan-ahead.ts'
import { allSeries } from './series-queries.ts'

const pastShown = 60

export async function listSeries(db: Reader, today: Day) {
  const rows = await allSeries(db)
  const meetings = Map.groupBy(await meetingsOfSeries(db, today), ({ seriesId }) => seriesId)
  const lastIds = [...meetings.values()].flatMap((ofOne) => ofOne.findLast(isHeld)?.id ?? [])
  const last = new Map((await gatheringSummaries(db, { ids: lastIds }, today)).map((one) => [one.seriesId, one]))
  const summaries = rows.map((row) => summaryOf(row, meetings.get(row.id) ?? [], last.get(row.id), today))
  const isEnded = ({ untilDay }: { untilDay: Day | null }) => untilDay !== null && untilDay <= today
  return { today, going: summaries.filter((one) => !isEnded(one)), ended: summaries.filter(isEnded) }
}

export async function openSeries(db: Reader, id: string, today: Day) {
  const row = (await allSeries(db)).find((one) => one.id === id)
  if (!row) throw new RuleBroken('notFound', { table: 'series' })
  const meetings = await gatheringSummaries(db, { series: id }, today)
  const words = new Map((await wordsOfMeetings(db, id)).map((one) => [one.id, one]))
  const held = meetings.filter(isHeld)
  const came = held.map(cameTo)
  return {
    ...summaryOf(row, meetings, held.at(-1), today),
    today,
    workForm: row.work_form,
    goals: readCodes(gatheringGoals, row.goals),
    connections: readCodes(connectionKinds, row.connections),
    planned: meetings
      .filter(({ state, day }) => state === 'gepland' || (state === 'afgelast' && day >= today))
      .map(({ id: meetingId, day, state }) => ({
        id: meetingId,
        day,
        moved: (words.get(meetingId)?.series_day ?? day) !== day,
        cancelled: state === 'afgelast',
      })),
    canPlanAhead: isGoing(row) && meetings.filter(({ state }) => state === 'gepland').length < meetingsAhead,
    past: held
      .toReversed()
      .slice(0, pastShown)
      .map((meeting) => ({
        id: meeting.id,
        day: meeting.day,
        came: cameTo(meeting),
        invited: meeting.counts.invited,
        language: words.get(meeting.id)?.language ?? null,
        theme: words.get(meeting.id)?.theme ?? null,
      })),
    average: came.length === 0 ? null : Math.round(came.reduce((sum, each) => sum + each, 0) / came.length),
    languages: countLanguages(held.map((meeting) => words.get(meeting.id)?.language ?? null)),
  }
}

/** Each language once, however it was written, with at how many meetings it was spoken. */
export function countLanguages(texts: readonly (string | null)[]): { language: string; meetings: number }[] {
  const counts = new Map<string, { language: string; meetings: number }>()
  for (const text of texts) {
    const once = new Map(readLanguages(text).map((language) => [foldText(language), language]))
    for (const [folded, language] of once) {
      const known = counts.get(folded)
      if (known) known.meetings += 1
      else counts.set(folded, { language, meetings: 1 })
    }
  }
  return [...counts.values()].sort((a, b) => b.meetings - a.meetings || a.language.localeCompare(b.language, 'nl'))
}

type ListedSeries = Awaited<ReturnType<typeof allSeries>>[number]

const isGoing = ({ until_day, rhythm }: ListedSeries) => until_day === null && rhythm !== 'los'

type Meeting = Pick<GatheringSummary, 'id' | 'day' | 'state'>

const isHeld = ({ state }: Meeting) => state === 'gehouden'

function summaryOf(row: ListedSeries, meetings: readonly Meeting[], last: GatheringSummary | undefined, today: Day) {
  const next = meetings.find(({ state }) => state === 'gepland')
  return {
    id: row.id,
    title: row.title,
    groupId: row.neighbourhood_id,
    groupName: row.group_name,
    place: row.place,
    startTime: row.start_time,
    counted: row.counted,
    rhythm: rhythmOf(row),
    asksLanguages: row.asks_languages === 1,
    untilDay: row.until_day,
    next: next ? { id: next.id, day: next.day } : null,
    // Today's meeting can be written down as soon as it is over; when that is, the people know.
    toRecord: meetings
      .filter(({ state, day }) => state === 'niet_vastgelegd' || (state === 'gepland' && day === today))
      .map(({ id, day }) => ({ id, day })),
    held: meetings.filter(isHeld).length,
    last: last ? { id: last.id, day: last.day, came: cameTo(last) } : null,
  }
}

/** Every meeting of every series, oldest first. */
async function meetingsOfSeries(db: Reader, today: Day) {
  const rows = await db
    .selectFrom('gathering')
    .select(['id', 'day', 'state', 'series_id'])
    .where('series_id', 'is not', null)
    .where('deleted_at', 'is', null)
    .orderBy('day')
    .orderBy('id')
    .execute()
  return rows.map(({ id, day, state, series_id }) => ({
    id,
    day,
    seriesId: series_id,
    state: gatheringState(state, day, today),
  }))
}

function wordsOfMeetings(db: Reader, seriesId: string) {
  return db
    .selectFrom('gathering')
    .select(['id', 'series_day', 'language', 'theme'])
    .where('series_id', '=', seriesId)
    .where('deleted_at', 'is', null)
    .execute()
}
