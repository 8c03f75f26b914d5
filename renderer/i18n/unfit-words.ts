// Words that do not belong in a note, per language. Both are looked for: whoever has the window in one language may write in the other.
import wordsEn from '../../resources/care-words/en.json'
import wordsNl from '../../resources/care-words/nl.json'
import type { UnfitWords } from '../../shared/domain/unfit-words.ts'

export const unfitWords: readonly UnfitWords[] = [wordsNl, wordsEn]
