// How every initiative stands: each condition apart, each area apart, and by what people heard of it.
import type { ReportCell } from '../../../shared/contract/reports.ts'
import type { Reader } from '../database/transaction.ts'
import type { Report } from '../reports/report.ts'
import { count, none, persons, table, text, word } from '../reports/report-cells.ts'
import { findSignUps, judgeTargets, listInitiatives } from './initiative-queries.ts'

type Judged = Awaited<ReturnType<typeof judgeTargets>>[number]

export const initiativesReport: Report = {
  code: 'initiatives',
  module: 'initiatives',
  async build(db, period, today) {
    const initiatives = await listInitiatives(db, today)
    const judged: { readonly name: string; readonly target: Judged }[] = []
    for (const { id, name } of initiatives)
      for (const target of await judgeTargets(db, id, today)) judged.push({ name, target })
    return {
      blocks: [
        table(
          'initiatives_all',
          ['initiative', 'state', 'targets', 'targets_reached'],
          initiatives.map(({ name, state, targets }) => [
            text(name),
            word(`initiative_${state}`),
            targets.count === 0 ? word('no_target') : count(targets.count),
            count(targets.reached),
          ]),
        ),
        table(
          'targets_all',
          ['initiative', 'target', 'needed', 'reached', 'verdict'],
          judged.map(({ name, target }) => [
            text(name),
            text(target.what),
            target.judgement.needed === null ? none : count(target.judgement.needed),
            reachedCell(target),
            word(`verdict_${target.judgement.verdict}`),
          ]),
        ),
        table(
          'targets_by_area',
          ['initiative', 'target', 'area', 'needed', 'reached'],
          judged.flatMap(({ name, target }) =>
            target.judgement.areas.map(({ area, reached }) => [
              text(name),
              text(target.what),
              text(area),
              count(target.judgement.needed ?? 0),
              persons(reached),
            ]),
          ),
        ),
        table(
          'sign_ups_by_source',
          ['initiative', 'source', 'sign_ups'],
          await signUpRows(db, initiatives, period, today),
        ),
      ],
    }
  },
}

/** What is counted by hand may be anything; of areas and of who stays it is people. */
function reachedCell({ kind, source, judgement: { reached } }: Judged): ReportCell {
  if (reached === null) return none
  if (kind === 'deel') return word('percent', { percent: reached })
  const isOfThings = kind === 'aantal' && (source === 'metingen' || source === 'bijeenkomsten')
  return isOfThings ? count(reached) : persons(reached)
}

async function signUpRows(
  db: Reader,
  initiatives: readonly { readonly id: string; readonly name: string }[],
  { from, until }: { readonly from: string; readonly until: string },
  today: string,
): Promise<ReportCell[][]> {
  const rows: ReportCell[][] = []
  for (const { id, name } of initiatives) {
    const signUps = (await findSignUps(db, id, today)).filter(({ day }) => day >= from && day <= until)
    for (const [source, ofOne] of Map.groupBy(signUps, (signUp) => signUp.source))
      rows.push([text(name), source === null ? word('not_said') : text(source), persons(ofOne.length)])
  }
  return rows
}
