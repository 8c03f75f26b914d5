// Whose money is it? Rules in a fixed order; each decision carries what it rests on. Pure: the book as values in, decisions out.

import { certainty } from './certain-rules.ts'
import { type Candidate, guessedCandidates, pointedCandidates } from './find-candidates.ts'
import { type Evidence, gatherEvidence } from './gather-evidence.ts'
import { likelihood } from './likelihood.ts'
import type { LineToMatch, Match, MatchBook, MatchDecision, MatchReason, MatchSignal } from './match-types.ts'
import { indexMembers, type MemberIndex } from './member-index.ts'
import { indexOwn, recogniseOwn } from './recognise-own.ts'
import { signalsOf } from './signals.ts'

/** One decision per line, in the order of the lines. What one line pays does not count for the next: the book does that. */
export function matchLines(book: MatchBook, lines: readonly LineToMatch[]): MatchDecision[] {
  return lines.map(makeMatcher(book))
}

/** Everything is looked up in what is made here once, so that a line costs the same in a large book as in a small one. */
export function makeMatcher(book: MatchBook): (line: LineToMatch) => MatchDecision {
  const own = indexOwn(book)
  const members = indexMembers(book)
  return (line) => recogniseOwn(own, line) ?? matchPayer(members, line)
}

/** More than these nobody reads. */
const mostSuggestions = 5

function matchPayer(index: MemberIndex, line: LineToMatch): MatchDecision {
  const evidence = gatherEvidence(index, line)
  const pointedAt = pointedCandidates(index, evidence)
  const certain = findCertain(index, evidence, pointedAt)
  if (certain) return { kind: 'auto', lineId: line.id, ...certain }
  const suggestions = rank(index, evidence, [...pointedAt, ...guessedCandidates(index, evidence)])
  return describeDoubt(evidence, suggestions)
}

/** Certain only when everything that is certain says the same. */
function findCertain(index: MemberIndex, evidence: Evidence, candidates: readonly Candidate[]) {
  const found = new Map<string, { match: Match; reason: MatchReason }>()
  for (const candidate of candidates) {
    const signals = certainty(index, evidence, candidate)
    const key = candidate.sharesKey
    if (!signals || found.has(key)) continue
    const match = toMatch(candidate, signals)
    found.set(key, { match, reason: { code: 'auto', details: {}, signals } })
  }
  const [only, second] = found.values()
  return second ? undefined : only
}

function rank(index: MemberIndex, evidence: Evidence, candidates: readonly Candidate[]): Match[] {
  const scored = candidates
    .map((candidate) => ({
      candidate,
      key: candidate.sharesKey,
      points: likelihood(index, evidence, candidate),
    }))
    .sort((a, b) => b.points - a.points || (a.key < b.key ? -1 : 1))
  const found = new Map<string, Match>()
  for (const { candidate, key } of scored) {
    if (found.size === mostSuggestions) break
    if (!found.has(key)) found.set(key, toMatch(candidate, signalsOf(evidence, candidate)))
  }
  return [...found.values()]
}

function toMatch({ members, division }: Candidate, signals: readonly MatchSignal[]): Match {
  return { payerKey: members[0]?.member.payerKey ?? '', shares: division.shares, signals }
}

function describeDoubt({ line, reading, otherWord }: Evidence, suggestions: readonly Match[]): MatchDecision {
  const lineId = line.id
  const [best] = suggestions
  if (otherWord !== null && reading.duesWord === null) {
    const reason: MatchReason = { code: 'otherWord', details: { word: otherWord }, signals: [] }
    return { kind: 'other', lineId, suggestions, reason }
  }
  if (!best) {
    // Nobody the association knows, and nothing that says dues: a shop, the council, the bank.
    const code = reading.duesLikeWord === null ? 'otherParty' : 'nobody'
    const reason: MatchReason = { code, details: {}, signals: [] }
    return reading.duesLikeWord === null
      ? { kind: 'other', lineId, suggestions, reason }
      : { kind: 'suggested', lineId, suggestions, reason }
  }
  const code = best.signals.length === 0 ? 'unclear' : suggestions.length === 1 ? 'suggested' : 'several'
  return { kind: 'suggested', lineId, suggestions, reason: { code, details: {}, signals: best.signals } }
}
