// Beginning, changing and ending what returns. Meetings that somebody changed by hand are left as they are.

import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { ConnectionKind, CountedWay, GatheringGoal, WorkForm } from '../../../shared/domain/gathering-forms.ts'
import { connectionKinds, gatheringGoals, writeCodes } from '../../../shared/domain/gathering-forms.ts'
import type { Rhythm } from '../../../shared/domain/series-rhythm.ts'
import type { BookContext } from '../context.ts'
import { addRow, changeRow, liveRow, refuseMissing } from '../database/rows.ts'
import type { Row } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { refuseFarAway } from '../gatherings/plan-gathering.ts'
import { RuleBroken } from '../rule-broken.ts'
import { inherited, insertMeeting, meetingsAhead, nextDays, planAhead, planDays } from './plan-ahead.ts'
import {
  arrangedGatherings,
  comingMeetings,
  daysKnown,
  refuseDayOfSeries,
  type SeriesRow,
  takeMeetings,
} from './series-queries.ts'

export interface SeriesSettings {
  readonly title: string
  readonly place: string | null
  readonly startTime: string | null
  readonly rhythm: Rhythm
  readonly asksLanguages: boolean
  readonly workForm?: WorkForm | null | undefined
  readonly goals?: readonly GatheringGoal[] | undefined
  readonly connections?: readonly ConnectionKind[] | undefined
}

export async function startSeries(
  context: BookContext,
  input: SeriesSettings & { readonly groupId: string | null; readonly counted: CountedWay },
): Promise<{ id: string; planned: number }> {
  refuseFarAway(input.rhythm.firstDay, context.today())
  const id = context.newId()
  return write(context, { kind: 'seriesStarted', subject: { table: 'series', id } }, async (tx) => {
    await refuseMissing(tx, 'neighbourhood', input.groupId, 'groupId')
    await addRow(tx, 'series', { id, neighbourhood_id: input.groupId, counted: input.counted, ...columnsOf(input) })
    return { id, planned: await planAhead(tx, context, await liveRow(tx, 'series', id)) }
  })
}

export async function changeSeries(
  context: BookContext,
  { id, ...settings }: SeriesSettings & { readonly id: string },
): Promise<void> {
  await write(context, { kind: 'seriesChanged', subject: { table: 'series', id } }, async (tx) => {
    const before = await liveRow(tx, 'series', id)
    if (settings.rhythm.firstDay !== before.first_day) refuseFarAway(settings.rhythm.firstDay, context.today())
    await changeRow(tx, 'series', id, columnsOf(settings))
    const after = await liveRow(tx, 'series', id)
    const coming = await comingMeetings(tx, id, context.today())
    for (const meeting of coming) await follow(tx, meeting, before, after)
    if (!isSameRhythm(before, after)) await planAnew(tx, context, { before, after, coming })
  })
}

/** From this day on it is not held any more. What was held, and what is planned before it, stays. */
export async function endSeries(
  context: BookContext,
  { id, day }: { readonly id: string; readonly day: Day },
): Promise<{ removed: number }> {
  return write(context, { kind: 'seriesEnded', subject: { table: 'series', id } }, async (tx) => {
    const series = await liveRow(tx, 'series', id)
    if (series.until_day !== null) throw new RuleBroken('seriesEnded')
    refuseFarAway(day, context.today())
    await changeRow(tx, 'series', id, { until_day: day })
    const from = day > context.today() ? day : context.today()
    const coming = await comingMeetings(tx, id, from)
    await takeMeetings(tx, idsOf(coming), context.now().toISOString())
    return { removed: coming.length }
  })
}

export async function resumeSeries(context: BookContext, id: string): Promise<{ planned: number }> {
  return write(context, { kind: 'seriesResumed', subject: { table: 'series', id } }, async (tx) => {
    await changeRow(tx, 'series', id, { until_day: null })
    return { planned: await planAhead(tx, context, await liveRow(tx, 'series', id)) }
  })
}

export async function planSeriesAhead(context: BookContext, id: string): Promise<{ planned: number }> {
  return write(context, { kind: 'seriesPlannedAhead', subject: { table: 'series', id } }, async (tx) => {
    const series = await liveRow(tx, 'series', id)
    if (series.until_day !== null) throw new RuleBroken('seriesEnded')
    return { planned: await planAhead(tx, context, series) }
  })
}

