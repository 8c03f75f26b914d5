// The name a bank gives with a line: "Hr M.E. van Leeuwen", "VRIES PA DE", "R.Bakker e/o M.B.Bakker", "Fam. Jansen".
import { foldText, isInfixWord } from '../../../shared/domain/person-name.ts'

/** One holder of the account, as words in the order in which they stand. */
export interface Holder {
  readonly words: readonly NameWord[]
}

export interface NameWord {
  /** Folded. */
  readonly text: string
  /** Initials as written: "M.E.", "PA"; a single letter always. */
  readonly kind: 'name' | 'initials' | 'infix'
}

/** Titles are left out; a name of two people gives two holders. */
export function readPayerName(name: string | null): Holder[] {
  if (name === null) return []
  return name
    .split(betweenHolders)
    .map((part) => ({ words: dropTitles(part.split(betweenWords).flatMap(readWord)) }))
    .filter((holder) => holder.words.length > 0)
}

function readWord(word: string, at: number, words: readonly string[]): NameWord[] {
  const text = foldText(word)
  if (text === '') return []
  // "VAN T HOF": without its apostrophe the 't looks like an initial.
  if (isInfixWord(word) || (text === 't' && isInfixWord(words[at - 1] ?? ''))) return [{ text, kind: 'infix' }]
  const isCapitals = word.length <= 3 && word === word.toUpperCase()
  return [{ text, kind: text.length === 1 || isCapitals ? 'initials' : 'name' }]
}

function dropTitles(words: NameWord[]): NameWord[] {
  const first = words.findIndex((word) => !titles.has(word.text))
  // "MW JANSEN": with nothing else in front of the last name these may be initials just as well.
  return first === 1 && words.length === 2 && words[0]?.kind === 'initials' ? words : words.slice(Math.max(first, 0))
}

const betweenHolders = /\s+(?:e\/o|en\/of|en|and|&|\+)\s+|\s*[&+/]\s*/i
const betweenWords = /[\s.,()-]+/
const titles = new Set('hr dhr heer meneer mw mevr mevrouw mej fam familie drs dr ir ing mr prof ds erven'.split(' '))
