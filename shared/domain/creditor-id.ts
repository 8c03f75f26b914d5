// The number by which payers and banks know who collects [incassant-ID, SEPA creditor identifier]. The Dutch one is made from the
// number at the Chamber of Commerce [KvK]: NL, two check digits, a business code, eight digits KvK and four of a branch.

/** The business code that is used when none was agreed; it does not take part in the check. */
const usualBusinessCode = 'ZZZ'
const mainBranch = '0000'

/** Without spaces and signs, in capitals: the form in which it is kept. */
export function plainCreditorId(text: string): string {
  return text.replace(/[\s.-]/g, '').toUpperCase()
}

/** Whether a plain creditor identifier can exist: form, length for the Netherlands, check digits. */
export function isCreditorId(plain: string): boolean {
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/.test(plain)) return false
  if (plain.startsWith('NL') && !/^NL[0-9]{2}[A-Z0-9]{3}[0-9]{12}$/.test(plain)) return false
  return plain.slice(2, 4) === checkDigits(plain.slice(0, 2), plain.slice(7))
}

/** The identifier that belongs to a KvK number of eight digits; undefined when it is not one. */
export function creditorIdOfKvk(kvk: string): string | undefined {
  const digits = kvk.replace(/[\s.-]/g, '')
  if (!/^[0-9]{8}$/.test(digits)) return undefined
  const national = digits + mainBranch
  return `NL${checkDigits('NL', national)}${usualBusinessCode}${national}`
}

function checkDigits(country: string, national: string): string {
  return String(98 - remainder97(`${national}${country}00`)).padStart(2, '0')
}

function remainder97(text: string): number {
  let remainder = 0
  for (const sign of text) {
    const value = Number.parseInt(sign, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder
}
