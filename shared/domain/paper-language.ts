// The languages in which a document can speak its own few words: those of the association's neighbours, more than the screens have.
import { foldText } from './person-name.ts'

export const paperLanguages = ['nl', 'en', 'ar', 'ti', 'uk', 'tr'] as const
export type PaperLanguage = (typeof paperLanguages)[number]

export const directionOf = (language: PaperLanguage): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/**
 * The language of somebody out of what was written of their languages ("Arabisch, wat Nederlands"): the first that documents speak.
 * Null when nothing was written, or none of these.
 */
export function readPaperLanguage(languages: string | null): PaperLanguage | null {
  for (const word of foldText(languages ?? '').split(/[^\p{L}]+/u)) {
    const known = paperLanguages.find((language) => language === word || namesOf[language].includes(word))
    if (known) return known
  }
  return null
}

/** As people write them in Dutch, in English and in the language itself; without capitals and accents. */
const namesOf: Readonly<Record<PaperLanguage, readonly string[]>> = {
  nl: ['nederlands', 'hollands', 'vlaams', 'dutch'],
  en: ['engels', 'english'],
  ar: ['arabisch', 'arabic', 'syrisch', 'العربية', 'عربي'],
  ti: ['tigrinya', 'tigrinja', 'tigrigna', 'tigrinisch', 'ትግርኛ'],
  uk: ['oekraiens', 'ukrainian', 'украінська', 'українська'],
  tr: ['turks', 'turkish', 'turkce', 'türkçe'],
}
