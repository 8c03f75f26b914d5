// The Dutch payment reference [betalingskenmerk]: 7 digits bare, 9 to 14 with a check digit and a code for the length, 16 with a check
// digit alone. The check digit stands first and is a weighted remainder after division by 11.

/** Of the digits after the check digit, from the last one back; they repeat. */
const weights = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1] as const

/** Whether a betalingskenmerk can be this: digits only, without the spaces of {@link formatPaymentReference}. */
export function isPaymentReference(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false
  if (digits.length === 7) return true
  if (digits.length >= 9 && digits.length <= 14) {
    // The code is the last digit of how many digits follow it.
    const follow = digits.length - 2
    if (Number(digits[1]) !== follow % 10) return false
  } else if (digits.length !== 16) return false
  return digits[0] === checkDigit(digits.slice(1))
}

/**
 * The betalingskenmerk of 16 digits for a number of 15; undefined for the numbers that get check digit 1. Two remainders share that
 * digit, so that among those a typing mistake could go unseen: we do not give them out.
 */
export function makePaymentReference(fifteen: string): string | undefined {
  if (!/^\d{15}$/.test(fifteen)) throw new Error('a betalingskenmerk is made of 15 digits')
  const check = checkDigit(fifteen)
  return check === '1' ? undefined : check + fifteen
}

/** In groups of four, as it is read from paper: `5000 0567 8901 2345`. */
export function formatPaymentReference(digits: string): string {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ')
}

/** Every possible betalingskenmerk of 16 digits in what somebody wrote; the groups may be separated. */
export function findPaymentReferences(text: string): string[] {
  const groups = text.match(/(?<![\dA-Za-z])\d{4}([ .-]?)\d{4}\1\d{4}\1\d{4}(?!\d)/g) ?? []
  return groups.map((group) => group.replace(/\D/g, '')).filter(isPaymentReference)
}

function checkDigit(digits: string): string {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    sum += Number(digits[digits.length - 1 - place]) * (weights[place % weights.length] ?? 0)
  }
  const digit = 11 - (sum % 11)
  return String(digit === 10 ? 1 : digit === 11 ? 0 : digit)
}
