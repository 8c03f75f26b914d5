// A person while it is being filled in: everything is text until it is sent.
import { readStreet } from '../../../shared/domain/address.ts'
import type { PreferredContact } from '../../../shared/domain/preferred-contact.ts'
import type { Api } from '../../data/api.ts'

export type PersonPage = Awaited<ReturnType<Api['members']['get']>>
type Register = Parameters<Api['members']['register']>[0]

export interface PersonDraft {
  readonly firstName: string
  readonly infix: string
  readonly lastName: string
  readonly called: string
  readonly birthYear: number | null
  readonly mobile: string
  readonly phone: string
  readonly email: string
  readonly preferredContact: PreferredContact | null
  readonly languages: string
  readonly emergencyContact: string
  readonly note: string
}

export interface AddressDraft {
  /** Street and number in one field, the way people write it. */
  readonly line: string
  readonly postcode: string
  readonly city: string
}

export const emptyPerson: PersonDraft = {
  firstName: '',
  infix: '',
  lastName: '',
  called: '',
  birthYear: null,
  mobile: '',
  phone: '',
  email: '',
  preferredContact: null,
  languages: '',
  emergencyContact: '',
  note: '',
}

export const emptyAddress: AddressDraft = { line: '', postcode: '', city: '' }

export function draftOf(person: PersonPage): PersonDraft {
  return {
    firstName: person.firstName,
    infix: person.infix,
    lastName: person.lastName,
    called: person.called,
    birthYear: person.birthYear,
    mobile: person.mobile ?? '',
    phone: person.phone ?? '',
    email: person.email ?? '',
    preferredContact: person.preferredContact,
    languages: person.languages ?? '',
    emergencyContact: person.emergencyContact ?? '',
    note: person.note ?? '',
  }
}

/** The fields as the backend wants them. */
export function fieldsOf(draft: PersonDraft) {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  return {
    ...draft,
    mobile: orNull(draft.mobile),
    phone: orNull(draft.phone),
    email: orNull(draft.email),
    languages: orNull(draft.languages),
    emergencyContact: orNull(draft.emergencyContact),
    note: orNull(draft.note),
  } satisfies Partial<Register>
}

/** Only the fields that differ from what they were. */
export function changedFields(before: PersonDraft, after: PersonDraft) {
  const was = fieldsOf(before)
  const entries = Object.entries(fieldsOf(after)).filter(([name, value]) => value !== was[name as keyof typeof was]) // a key of the same object
  return Object.fromEntries(entries) as Partial<ReturnType<typeof fieldsOf>> // the same keys with the same values
}

/** Street, number and suffix out of the one field, with postcode and place. */
export function addressOf(draft: AddressDraft) {
  return { ...readStreet(draft.line), postcode: draft.postcode.trim(), city: draft.city.trim() }
}
