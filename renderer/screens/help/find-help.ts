// Looking for words in the pages of help: all words that were typed, anywhere in the page, as the beginning of a word.

export interface Searchable {
  readonly title: string
  readonly lead: string
  readonly texts: readonly string[]
}

/** The pages with all of the words, those that have them in their title first. No words: no pages. */
export function findHelp<Page extends Searchable>(pages: readonly Page[], typed: string): readonly Page[] {
  const wanted = wordsIn(typed)
  if (wanted.length === 0) return []
  const ranked = pages.map((page) => ({ page, rank: rankOf(page, wanted) }))
  // Pages of the same rank keep the order they have in the list.
  return ranked
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ page }) => page)
}

function rankOf({ title, lead, texts }: Searchable, wanted: readonly string[]): number {
  const hasAll = (text: string) => {
    const words = wordsIn(text)
    return wanted.every((word) => words.some((found) => found.startsWith(word)))
  }
  if (hasAll(title)) return 3
  if (hasAll(`${title} ${lead}`)) return 2
  return hasAll([title, lead, ...texts].join(' ')) ? 1 : 0
}

/** Without accents and capitals: whoever types "kopieen" means "kopieën". */
function wordsIn(text: string): readonly string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
