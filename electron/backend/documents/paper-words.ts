// The few words that documents say themselves, in the language of the document or of who reads a piece of it.
import ar from '../../../resources/locales/ar/documents.json' with { type: 'json' }
import en from '../../../resources/locales/en/documents.json' with { type: 'json' }
import nl from '../../../resources/locales/nl/documents.json' with { type: 'json' }
import ti from '../../../resources/locales/ti/documents.json' with { type: 'json' }
import tr from '../../../resources/locales/tr/documents.json' with { type: 'json' }
import uk from '../../../resources/locales/uk/documents.json' with { type: 'json' }
import { type Format, formatFor } from '../../../shared/domain/format.ts'
import type { PaperLanguage } from '../../../shared/domain/paper-language.ts'

export interface PaperWords {
  readonly language: PaperLanguage
  readonly words: typeof nl
  readonly format: Format
}

const wordsOf: Readonly<Record<PaperLanguage, typeof nl>> = { nl, en, ar, ti, uk, tr }

export const paperWords = (language: PaperLanguage): PaperWords => ({
  language,
  words: wordsOf[language],
  format: formatFor(language),
})
