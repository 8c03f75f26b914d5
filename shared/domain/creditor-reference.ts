// The European payment reference (ISO 11649): RF, two check digits, at most 21 letters and digits; checked like an IBAN.

/** Whether a reference without spaces, in capitals, can exist. */
export function isCreditorReference(plain: string): boolean {
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(plain) && remainderOf(plain.slice(4) + plain.slice(0, 4)) === 1
}

/** @param body 1 to 21 capitals and digits */
export function makeCreditorReference(body: string): string {
  if (!/^[A-Z0-9]{1,21}$/.test(body)) throw new Error('an RF reference holds 1 to 21 capitals and digits')
  const check = 98 - remainderOf(`${body}RF00`)
  return `RF${String(check).padStart(2, '0')}${body}`
}

/** After division by 97, letters counting as 10 to 35. */
function remainderOf(signs: string): number {
  let remainder = 0
  for (const sign of signs) {
    const value = Number.parseInt(sign, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder
}
