// A reason as one sentence: for the command line, and wherever words are needed outside the window.
import en from '../../../resources/locales/en/matching.json' with { type: 'json' }
import nl from '../../../resources/locales/nl/matching.json' with { type: 'json' }
import type { MatchReason, MatchSignal } from './match-types.ts'

export function describeReason(reason: MatchReason, language: 'nl' | 'en'): string {
  const words = language === 'en' ? en : nl
  const signals = reason.signals.map((signal) => fill(pick(words.signals, signal), signal.details))
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(signals)
  // Some banks give no code with a return.
  return fill(pick(words.reasons, reason), { ...reason.details, signals: list }).replace(' ()', '')
}

type Words = Readonly<Record<string, string>>

function pick(words: Words, { code, details }: Pick<MatchSignal, 'details'> & { readonly code: string }): string {
  return words[code] ?? words[`${code}_${details.count === 1 ? 'one' : 'other'}`] ?? ''
}

function fill(words: string, values: Readonly<Record<string, string | number>>): string {
  return words.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ''))
}
