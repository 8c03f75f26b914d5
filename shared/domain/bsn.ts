// A citizen service number [BSN] has no place in a neighbourhood's book: the law lets only a few bodies write it down.

/** Nine digits in a row, or in the groups people write them in; not a part of a longer number such as a telephone's. */
const nineDigits = /(?<![\d+])(?<!\d[ .-])(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3})(?!\d)(?![ .-]\d)/g

/** True when the text holds a number that passes the check of eleven every BSN passes. */
export function holdsBsn(text: string): boolean {
  return [...text.matchAll(nineDigits)].some(([found]) => passesElevenCheck(found.replace(/\D/g, '')))
}

function passesElevenCheck(digits: string): boolean {
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return sum % 11 === 0 && Number(digits) > 0
}
