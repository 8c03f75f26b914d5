// Ideas of the groups: where each was tried, and whether it worked.
import type { Report } from '../reports/report.ts'
import { count, dayOrNone, table, text, word } from '../reports/report-cells.ts'
import { findIdeas } from './working-group-queries.ts'

export const ideasReport: Report = {
  code: 'ideas',
  module: 'ideas',
  async build(db, { from, until }) {
    const ideas = (await findIdeas(db)).filter(({ day }) => day >= from && day <= until)
    return {
      blocks: [
        table(
          'ideas_tried',
          ['idea', 'from_group', 'written_on', 'tried', 'worked'],
          ideas.map(({ what, neighbourhoodName, day, trials }) => [
            text(what),
            // Who somebody from elsewhere is stays in the book.
            neighbourhoodName === null ? word('elsewhere') : text(neighbourhoodName),
            dayOrNone(day),
            count(trials.length),
            count(trials.filter(({ worked }) => worked === 'ja' || worked === 'deels').length),
          ]),
        ),
      ],
    }
  },
}
