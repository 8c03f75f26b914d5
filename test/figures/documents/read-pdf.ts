// The text of a PDF as it was painted, laid beside the text it was made of.
import { execFileSync } from 'node:child_process'
import type { Block } from './measure-page.ts'

/** One sign, or what is one sign on paper and more in the text (a ligature). Spaces and what is not compared are left out. */
type Sign = string

/** The signs of each page, from left to right along every line. */
export function paintedPages(pdf: Uint8Array): Sign[][] {
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8', maxBuffer: 64_000_000 })
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => {
      const lines = page.split('\n').filter((line) => !/^\d+ \/ \d+$/.test(line.trim()))
      // The tool puts the parts of a ligature between two marks.
      const signs = [...lines.join('\n').matchAll(/\u202b([^\u202c]*)\u202c|./gsu)].map(
        ([sign, inside]) => inside ?? sign,
      )
      return signs.map(comparable).filter((sign) => sign !== '')
    })
}

/**
 * What is compared: no spaces and ends of lines (where a line breaks is no part of the text), no marks of direction, no soft hyphens, one
 * form for signs that have several, and Arabic without its vowel marks, which the tool gives before or behind their letter.
 */
const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad\u064b-\u0655]/g, '')
    .replace(/\s+/g, '')

/** All pages after each other, without a table's head where it was repeated. */
export function wholeText(pages: readonly Sign[][], heads: readonly string[]): Sign[] {
  const sorted = (signs: readonly string[]) => [...signs.join('')].sort().join('')
  return pages.flatMap((page, at) => {
    if (at === 0) return page
    for (const head of heads) {
      const { taken, rest } = take(page, comparable(head).length)
      if (taken.length > 0 && sorted(taken) === sorted([comparable(head)])) return rest
    }
    return page
  })
}

export interface Compared {
  /** Blocks that are letter for letter as they were written. */
  exact: number
  /** Blocks with both directions on a line: every word is there as it was written, and nothing else is. */
  byWords: number
  /** The first block that is neither; null when there is none. */
  difference: string | null
}

export function compareBlocks(blocks: readonly Block[], painted: readonly Sign[]): Compared {
  const compared: Compared = { exact: 0, byWords: 0, difference: null }
  let rest = painted
  for (const { pieces, isRightToLeft } of blocks) {
    const written = comparable(pieces.join(''))
    const { taken, rest: after } = take(rest, written.length)
    rest = after
    const forward = taken.join('')
    if (forward === written || (!hasOthers.test(written) && backward(taken) === written)) compared.exact += 1
    else if ((isRightToLeft || arabic.test(written)) && isSameByWords(pieces, taken)) compared.byWords += 1
    else return { ...compared, difference: `${JSON.stringify(written)} became ${JSON.stringify(forward)}` }
  }
  return rest.length === 0
    ? compared
    : { ...compared, difference: `something was added: ${rest.slice(0, 20).join('')}` }
}

const arabic = /\p{Script=Arabic}/u
/** Letters and figures that are read from the left. */
const hasOthers = /(?!\p{Script=Arabic})[\p{L}\p{N}]/u
/** A number with its signs is one word, so that a date read backwards is found; what is broken at a hyphen is two. */
const words =
  /\p{Script=Arabic}+|\p{N}(?:[^\s\p{L}]*\p{N})?|(?!\p{Script=Arabic})\p{L}(?!\p{Script=Arabic})[\p{L}\p{M}\p{N}]*/gu

const backward = (signs: readonly Sign[]) => signs.toReversed().join('')

function isSameByWords(pieces: readonly string[], painted: readonly Sign[]): boolean {
  const [forward, turned] = [painted.join(''), backward(painted)]
  const letters = (text: string) => [...text].sort().join('')
  if (letters(forward) !== letters(comparable(pieces.join('')))) return false
  const found = pieces.flatMap((piece) => piece.normalize('NFKC').match(words) ?? [])
  return found.every((word) => (arabic.test(word) ? turned : forward).includes(comparable(word)))
}

/** Signs of so many letters; none where they do not come out even. */
function take(signs: readonly Sign[], length: number): { taken: Sign[]; rest: readonly Sign[] } {
  let letters = 0
  let count = 0
  while (letters < length && count < signs.length) {
    letters += signs[count]?.length ?? 0
    count += 1
  }
  return { taken: signs.slice(0, count), rest: signs.slice(count) }
}
