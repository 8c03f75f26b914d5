// Words that do not belong in a note about a neighbour. They are pointed out, never refused: the writer decides.

/** Per theme the beginnings of words, in lower case; a space makes a phrase. */
export type UnfitWords = Readonly<Record<string, readonly string[]>>

export interface UnfitWord {
  readonly theme: string
  /** As it was written. */
  readonly word: string
}

/** The words of a text that begin like one of the list, each once. */
export function findUnfitWords(text: string, lists: readonly UnfitWords[]): UnfitWord[] {
  const found = new Map<string, UnfitWord>()
  for (const list of lists)
    for (const [theme, words] of Object.entries(list))
      for (const word of words)
        for (const [written] of text.matchAll(beginningWith(word)))
          if (!found.has(written.toLowerCase())) found.set(written.toLowerCase(), { theme, word: written })
  return [...found.values()]
}

const beginningWith = (word: string) =>
  new RegExp(`(?<!\\p{L})${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\p{L}*`, 'giu')
