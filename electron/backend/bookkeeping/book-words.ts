// The words of the treasurer's papers, in the language of the app.
import en from '../../../resources/locales/en/bookkeeping.json' with { type: 'json' }
import nl from '../../../resources/locales/nl/bookkeeping.json' with { type: 'json' }
import type { Format } from '../../../shared/domain/format.ts'
import { type PaperWords, paperWords } from '../documents/paper-words.ts'

export interface BookWords {
  readonly words: typeof nl.pack
  readonly categories: Readonly<Record<string, string>>
  readonly kinds: typeof nl.kinds
  readonly places: typeof nl.places
  /** An amount and for how long it is, as all papers say it. */
  readonly rate: PaperWords['words']['rate']
  readonly format: Format
}

export function bookWords(language: 'nl' | 'en' | null): BookWords {
  const { pack, categories, kinds, places } = language === 'en' ? en : nl
  const { words, format } = paperWords(language ?? 'nl')
  return { words: pack, categories, kinds, places, rate: words.rate, format }
}

/** What a category is called: by the name the book gave it, or in the app's own words. */
export function categoryName(id: string, name: string | null, { categories }: BookWords): string {
  return name ?? categories[id] ?? id
}
