// What returns: how many came each time, and whether the themes people asked for were held.
import { cameTo } from '../../../shared/domain/attendance.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import { gatheringSummaries } from '../gatherings/gathering-queries.ts'
import type { Report } from '../reports/report.ts'
import { count, dayOrNone, facts, none, persons, table, text } from '../reports/report-cells.ts'
import { askedThemes } from '../themes/theme-queries.ts'
import { allSeries } from './series-queries.ts'

export const seriesReport: Report = {
  code: 'series_turnout',
  module: 'series',
  async build(db, { from, until }, today) {
    const held = await gatheringSummaries(db, { stored: 'gehouden', from, until: addDays(until, 1) }, today)
    const series = (await allSeries(db))
      .map(({ id, title }) => ({ title, came: held.filter(({ seriesId }) => seriesId === id) }))
      .filter(({ came }) => came.length > 0)
    const themes = (await askedThemes(db)).filter(({ askedDay }) => askedDay >= from && askedDay <= until)
    return {
      blocks: [
        table(
          'series_held',
          ['series', 'meetings', 'average_came', 'fewest_came', 'most_came'],
          series.map(({ title, came }) => {
            const numbers = came.map(cameTo)
            const sum = numbers.reduce((total, number) => total + number, 0)
            return [
              text(title),
              count(numbers.length),
              persons(Math.round(sum / numbers.length)),
              persons(Math.min(...numbers)),
              persons(Math.max(...numbers)),
            ]
          }),
        ),
        ...series.map(({ title, came }) =>
          table(
            'headcounts',
            ['day', 'series', 'people_came'],
            came.map((meeting) => [dayOrNone(meeting.day), text(title), persons(cameTo(meeting))]),
          ),
        ),
        facts('themes', {
          themes_asked: count(themes.length),
          themes_held: count(themes.filter(({ gathering }) => gathering?.isHeld).length),
        }),
        table(
          'themes_asked_and_held',
          ['theme', 'asked_on', 'held_on'],
          themes.map(({ theme, askedDay, gathering }) => [
            text(theme),
            dayOrNone(askedDay),
            gathering?.isHeld ? dayOrNone(gathering.day) : none,
          ]),
        ),
      ],
    }
  },
}
