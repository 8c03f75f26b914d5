// Series as they are listed and opened: what comes, what asks to be written down, and how many came over time.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { connectionKinds, gatheringGoals, readCodes, readLanguages } from '../../../shared/domain/gathering-forms.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import type { Reader } from '../database/transaction.ts'
import { type GatheringSummary, gatheringSummaries } from '../gatherings/gathering-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { rhythmOf } from './plan-ahead.ts'
import { allSeries } from './series-queries.ts'

const pastShown = 60

export async function listSeries(db: Reader, today: Day) {
  const rows = await allSeries(db)
  const summaries = []
  for (const row of rows) summaries.push(summaryOf(row, await gatheringSummaries(db, { series: row.id }, today), today))
  const isEnded = ({ untilDay }: { untilDay: Day | null }) => untilDay !== null && untilDay <= today
  return { today, going: summaries.filter((one) => !isEnded(one)), ended: summaries.filter(isEnded) }
}

export async function openSeries(db: Reader, id: string, today: Day) {
  const row = (await allSeries(db)).find((one) => one.id === id)
  if (!row) throw new RuleBroken('notFound', { table: 'series' })
  const meetings = await gatheringSummaries(db, { series: id }, today)
  const words = new Map((await wordsOfMeetings(db, id)).map((one) => [one.id, one]))
  const held = meetings.filter(({ state }) => state === 'gehouden')
  const came = held.map(cameTo)
  return {
    ...summaryOf(row, meetings, today),
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

/** Everybody who was there: by name, and those only counted. */
export const cameTo = ({ counts, guests }: Pick<GatheringSummary, 'counts' | 'guests'>) => counts.present + guests

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

function summaryOf(row: ListedSeries, meetings: readonly GatheringSummary[], today: Day) {
  const held = meetings.filter(({ state }) => state === 'gehouden')
  const next = meetings.find(({ state }) => state === 'gepland')
  const last = held.at(-1)
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
    held: held.length,
    last: last ? { id: last.id, day: last.day, came: cameTo(last) } : null,
  }
}

function wordsOfMeetings(db: Reader, seriesId: string) {
  return db
    .selectFrom('gathering')
    .select(['id', 'series_day', 'language', 'theme'])
    .where('series_id', '=', seriesId)
    .where('deleted_at', 'is', null)
    .execute()
}
