/** A text in three: what both begin with, where they differ, and what both end with. Cut between words where there are several. */
export function differingPart(text: string, other: string): readonly [before: string, part: string, after: string] {
  const pieces = piecesOf(text)
  const others = piecesOf(other)
  const start = sharedStart(pieces, others)
  const end = sharedStart(pieces.slice(start).reverse(), others.slice(start).reverse())
  const until = pieces.length - end
  return [pieces.slice(0, start).join(''), pieces.slice(start, until).join(''), pieces.slice(until).join('')]
}

/** Words with the white space between them; a number, or a single word, in characters. */
function piecesOf(text: string): string[] {
  const isSentence = /\p{L}/u.test(text) && /\s/.test(text)
  return isSentence ? text.split(/(\s+)/).filter((piece) => piece !== '') : [...text]
}

function sharedStart(pieces: readonly string[], others: readonly string[]): number {
  const at = pieces.findIndex((piece, index) => piece !== others[index])
  return at === -1 ? pieces.length : at
}
