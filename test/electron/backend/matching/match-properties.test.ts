// What must hold for every set of lines, on invented years.
import { describe, expect, test } from 'vitest'
import { describeReason } from '../../../../electron/backend/matching/describe-reason.ts'
import { matchLines } from '../../../../electron/backend/matching/match-lines.ts'
import type { MatchDecision } from '../../../../electron/backend/matching/match-types.ts'
import { readReplay } from '../../../../electron/backend/matching/replay-json.ts'
import { inventPeople } from '../../../figures/matching/invented-people.ts'
import { seededRandom } from '../../../support/random.ts'
import { halfYear } from './half-year.ts'

const autos = (decisions: readonly MatchDecision[]) =>
  new Map(decisions.flatMap((decision) => (decision.kind === 'auto' ? [[decision.lineId, decision.match.shares]] : [])))

describe.each([31, 32, 33])('the year of seed %i', (seed) => {
  const { book, lines } = halfYear(seed)
  const decisions = matchLines(book, lines)

  test('the order of members, accounts and lines decides nothing', () => {
    const turned = { ...book, members: book.members.toReversed(), accounts: book.accounts.toReversed() }
    expect(matchLines(turned, lines.toReversed()).toReversed()).toEqual(decisions)
  })

  test('the same again gives the same', () => {
    expect(matchLines(book, lines)).toEqual(decisions)
  })

  test('300 strangers turn a certain match into a question at most', () => {
    const strangers = readReplay({
      members: inventPeople(seededRandom(seed + 1), { size: 300, firstNumber: 50_001, rates: [1000, 500] }).map(
        (member) => ({ ...member, household: `S${member.household}` }),
      ),
      mandates: [],
      transactions: [],
    }).members.map((member) => ({ ...member, open: [] }))
    const before = autos(decisions)
    const after = autos(matchLines({ ...book, members: [...book.members, ...strangers] }, lines))
    for (const [lineId, shares] of after) expect(before.get(lineId)).toEqual(shares)
    // Not by refusing everything.
    expect(after.size).toBeGreaterThan(before.size * 0.95)
  })

  test('every certain match rests on two signals or more, and says so in one sentence', () => {
    const certain = decisions.filter(({ kind }) => kind === 'auto')
    expect(certain.length).toBeGreaterThan(300)
    for (const { reason } of certain) {
      expect(new Set(reason.signals.map(({ code }) => code)).size).toBeGreaterThanOrEqual(2)
      for (const language of ['nl', 'en'] as const) {
        expect(describeReason(reason, language)).toMatch(/^[^{}‘’]*(?:‘[^{}‘’]+’[^{}‘’]*)*\.$/)
      }
    }
  })

  test('what is shared out is what came in', () => {
    const cents = new Map(lines.map((line) => [line.id, line.cents]))
    for (const decision of decisions) {
      const matches =
        decision.kind === 'auto' ? [decision.match] : 'suggestions' in decision ? decision.suggestions : []
      for (const { shares } of matches) {
        expect(shares.reduce((total, share) => total + share.cents, 0)).toBe(cents.get(decision.lineId))
      }
    }
  })
})
