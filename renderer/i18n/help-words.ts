// The pages of help: many words that are read now and then, so each language is a script of its own, fetched when help is opened.
import type helpPages from '../../resources/locales/nl/helpPages.json'
import type { LanguageCode } from './start-i18n.ts'

export type HelpCode = keyof typeof helpPages

/** One page. `[members.add]` in a text stands for the words of that name on the screen: what is quoted cannot go stale. */
export interface HelpPageWords {
  readonly title: string
  readonly lead: string
  /** What is under each drawing. */
  readonly picture: readonly string[]
  readonly steps: readonly string[]
  readonly know: readonly string[]
}

export type HelpWords = Readonly<Record<HelpCode, HelpPageWords>>

const wordsOf: Record<LanguageCode, () => Promise<HelpWords>> = {
  nl: async () => (await import('../../resources/locales/nl/helpPages.json')).default,
  en: async () => (await import('../../resources/locales/en/helpPages.json')).default,
}

const fetched = new Map<LanguageCode, Promise<HelpWords>>()

/** The same promise every time, so that a component can wait for it. One that failed is asked anew the next time. */
export function helpWords(language: LanguageCode): Promise<HelpWords> {
  const known = fetched.get(language)
  if (known) return known
  const words = wordsOf[language]()
  words.catch(() => fetched.delete(language))
  fetched.set(language, words)
  return words
}
