// How people say they are getting on, at the start and at their last moment; per part of life, and of five people or more.
import { changesOf } from '../../../shared/domain/check-in.ts'
import type { Report } from '../reports/report.ts'
import { count, facts, none, persons, table, word } from '../reports/report-cells.ts'
import { findCheckIns } from './check-in-queries.ts'

export const checkInsReport: Report = {
  code: 'check_ins',
  module: 'checkins',
  async build(db, { from, until }) {
    const all = await findCheckIns(db)
    const lately = new Set(all.filter(({ day }) => day >= from && day <= until).map(({ code }) => code))
    const changes = changesOf(all.filter(({ code, day }) => lately.has(code) && day <= until))
    const told = (number: number | null) => (number === null ? none : count(number))
    return {
      blocks: [
        facts(null, { people_answered: persons(lately.size) }),
        table(
          'own_account',
          ['life_domain', 'at_start', 'at_last', 'average_change'],
          changes.map(({ domain, first, last }) => [
            word(`life_${domain}`),
            told(first),
            told(last),
            told(first === null || last === null ? null : Math.round((last - first) * 10) / 10),
          ]),
        ),
      ],
    }
  },
}
