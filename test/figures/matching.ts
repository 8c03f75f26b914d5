// How well bank lines are matched, on years of invented lines: through the command as it ships, with a treasurer who answers month
// by month. Some seeds were looked at while the rules were made; the held-back ones were not.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Result, RunOptions } from '../support/result.ts'
import { generateSet } from './matching/generate-set.ts'
import {
  type DecisionJson,
  type Figures,
  figuresOf,
  reachesGoals,
  type Tally,
  type Treasurer,
} from './matching/judge.ts'
import type { MatchingSet } from './matching/matching-set.ts'
import { playCommand, playInProcess } from './matching/play-set.ts'

/** Never used while the rules were made. */
const firstHeldBack = 900_000

export async function run({ short, seed, set }: RunOptions): Promise<Result[]> {
  if (set !== undefined) return [await judgeFolder(set)]
  const count = short ? 2 : 24
  const seeds = (first: number) => Array.from({ length: count }, (_, at) => first + at)
  const heldBack = seeds(firstHeldBack + (seed % 90_000))
  const lookedAt = seeds(1)
  return [
    await judgeSeeds('matching', heldBack, short ? 1 : count),
    await judgeSeeds('matching-tuned', lookedAt, 0),
    judgeControl(heldBack[0] ?? firstHeldBack),
  ]
}

/** The same year gives the same figures in this process; `throughCommand` of the years go through the child process. */
async function judgeSeeds(id: string, seeds: readonly number[], throughCommand: number): Promise<Result> {
  const figures: Figures[] = []
  const total: Tally[] = []
  for (const [at, seed] of seeds.entries()) {
    const year = generateSet(seed)
    const treasurer: Treasurer = at % 2 === 0 ? 'missing' : 'all'
    const tally = at < throughCommand ? await playCommand(year, treasurer) : playInProcess(year, treasurer)
    total.push(tally)
    figures.push(figuresOf(tally))
    if (!reachesGoals(figuresOf(tally)))
      console.error(`${id}: the year of seed ${seed} alone: ${JSON.stringify(values(figuresOf(tally)))}`)
  }
  const all = figuresOf(addUp(total))
  const worst = (of: (figures: Figures) => number) => percent(Math.min(...figures.map(of)))
  return {
    id,
    values: {
      ...values(all),
      years: seeds.length,
      first_seed: seeds[0] ?? 0,
      worst_precision_household: worst((year) => year.precisionHousehold),
      worst_precision_member: worst((year) => year.precisionMember),
      worst_recall: worst((year) => year.recall),
      worst_one_click: worst((year) => year.oneClick),
    },
    ok: reachesGoals(all),
  }
}

async function judgeFolder(folder: string): Promise<Result> {
  const from = path.resolve(process.env.INIT_CWD ?? '.', folder)
  const read = (name: string) => JSON.parse(readFileSync(path.join(from, `${name}.json`), 'utf8'))
  const year: MatchingSet = {
    members: read('members'),
    mandates: read('mandates'),
    transactions: read('transactions'),
    labels: read('labels'),
  }
  const figures = figuresOf(await playCommand(year, 'missing'))
  return { id: 'matching', values: values(figures), ok: reachesGoals(figures) }
}

/** A matcher that books its first suggestion, one signal or none, must fall below the goals; or the judge sees nothing. */
function judgeControl(seed: number): Result {
  const figures = figuresOf(playInProcess(generateSet(seed), 'missing', bookFirstSuggestion))
  return { id: 'matching-control', values: { ...values(figures), must_fail: 1 }, ok: !reachesGoals(figures) }
}

function bookFirstSuggestion(decisions: readonly DecisionJson[]): readonly DecisionJson[] {
  return decisions.map((decision) => {
    const [first] = decision.suggestions
    return decision.kind === 'suggested' && first ? { ...decision, kind: 'auto', allocations: first } : decision
  })
}

function values(figures: Figures) {
  return {
    auto_precision_household: percent(figures.precisionHousehold),
    auto_precision_member: percent(figures.precisionMember),
    auto_recall: percent(figures.recall),
    auto_recall_months_3_12: percent(figures.recallLater),
    one_click: percent(figures.oneClick),
    first_suggestion: percent(figures.topClick),
    other_booked_as_dues: figures.otherAsDues,
    batches_returns: percent(figures.ownShare),
  }
}

/** Rounded down: 99.995 is not 100. */
const percent = (share: number) => `${(Math.floor(share * 10_000) / 100).toFixed(2)}%`

function addUp(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0)
  return {
    dues: sum(({ dues }) => dues),
    duesLater: sum(({ duesLater }) => duesLater),
    auto: sum(({ auto }) => auto),
    autoRightHousehold: sum(({ autoRightHousehold }) => autoRightHousehold),
    autoRightMember: sum(({ autoRightMember }) => autoRightMember),
    autoRightLater: sum(({ autoRightLater }) => autoRightLater),
    oneClick: sum(({ oneClick }) => oneClick),
    topClick: sum(({ topClick }) => topClick),
    otherAsDues: sum(({ otherAsDues }) => otherAsDues),
    ownLines: sum(({ ownLines }) => ownLines),
    ownRight: sum(({ ownRight }) => ownRight),
    missingDecisions: sum(({ missingDecisions }) => missingDecisions),
  }
}
