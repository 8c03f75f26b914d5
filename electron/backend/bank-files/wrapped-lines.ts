// Lines of MT940 are cut at 65 characters, in the middle of a word if need be.
export const lineLength = 65

/**
 * Joins cut lines to one text. A full line goes on in the next without a space; a shorter one, or one filled up with spaces,
 * had ended. Runs of spaces become one: they were filling.
 */
export function joinWrapped(lines: readonly string[]): string {
  return lines
    .map((line) => (line.length < lineLength ? `${line} ` : line))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}
