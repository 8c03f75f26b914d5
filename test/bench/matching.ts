// Matching 500 lines of a bank: within a second for 1,000 members, and hardly slower when there are ten times as many, because
// names, numbers and accounts are looked up and not searched.
import { matchLines } from '../../electron/backend/matching/match-lines.ts'
import type { LineToMatch, MatchBook } from '../../electron/backend/matching/match-types.ts'
import { readReplay } from '../../electron/backend/matching/replay-json.ts'
import { inventIban, inventPayers, writeText } from '../figures/matching/invented-payers.ts'
import { inventPeople } from '../figures/matching/invented-people.ts'
import { seededRandom } from '../support/random.ts'
import type { Result, RunOptions } from '../support/result.ts'

const lineCount = 500
const goalMs = 1_000
const goalGrowth = 1.6

export function run({ short, seed }: RunOptions): Promise<Result[]> {
  const rounds = short ? 5 : 15
  const books = [100, 1_000, 10_000].map((size) => makeBook(size, seed))
  const times = books.map(() => Number.POSITIVE_INFINITY)
  // In turn, so that a slow moment of the machine meets them all; the quickest of each says what the work itself takes.
  for (let round = 0; round < rounds; round += 1) {
    for (const [at, { book, lines }] of books.entries()) {
      const started = performance.now()
      matchLines(book, lines)
      times[at] = Math.min(times[at] ?? 0, performance.now() - started)
    }
  }
  const [small = 0, middle = 0, large = 0] = times
  const growth = [middle / small, large / middle]
  return Promise.resolve([
    {
      id: 'matching-500x1000',
      values: { ms: middle.toFixed(1), goal_ms: goalMs },
      ok: middle < goalMs,
    },
    {
      id: 'matching-growth',
      values: {
        ms_100: small.toFixed(1),
        ms_1000: middle.toFixed(1),
        ms_10000: large.toFixed(1),
        ratio: Math.max(...growth).toFixed(2),
        goal: goalGrowth,
      },
      ok: Math.max(...growth) <= goalGrowth,
    },
  ])
}

/** Half of the lines come from accounts that are known; the other half must be found by what they say. */
function makeBook(size: number, seed: number): { book: MatchBook; lines: readonly LineToMatch[] } {
  const random = seededRandom(seed)
  const members = inventPeople(random, { size, firstNumber: 1001, rates: [1000, 500] })
  const payers = inventPayers(random, members, new Set())
  const transactions = Array.from({ length: lineCount }, (_, at) => {
    const payer = payers[(at * 7) % payers.length]
    const { text, ref } = payer ? writeText(random, payer, payer.members, '2026-03-01') : { text: '', ref: undefined }
    return {
      id: `L${at}`,
      date: '2026-03-02',
      cents: payer?.members.reduce((total, { dueCents }) => total + dueCents, 0) ?? 0,
      iban: at % 2 === 0 ? payer?.iban : inventIban(random),
      name: payer?.name,
      desc: text,
      ...(ref === undefined ? {} : { ref }),
    }
  })
  const start = readReplay({ members: members.map((member) => ({ ...member })), mandates: [], transactions })
  const book: MatchBook = {
    members: start.members.map((member) => ({
      ...member,
      open: [{ periodStart: '2026-03-01', openCents: member.monthCents }],
    })),
    mandates: [],
    batches: [],
    accounts: payers.map((payer) => ({
      iban: payer.iban,
      payments: ['2026-01-02', '2026-02-02'].map((day) => ({
        shares: payer.members.map(({ no, dueCents }) => ({ memberId: String(no), cents: dueCents })),
        day,
        text: '',
      })),
      paidOther: false,
    })),
    ownIbans: [],
  }
  return { book, lines: start.lines }
}
