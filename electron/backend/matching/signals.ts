// What there is to say for a match, each as a code with what fills its sentence.
import { mayBeThisPerson } from './compare-names.ts'
import type { Candidate } from './find-candidates.ts'
import type { Evidence } from './gather-evidence.ts'
import type { MatchSignal } from './match-types.ts'

/** What there is to say for a suggestion. */
export function signalsOf(evidence: Evidence, candidate: Candidate): MatchSignal[] {
  const { marks } = candidate
  return [
    marks.reference && signal('reference'),
    ...namedSignals(evidence, candidate),
    marks.address && signal('address'),
    marks.iban && signal('iban'),
    marks.householdName >= mayBeThisPerson && nameSignal(evidence),
    ...amountSignals(candidate),
    evidence.reading.duesWord !== null && duesSignal(evidence),
  ].filter((found) => found !== false)
}

export function signal(code: MatchSignal['code'], details: MatchSignal['details'] = {}): MatchSignal {
  return { code, details }
}

/** How the text names the members. */
export function namedSignals(evidence: Evidence, { marks }: Candidate): MatchSignal[] {
  if (marks.number) return [numberSignal(evidence)]
  if (marks.textName) return [signal('textName')]
  return marks.firstNames ? [signal('firstNames')] : []
}

export const numberSignal = ({ reading }: Evidence) => signal('number', { number: reading.numbers.join(', ') })

export function amountSignals({ division }: Candidate): MatchSignal[] {
  switch (division.kind) {
    case 'months':
      return [signal('amount', { count: division.months })]
    case 'open':
    case 'monthsAndOpen':
      return [signal('open')]
    case 'rough':
      return []
  }
}

export const nameSignal = ({ line }: Evidence) => signal('name', { name: line.counterName ?? '' })

export const duesSignal = ({ reading }: Evidence) =>
  signal('duesWord', { word: reading.duesWord ?? reading.duesLikeWord ?? '' })
