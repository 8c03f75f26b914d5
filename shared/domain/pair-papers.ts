// What must be in order before a mentor meets a child: a parent said yes, and the certificate of conduct [VOG] is not too old.
import { addDays, type Day } from './calendar-date.ts'

export type PairPaper = 'parentConsent' | 'vogMissing' | 'vogEnds'

/** So long beforehand a new certificate is asked for: it takes weeks to come. */
const vogAheadDays = 60

export function pairPapers(
  { parentConsentOn, vogUntil }: { readonly parentConsentOn: Day | null; readonly vogUntil: Day | null },
  today: Day,
): PairPaper[] {
  const papers: PairPaper[] = []
  if (parentConsentOn === null) papers.push('parentConsent')
  if (vogUntil === null || vogUntil < today) papers.push('vogMissing')
  else if (vogUntil < addDays(today, vogAheadDays)) papers.push('vogEnds')
  return papers
}
