// Four words that one person reads to another over the telephone. The list comes in from outside: it is a resource, and large.

/** How many words are read out: 4 of 2,048 are 44 bits. */
export const spokenWordCount = 4

export type ReadWord =
  | { readonly kind: 'empty' }
  /** Not a whole word yet; `fitting` are the words that begin like this. */
  | { readonly kind: 'begun'; readonly fitting: readonly string[] }
  | { readonly kind: 'whole'; readonly word: string }
  /** No word begins like this. */
  | { readonly kind: 'wrong' }

/** What the typed text is, letter by letter. Capitals, accents and spaces around it do not count. */
export function readSpokenWord(typed: string, words: readonly string[]): ReadWord {
  const text = plainWord(typed)
  if (text === '') return { kind: 'empty' }
  if (words.includes(text)) return { kind: 'whole', word: text }
  const fitting = words.filter((word) => word.startsWith(text))
  return fitting.length === 0 ? { kind: 'wrong' } : { kind: 'begun', fitting }
}

/** The word that the typed text can only be: four letters are always enough. */
export function completeSpokenWord(typed: string, words: readonly string[]): string | undefined {
  const read = readSpokenWord(typed, words)
  if (read.kind === 'whole') return read.word
  return read.kind === 'begun' && read.fitting.length === 1 ? read.fitting[0] : undefined
}

/** Whatever was pasted or typed in one go, cut into words: "Tulp - station, ketel regen". */
export function splitSpokenWords(typed: string): string[] {
  return typed.split(/[^\p{Letter}\p{Mark}]+/u).filter((part) => part !== '')
}

/** The four words as the passphrase of an age file; undefined unless there are four and each is in the list. */
export function passphraseOfWords(typed: readonly string[], words: readonly string[]): string | undefined {
  const whole = typed.map((word) => completeSpokenWord(word, words))
  return whole.length === spokenWordCount && whole.every((word) => word !== undefined) ? whole.join(' ') : undefined
}

function plainWord(typed: string): string {
  return typed
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .trim()
    .toLowerCase()
}
