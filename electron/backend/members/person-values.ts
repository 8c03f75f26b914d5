// Checks what was typed about a person and turns it into columns. All that is wrong is said, each with its field.
import type { ErrorCode } from '../../../shared/contract/reply.ts'
import { isBirthYear } from '../../../shared/domain/birth-year.ts'
import { type Day, partsOf } from '../../../shared/domain/calendar-date.ts'
import { readEmail } from '../../../shared/domain/email-address.ts'
import { makeSortName } from '../../../shared/domain/person-name.ts'
import type { PhoneProblem } from '../../../shared/domain/phone-number.ts'
import type { PreferredContact } from '../../../shared/domain/preferred-contact.ts'
import { RuleBroken, readAll } from '../rule-broken.ts'
import { checkPhone } from './check-phone.ts'

/** What is written down about a person themselves. */
export interface PersonFields {
  readonly firstName: string
  readonly infix: string
  readonly lastName: string
  readonly called: string
  readonly birthYear: number | null
  readonly phone: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly preferredContact: PreferredContact | null
  readonly languages: string | null
  readonly emergencyContact: string | null
  readonly note: string | null
}

/** @throws RuleBroken nameMissing, phone..., emailInvalid, birthYearInvalid with `field` */
export function personValues(fields: PersonFields, today: Day, path = '') {
  const read = readAll({
    last_name: () => lastNameValue(fields, `${path}lastName`),
    birth_year: () => birthYearValue(fields.birthYear, today, `${path}birthYear`),
    phone: () => phoneValue(fields.phone, `${path}phone`),
    mobile: () => phoneValue(fields.mobile, `${path}mobile`),
    email: () => emailValue(fields.email, `${path}email`),
  })
  return {
    ...read,
    first_name: fields.firstName,
    infix: fields.infix,
    called: fields.called,
    preferred_contact: fields.preferredContact,
    languages: fields.languages,
    emergency_contact: fields.emergencyContact,
    note: fields.note,
    sort_name: makeSortName(fields),
  }
}

function lastNameValue({ firstName, lastName }: PersonFields, field: string): string {
  if (firstName === '' && lastName === '') throw new RuleBroken('nameMissing', { field })
  return lastName
}

function phoneValue(text: string | null, field: string): string | null {
  if (text === null) return null
  const reading = checkPhone(text)
  if (reading.ok) return reading.phone
  throw new RuleBroken(phoneCodes[reading.problem], { field, value: text, count: Math.max(1, reading.missing) })
}

const phoneCodes: Readonly<Record<PhoneProblem, ErrorCode>> = {
  letters: 'phoneLetters',
  tooShort: 'phoneTooShort',
  tooLong: 'phoneTooLong',
  digitsLost: 'phoneDigitsLost',
  unknown: 'phoneUnknown',
}

function emailValue(text: string | null, field: string): string | null {
  if (text === null) return null
  const email = readEmail(text)
  if (email === null) throw new RuleBroken('emailInvalid', { field, value: text })
  return email
}

function birthYearValue(year: number | null, today: Day, field: string): number | null {
  const thisYear = partsOf(today).year
  if (year !== null && !isBirthYear(year, thisYear)) throw new RuleBroken('birthYearInvalid', { field, year, thisYear })
  return year
}
