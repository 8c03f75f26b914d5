// Telephone cells of a row: fixed or mobile by the number itself, not by the column it happens to stand in.
import type { ImportReason } from '../../../shared/domain/import-reason.ts'
import { foldText, type PersonName } from '../../../shared/domain/person-name.ts'
import {
  type PhoneProblem,
  type PhoneReading,
  readPhone,
  readPhones,
  splitPhones,
} from '../../../shared/domain/phone-number.ts'
import { checkPhone } from '../members/check-phone.ts'
import { type Reason, reason } from './candidate.ts'
import type { ListRow } from './list-row.ts'

export interface PhoneCells {
  readonly fixed: string | null
  readonly mobile: string | null
  readonly partnerMobile: string | null
  /** Numbers for which these have no place, and cells with words beside a number: "06-1000 2214 (werk)". */
  readonly left: readonly string[]
}

/** @param people who the row is about: one, or a couple */
export function readPhoneCells(
  row: Pick<ListRow, 'all'>,
  people: readonly Pick<PersonName, 'firstName' | 'called'>[],
  errors: Reason[],
  remarks: Reason[],
): PhoneCells {
  const worded: string[] = []
  const read = (texts: readonly string[]) =>
    texts.flatMap((text) => {
      const cell = readCell(text)
      if (cell.every(({ words }) => words !== '')) worded.push(text)
      return cell.flatMap(({ reading, words }) => {
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
        return [{ ...reading, ofPartner: names(people[1], words) && !names(people[0], words) }]
      })
    })
  const cells = read([...row.all('mobile'), ...row.all('phone')])
  // A front door has one fixed telephone, whoever stands behind it.
  const own = cells.filter((phone) => !(phone.ofPartner && phone.mobile))
  const partner = [...read(row.all('partnerPhone')), ...cells.filter((phone) => phone.ofPartner && phone.mobile)]
  const mobiles = own.filter((phone) => phone.mobile)
  const others = own.filter((phone) => !phone.mobile)
  const taken = {
    fixed: others[0]?.phone ?? null,
    // A foreign mobile looks like any number; with a second one and no mobile it is the best guess.
    mobile: mobiles[0]?.phone ?? others[1]?.phone ?? null,
    partnerMobile: people.length > 1 ? (partner[0]?.phone ?? mobiles[1]?.phone ?? null) : null,
  }
  const numbers = new Set([...own, ...partner].map(({ phone }) => phone))
  const places: readonly (string | null)[] = Object.values(taken)
  return { ...taken, left: [...[...numbers].filter((phone) => !places.includes(phone)), ...worded] }
}

interface CellPhone {
  readonly reading: PhoneReading
  /** What stands beside it; empty when nothing does. */
  readonly words: string
}

/** A number with words beside it is the number, when without them nothing is wrong with it. */
function readCell(text: string): readonly CellPhone[] {
  // "zie vrouw": no number at all, so nothing is wrong with it.
  if (!/\d/.test(text)) return []
  const whole = readPhones(text).map((reading) => ({ reading: checkForeign(reading), words: '' }))
  if (whole.every(({ reading }) => reading.ok) || !/\p{L}/u.test(text)) return whole
  const parts = splitPhones(text).map((part) => {
    const bare = part.replace(/\p{L}[\p{L}\p{M}.:'’]*/gu, ' ').replace(/\(\s*\)/g, ' ')
    return { reading: checkForeign(readPhone(bare.trim())), words: foldText(part) }
  })
  return parts.length > 0 && parts.every(({ reading }) => reading.ok) ? parts : whole
}

function names(person: Pick<PersonName, 'firstName' | 'called'> | undefined, words: string): boolean {
  const own = [person?.called, person?.firstName].filter((name) => name).map((name) => foldText(name ?? ''))
  return own.some((name) => words.split(' ').includes(name))
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
