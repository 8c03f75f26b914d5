// An account number: letters of the country, two check digits (ISO 13616, remainder 1 after division by 97), the bank's own part.

/** Without spaces and signs, in capitals: the form in which it is kept. */
export function plainIban(text: string): string {
  return text.replace(/[\s.-]/g, '').toUpperCase()
}

/** Whether a plain IBAN can exist: form, length for the Netherlands, check digits. */
export function isIban(plain: string): boolean {
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/.test(plain)) return false
  if (plain.startsWith('NL') && !/^NL[0-9]{2}[A-Z]{4}[0-9]{10}$/.test(plain)) return false
  let remainder = 0
  for (const sign of plain.slice(4) + plain.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder === 1
}
