// Telephone cells of a row: fixed or mobile by the number itself, not by the column it happens to stand in.
import type { ImportReason } from '../../../shared/domain/import-reason.ts'
import { type PhoneProblem, type PhoneReading, readPhones } from '../../../shared/domain/phone-number.ts'
import { checkPhone } from '../members/check-phone.ts'
import { type Reason, reason } from './candidate.ts'
import type { ListRow } from './list-row.ts'

export interface PhoneCells {
  readonly fixed: string | null
  readonly mobile: string | null
  readonly partnerMobile: string | null
  /** Numbers for which these have no place. */
  readonly left: readonly string[]
}

/** @param people how many the row is about: one, or a couple */
export function readPhoneCells(
  row: Pick<ListRow, 'all'>,
  people: number,
  errors: Reason[],
  remarks: Reason[],
): PhoneCells {
  const read = (texts: readonly string[]) =>
    texts.flatMap((text) =>
      readPhones(text)
        .map(checkForeign)
        .flatMap((reading) => {
          if (!reading.ok) {
            errors.push(
              reason(reading.missing === 1 ? 'phoneMissesOne' : phoneCodes[reading.problem], {
                value: text,
                missing: reading.missing,
              }),
            )
            return []
          }
          if (reading.repaired) remarks.push(reason('phoneRepaired', { value: text, to: reading.phone }))
          return [reading]
        }),
    )
  const own = read([...row.all('mobile'), ...row.all('phone')])
  const partner = read(row.all('partnerPhone'))
  const mobiles = own.filter((phone) => phone.mobile)
  const others = own.filter((phone) => !phone.mobile)
  const taken = {
    fixed: others[0]?.phone ?? null,
    // A foreign mobile looks like any number; with a second one and no mobile it is the best guess.
    mobile: mobiles[0]?.phone ?? others[1]?.phone ?? null,
    partnerMobile: people > 1 ? (partner[0]?.phone ?? mobiles[1]?.phone ?? null) : null,
  }
  const numbers = new Set([...own, ...partner].map(({ phone }) => phone))
  const places: readonly (string | null)[] = Object.values(taken)
  return { ...taken, left: [...numbers].filter((phone) => !places.includes(phone)) }
}

const phoneCodes: Readonly<Record<PhoneProblem, ImportReason>> = {
  letters: 'phoneLetters',
  tooShort: 'phoneTooShort',
  tooLong: 'phoneTooLong',
  digitsLost: 'phoneDigitsLost',
  unknown: 'phoneUnknown',
}

function checkForeign(reading: PhoneReading): PhoneReading {
  return reading.ok && reading.phone.startsWith('+') ? checkPhone(reading.phone) : reading
}
