// Phone numbers as people write them and as Excel spoils them. What is kept is one spelling per number:
// "06-1000 2214", "020-000 0012", "0344-12 34 56", "+32470123456" (the backend groups foreign ones).

export type PhoneProblem =
  /** Letters where digits should be. */
  | 'letters'
  | 'tooShort'
  | 'tooLong'
  /** Excel rounded it (6.12346E+8): the last digits are gone for good. */
  | 'digitsLost'
  /** Ten digits that do not begin with 0, or the like. */
  | 'unknown'

export type PhoneReading =
  | {
      readonly ok: true
      readonly phone: string
      readonly mobile: boolean
      /** True when a lost zero or plus was put back. */
      readonly repaired: boolean
    }
  | { readonly ok: false; readonly problem: PhoneProblem; readonly missing: number }

/** Reads one phone number. A number from a spreadsheet cell may come as a number. */
export function readPhone(value: string | number): PhoneReading {
  const text = undoExcel(String(value))
  if (text === null) return refuse('digitsLost')
  const bare = text.replace(/\(0\)/g, '').replace(/[\s\u00a0().\-–/]/g, '')
  if (!/^\+?\d*$/.test(bare)) return refuse('letters')
  return readDigits(bare)
}

/** Reads a cell that may hold more than one number: "020-000 0012 / 06-1000 2214". */
export function readPhones(value: string | number): readonly PhoneReading[] {
  const whole = readPhone(value)
  if (whole.ok || typeof value === 'number') return [whole]
  const readings = splitPhones(value).map((part) => readPhone(part))
  return readings.length > 1 && readings.every((reading) => reading.ok) ? readings : [whole]
}

/** The parts of a cell in which digits stand. */
export function splitPhones(text: string): readonly string[] {
  return text
    .split(/\s*(?:[;,/|\n]|\sof\s|\sen\s|\sor\s|\sand\s)\s*/i)
    .map((part) => part.trim())
    .filter((part) => /\d/.test(part))
}

/** Groups a Dutch number of ten digits; anything else is returned as it is. Also used to find by typed digits. */
export function formatDutchPhone(digits: string): string {
  if (!/^0\d*$/.test(digits)) return digits
  if (/^0[89]00/.test(digits)) return joinGroups(digits.slice(0, 4), [digits.slice(4)])
  if (/^06/.test(digits)) return joinGroups('06', [digits.slice(2, 6), digits.slice(6)])
  const areaLength = shortAreas.has(digits.slice(1, 3)) ? 3 : 4
  const rest = digits.slice(areaLength)
  const groups =
    areaLength === 3 ? [rest.slice(0, 3), rest.slice(3)] : [rest.slice(0, 2), rest.slice(2, 4), rest.slice(4)]
  return joinGroups(digits.slice(0, areaLength), groups)
}

/** The digits as typed to find somebody: "+31 6 1000" and "06 1000" are the same question. */
export function readPhoneDigits(text: string): string {
  const digits = text.replace(/\D/g, '')
  if (/^\s*(\+|00)\s*31/.test(text)) return `0${digits.replace(/^(00)?310?/, '')}`
  return digits
}

// Two-digit area codes of the Dutch numbering plan, and the ranges for mobile-like and company numbers.
const shortAreas = new Set(
  '10 13 15 20 23 24 26 30 33 35 36 38 40 43 45 46 50 53 55 58 70 71 72 73 74 75 76 77 78 79 84 85 87 88 91 97'.split(
    ' ',
  ),
)

function undoExcel(text: string): string | null {
  const tidy = text
    .trim()
    .replace(/^['’=]+|"/g, '')
    .replace(/^(?:tel(?:efoon)?|mob(?:iel)?|t|m|gsm)\.?\s*[:.]?\s*(?=[+\d(])/i, '')
  const [, mantissa, power] = /^(\d(?:[.,]\d+)?)E\+?(\d{1,2})$/i.exec(tidy) ?? []
  if (mantissa !== undefined && power !== undefined) {
    const digits = mantissa.replace(/[.,]/, '')
    return digits.length === Number(power) + 1 ? digits : null
  }
  return tidy.replace(/^(\d+)[.,]0+$/, '$1')
}

function readDigits(bare: string): PhoneReading {
  if (bare.startsWith('+')) return readInternational(bare.slice(1), false)
  if (bare.startsWith('00')) return readInternational(bare.slice(2), false)
  if (bare.startsWith('0')) return readNational(bare, false)
  // Excel drops the plus of +31 6 1000 2214 and the zero of 06-1000 2214.
  if (/^31[1-9]\d{8}$/.test(bare)) return readNational(`0${bare.slice(2)}`, true)
  if (/^[1-9]\d{8}$/.test(bare)) return readNational(`0${bare}`, true)
  if (bare.length < 9) return refuse('tooShort', Math.max(1, 9 - bare.length))
  return refuse(bare.length > 15 ? 'tooLong' : 'unknown')
}

function readNational(digits: string, repaired: boolean): PhoneReading {
  if (/^0[89]00/.test(digits) && (digits.length === 8 || digits.length === 11)) return accept(digits, repaired)
  if (digits.length < 10) return refuse('tooShort', 10 - digits.length)
  if (digits.length > 10) return refuse('tooLong')
  return accept(digits, repaired)
}

function accept(digits: string, repaired: boolean): PhoneReading {
  return { ok: true, phone: formatDutchPhone(digits), mobile: digits.startsWith('06'), repaired }
}

function readInternational(digits: string, repaired: boolean): PhoneReading {
  if (digits.startsWith('31')) return readNational(`0${digits.slice(2).replace(/^0/, '')}`, repaired)
  if (digits.length < 8) return refuse('tooShort', 8 - digits.length)
  if (digits.length > 15) return refuse('tooLong')
  return { ok: true, phone: `+${digits}`, mobile: false, repaired }
}

function refuse(problem: PhoneProblem, missing = 0): PhoneReading {
  return { ok: false, problem, missing }
}

function joinGroups(area: string, groups: readonly string[]): string {
  const rest = groups.filter((group) => group !== '').join(' ')
  return rest === '' ? area : `${area}-${rest}`
}
