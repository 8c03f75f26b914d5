// How many months the pairs with a monthly rhythm met as often as was agreed: n of 12. Every pair counts, also one that stopped.
import { monthsOfPair } from '../../../shared/domain/pair-rhythm.ts'
import type { Report } from '../reports/report.ts'
import { count, facts, share, table, word } from '../reports/report-cells.ts'
import { courseOf, type PairWithContacts, pairsLike } from './pair-queries.ts'
import { listProgrammes } from './programme-queries.ts'

export const pairMonthsReport: Report = {
  code: 'pair_months',
  module: 'pairs',
  async build(db, { from, until }, today) {
    const programmes = new Map(
      (await listProgrammes(db)).flatMap((each) => (each.rhythm.unit === 'maand' ? [[each.id, each] as const] : [])),
    )
    const pairs = (await pairsLike(db)).filter(
      ({ row }) =>
        programmes.has(row.programme_id) && row.from_day <= until && (row.until_day === null || row.until_day > from),
    )
    const monthsOf = ({ row, contacts }: PairWithContacts) =>
      monthsOfPair(courseOf(row), programmes.get(row.programme_id)?.rhythm.times ?? 1, contacts, today)
    const each = pairs.map(monthsOf)
    const past = each.flatMap(({ months }) => months.filter(({ isOver }) => isOver))
    const byCount = Map.groupBy(each, ({ met, months }) => `${met}/${months.length}`)
    return {
      blocks: [
        facts(null, {
          pairs_formed: count(pairs.length),
          months_met: share(past.filter(({ isMet }) => isMet).length, past.length),
        }),
        table(
          'pair_months',
          ['months_met', 'pairs_formed'],
          [...byCount.values()]
            .toSorted(([a], [b]) => (b?.met ?? 0) - (a?.met ?? 0))
            .map((same) => [
              word('months_of', { met: same[0]?.met ?? 0, of: same[0]?.months.length ?? 0 }),
              count(same.length),
            ]),
        ),
      ],
    }
  },
}
