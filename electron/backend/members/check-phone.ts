// Phone numbers on their way into the book. Dutch ones by our own rule, which knows what Excel does to them and lets the
// fictitious ones of examples through; foreign ones by the numbering plans of libphonenumber, which stays out of the window.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { type PhoneReading, readPhone } from '../../../shared/domain/phone-number.ts'

/** Reads one number; foreign ones are grouped the way their country writes them. */
export function checkPhone(value: string | number): PhoneReading {
  const reading = readPhone(value)
  if (!reading.ok || !reading.phone.startsWith('+')) return reading
  const foreign = parsePhoneNumberFromString(reading.phone)
  if (!foreign?.isValid()) return { ok: false, problem: problemOf(foreign?.isPossible() ?? false), missing: 0 }
  const type = foreign.getType()
  return {
    ...reading,
    phone: foreign.formatInternational(),
    mobile: type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE',
  }
}

const problemOf = (possible: boolean) => (possible ? 'unknown' : 'tooShort')
