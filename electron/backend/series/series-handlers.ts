import type { series } from '../../../shared/contract/series.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import { meetingDays } from '../../../shared/domain/series-rhythm.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { refuseFarAway } from '../gatherings/plan-gathering.ts'
import { addMeeting, changeSeries, endSeries, planSeriesAhead, resumeSeries, startSeries } from './change-series.ts'
import { listSeries, openSeries } from './series-views.ts'

const daysPreviewed = 4

export const seriesHandlers: HandlersOf<typeof series, BookContext> = {
  list: (_input, { db, today }) => listSeries(db, today()),
  get: ({ id }, { db, today }) => openSeries(db, id, today()),
  async preview({ rhythm }, { today }) {
    refuseFarAway(rhythm.firstDay, today())
    return meetingDays(rhythm, addDays(today(), -1), daysPreviewed)
  },
  start: (input, context) => startSeries(context, input),
  async change(input, context) {
    await changeSeries(context, input)
    return null
  },
  end: (input, context) => endSeries(context, input),
  resume: ({ id }, context) => resumeSeries(context, id),
  planAhead: ({ id }, context) => planSeriesAhead(context, id),
  addMeeting: (input, context) => addMeeting(context, input),
}
