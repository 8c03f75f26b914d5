// How many languages were ever spoken at the gatherings, and how many each year. This one is about all years: the first is its news.
import { yearOf } from '../../../shared/domain/calendar-date.ts'
import type { Report } from '../reports/report.ts'
import { count, facts, table, text } from '../reports/report-cells.ts'
import { countLanguages } from './series-views.ts'

export const languagesReport: Report = {
  code: 'languages',
  module: 'series',
  async build(db, { from, until }) {
    const rows = await db
      .selectFrom('gathering')
      .select(['day', 'language'])
      .where('state', '=', 'gehouden')
      .where('deleted_at', 'is', null)
      .where('language', 'is not', null)
      .where('day', '<=', until)
      .orderBy('day')
      .execute()
    const languagesOf = (meetings: typeof rows) => countLanguages(meetings.map(({ language }) => language))
    const years = [...new Set(rows.map(({ day }) => yearOf(day)))]
    return {
      blocks: [
        facts(null, { languages_ever: count(languagesOf(rows).length) }),
        table(
          'languages_per_year',
          ['year', 'meetings', 'different_languages'],
          years.map((year) => {
            const ofYear = rows.filter(({ day }) => yearOf(day) === year)
            return [text(String(year)), count(ofYear.length), count(languagesOf(ofYear).length)]
          }),
        ),
        table(
          'languages_in_period',
          ['language', 'meetings'],
          languagesOf(rows.filter(({ day }) => day >= from)).map(({ language, meetings }) => [
            text(language),
            count(meetings),
          ]),
        ),
      ],
    }
  },
}
