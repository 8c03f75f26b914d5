// What somebody types, as a question to the search index. Words begin a name or street; digits begin a phone number.
import { foldText, isInfixWord } from '../../../shared/domain/person-name.ts'
import { readPhoneDigits } from '../../../shared/domain/phone-number.ts'

export interface SearchQuery {
  /** MATCH for person_search; null when there is nothing to look for. */
  readonly person: string | null
  /** MATCH for household_search. */
  readonly household: string | null
  /** The words apart, for finding a name and a street together. */
  readonly words: readonly string[]
}

/** Builds the questions for a typed text; safe whatever was typed. */
export function makeSearchQuery(text: string): SearchQuery {
  if (isPhoneText(text)) {
    const digits = readPhoneDigits(text)
    return { person: `phones : ("${digits}" *)`, household: null, words: [] }
  }
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '')
  const telling = words.filter((word) => !isInfixWord(word))
  // "van der" alone still finds everybody of that name; beside other words it says nothing.
  const kept = telling.length > 0 ? telling : words
  if (kept.length === 0) return { person: null, household: null, words: [] }
  return { person: matchWords(kept), household: matchWords(kept), words: kept }
}

/** MATCH that wants every word, each as the beginning of a word. */
export function matchWords(words: readonly string[]): string {
  return `words : (${words.map((word) => `"${word}" *`).join(' AND ')})`
}

/** Digits with what people put between them; a house number alone is shorter. */
function isPhoneText(text: string): boolean {
  return /^[\d\s+().\-/]+$/.test(text) && text.replace(/\D/g, '').length >= 4
}
