// What stood in the way, what was done, and how many came before and after. What people wrote of it themselves stays in the book.
import { gatheringsCompared } from '../../../shared/domain/barriers.ts'
import type { Report } from '../reports/report.ts'
import { count, dayOrNone, facts, none, persons, sentence, table, text, word } from '../reports/report-cells.ts'
import { barriersWithEffect } from './barrier-queries.ts'

export const barriersReport: Report = {
  code: 'barriers',
  module: 'barriers',
  async build(db, { from, until }, today) {
    const barriers = (await barriersWithEffect(db, today)).filter(
      ({ foundDay, measureDay }) =>
        foundDay <= until && (measureDay === null || measureDay >= from || foundDay >= from),
    )
    const measured = barriers.filter(({ measure }) => measure !== null)
    const grew = measured.filter(
      ({ averageBefore, averageAfter }) =>
        averageBefore !== null && averageAfter !== null && averageAfter > averageBefore,
    )
    const ofWhat = (name: string | null) => (name === null ? word('all_gatherings') : text(name))
    const average = (number: number | null) => (number === null ? none : persons(Math.round(number)))
    return {
      blocks: [
        facts(null, {
          barriers_found: count(barriers.length),
          measures_taken: count(measured.length),
          more_came_after: word('n_of_m', { n: grew.length, m: measured.length }),
        }),
        table(
          'barriers',
          ['barrier', 'of_what', 'measure', 'since', 'average_before', 'average_after', 'own_judgement'],
          barriers.map((barrier) => [
            word(`barrier_${barrier.kind}`),
            ofWhat(barrier.seriesTitle ?? barrier.groupName),
            barrier.measure === null ? none : text(barrier.measure),
            dayOrNone(barrier.measureDay),
            average(barrier.averageBefore),
            average(barrier.averageAfter),
            barrier.outcome === null ? none : word(`outcome_${barrier.outcome}`),
          ]),
        ),
        sentence('barriers_compared', { count: gatheringsCompared }),
      ],
    }
  },
}