/** A meeting outside the rhythm: an extra one, or one of a series that is held whenever it suits. */
export async function addMeeting(
  context: BookContext,
  { seriesId, day }: { readonly seriesId: string; readonly day: Day },
): Promise<{ id: string }> {
  const id = context.newId()
  return write(context, { kind: 'meetingAdded', subject: { table: 'gathering', id }, details: { day } }, async (tx) => {
    refuseFarAway(day, context.today())
    const series = await liveRow(tx, 'series', seriesId)
    await refuseDayOfSeries(tx, seriesId, day)
    await insertMeeting(tx, series, { id, day, seriesDay: null })
    return { id }
  })
}

function columnsOf(settings: SeriesSettings) {
  const { title, place, startTime, rhythm, asksLanguages, workForm, goals, connections } = settings
  return {
    title,
    place,
    start_time: startTime,
    rhythm: rhythm.kind,
    every: rhythm.every,
    nth: rhythm.kind === 'maand' ? rhythm.nth : null,
    first_day: rhythm.firstDay,
    asks_languages: asksLanguages ? 1 : 0,
    ...(workForm === undefined ? {} : { work_form: workForm }),
    ...(goals === undefined ? {} : { goals: writeCodes(gatheringGoals, goals) }),
    ...(connections === undefined ? {} : { connections: writeCodes(connectionKinds, connections) }),
  }
}

/** Values that a meeting still has from its series become those of the series; others were chosen for that meeting. */
async function follow(tx: Transaction, meeting: Row<'gathering'>, before: SeriesRow, after: SeriesRow) {
  const old: Readonly<Record<string, unknown>> = inherited(before)
  const values = Object.fromEntries(
    Object.entries(inherited(after)).filter(
      ([column, value]) => value !== old[column] && meeting[column as keyof typeof meeting] === old[column], // columns of both rows
    ),
  )
  await changeRow(tx, 'gathering', meeting.id, values)
}

function isSameRhythm(one: SeriesRow, other: SeriesRow): boolean {
  return (['rhythm', 'every', 'nth', 'first_day'] as const).every((column) => one[column] === other[column])
}

/** Meetings that stand on their day of the old rhythm, and on which nobody worked, make way for those of the new one. */
async function planAnew(
  tx: Transaction,
  context: BookContext,
  change: { readonly before: SeriesRow; readonly after: SeriesRow; readonly coming: readonly Row<'gathering'>[] },
): Promise<void> {
  const { before, after: series, coming } = change
  const today = context.today()
  const arranged = await arrangedGatherings(tx, idsOf(coming))
  const replaced = coming.filter((meeting) => !arranged.has(meeting.id) && isAsPlanned(meeting, before))
  const known = await daysKnown(tx, series.id, today)
  for (const { day } of replaced) known.delete(day)
  const wanted = nextDays(series, today, meetingsAhead - (coming.length - replaced.length), known)
  const stays = replaced.filter(({ day }) => wanted.includes(day)).map(({ day }) => day)
  const goes = replaced.filter(({ day }) => !wanted.includes(day))
  await takeMeetings(tx, idsOf(goes), context.now().toISOString())
  await planDays(
    tx,
    series,
    wanted.filter((day) => !stays.includes(day)),
  )
}

const ownWords = ['host_person_id', 'theme', 'programme', 'note', 'capacity', 'language'] as const
const ownAmounts = ['volunteer_hours', 'subsidy_id', 'cost_cents'] as const

/** On its day, with nothing in it but what its series gave it. */
function isAsPlanned(meeting: Row<'gathering'>, series: SeriesRow): boolean {
  return (
    meeting.series_day === meeting.day &&
    [...ownWords, ...ownAmounts].every((column) => meeting[column] === null) &&
    Object.entries(inherited(series)).every(([column, value]) => meeting[column as keyof typeof meeting] === value) // columns of both rows
  )
}

const idsOf = (meetings: readonly Row<'gathering'>[]) => meetings.map(({ id }) => id)
