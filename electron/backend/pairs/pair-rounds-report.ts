// What came of the rounds, beside each other, with what was done differently in between.
import type { Reader } from '../database/transaction.ts'
import type { Report } from '../reports/report.ts'
import { count, facts, list, share, table, text } from '../reports/report-cells.ts'
import { outcomeOfPairs, pairsLike } from './pair-queries.ts'
import { listProgrammes, roundsOf } from './programme-queries.ts'

export const pairRoundsReport: Report = {
  code: 'pair_rounds',
  module: 'pairs',
  async build(db, { from, until }) {
    const rounds = await roundsWithin(db, from, until)
    const all = outcomeOfPairs(rounds.flatMap(({ pairs }) => pairs))
    const changed = rounds.filter(({ changes }) => changes !== null)
    return {
      blocks: [
        facts(null, {
          rounds: count(rounds.length),
          pairs_formed: count(all.pairs),
          met_oftener: share(all.oftener, all.pairs),
        }),
        table(
          'pair_rounds',
          ['round', 'pairs_formed', 'met_never', 'met_once', 'met_oftener'],
          rounds.map(({ title, pairs }) => {
            const outcome = outcomeOfPairs(pairs)
            return [
              text(title),
              count(outcome.pairs),
              share(outcome.never, outcome.pairs),
              share(outcome.once, outcome.pairs),
              share(outcome.oftener, outcome.pairs),
            ]
          }),
        ),
        ...(changed.length > 0
          ? [
              list(
                'done_differently',
                changed.map(({ title, changes }) => `${title}: ${changes}`),
              ),
            ]
          : []),
      ],
    }
  },
}

/** Rounds that began in the period, oldest first; a round of a programme that has more than one name says both. */
async function roundsWithin(db: Reader, from: string, until: string) {
  const programmes = new Map((await listProgrammes(db)).map(({ id, name }) => [id, name]))
  const pairs = await pairsLike(db)
  const rounds = (await roundsOf(db)).filter(
    (round) => programmes.has(round.programme_id) && round.from_day >= from && round.from_day <= until,
  )
  return rounds.toReversed().map((round) => ({
    title: programmes.size > 1 ? `${programmes.get(round.programme_id)}, ${round.name}` : round.name,
    changes: round.changes,
    pairs: pairs.filter(({ row }) => row.programme_round_id === round.id),
  }))
}
