// Numbers of people that may be handed on. Fewer than five is written as "<5", and a number from which such a one could be worked
// out is left out (null).

/** A number of people as it may leave the book. */
export type ShownCount = number | '<5' | null

/** Fewer than this many people are not told apart by a number. */
const fewest = 5
export const mostOfFew = fewest - 1
export const isFew = (n: number): boolean => n > 0 && n < fewest

export const showCount = (n: number): ShownCount => (isFew(n) ? '<5' : n)

/** A part of a number that is shown as well: not when either side of it is a few, for the rest follows by subtracting. */
export function showPart(part: number, whole: number): ShownCount {
  if (isFew(whole) || isFew(whole - part)) return null
  return showCount(part)
}
