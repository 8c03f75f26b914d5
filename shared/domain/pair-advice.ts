// Soft advice on a pair while it is being made: what helps two people go on. It never refuses, and it asks nothing about anybody's
// standing.
import { foldText } from './person-name.ts'

export type PairAdvice = 'noGround' | 'onlyA' | 'onlyB' | 'neitherBrings' | 'once' | 'noCoach'

export interface PairDraft {
  readonly sharedGround: string | null
  readonly aBrings: string | null
  readonly bBrings: string | null
  readonly isOnce: boolean
  readonly hasCoach: boolean
}

export function adviseOnPair(draft: PairDraft): PairAdvice[] {
  const advice: PairAdvice[] = []
  if (isEmpty(draft.sharedGround)) advice.push('noGround')
  if (isEmpty(draft.aBrings) && isEmpty(draft.bBrings)) advice.push('neitherBrings')
  else if (isEmpty(draft.bBrings)) advice.push('onlyA')
  else if (isEmpty(draft.aBrings)) advice.push('onlyB')
  if (draft.isOnce) advice.push('once')
  if (!draft.hasCoach) advice.push('noCoach')
  return advice
}

/** Words of a list ("wandelen, koken en muziek") that stand in both, as the first one wrote them. */
export function sharedWords(one: string | null, other: string | null): string[] {
  const known = new Set(wordsOf(other).map(foldText))
  return [...new Map(wordsOf(one).map((word) => [foldText(word), word]))].flatMap(([folded, word]) =>
    known.has(folded) ? [word] : [],
  )
}

// Separators of a list as people write it; "en" alone stands between words, never in them.
const wordsOf = (text: string | null) =>
  (text ?? '')
    .split(/[,;.\n/]|\s+(?:en|and)\s+/i)
    .map((word) => word.trim())
    .filter((word) => word.length > 1)

const isEmpty = (text: string | null) => (text ?? '').trim() === ''
