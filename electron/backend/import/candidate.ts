// One person as a list describes them, before anybody looks whether the book knows them.
import type { Address } from '../../../shared/domain/address.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { ImportField } from '../../../shared/domain/import-field.ts'
import type { ImportReason } from '../../../shared/domain/import-reason.ts'
import type { MembershipKind } from '../../../shared/domain/membership.ts'
import type { PersonName } from '../../../shared/domain/person-name.ts'
import type { PreferredContact } from '../../../shared/domain/preferred-contact.ts'
import type { Role } from '../../../shared/domain/role-seats.ts'

/** Why, in a code that the screen has words for, with the values that fill them. */
export interface Reason {
  readonly code: ImportReason
  readonly details: Readonly<Record<string, string | number | null>>
}

export interface Candidate {
  /** `14.1`; the partner on the same row is `14.2`. */
  readonly key: string
  readonly line: number
  readonly name: PersonName
  readonly address: Address
  /** Null: the list says nothing. Never: it says "nothing". */
  readonly phone: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly birthYear: number | null
  readonly since: Day | null
  readonly until: Day | null
  readonly number: string | null
  readonly kind: MembershipKind | null
  /** Binnenbuurten by name. */
  readonly neighbourhoods: readonly string[]
  readonly roles: readonly Role[]
  readonly preferredContact: PreferredContact | null
  readonly languages: string | null
  readonly emergencyContact: string | null
  /** Lines for the note; "Heading: value" for columns without a field. */
  readonly noteLines: readonly string[]
  /** What is wrong with the row; such a person does not take part. */
  readonly errors: readonly Reason[]
  /** What the row says of it when it says that somebody moved away or died; null when it does not. */
  readonly gone: string | null
  /** Why the row is nobody at all: it adds up those above it, stands as a title over those below it, or says that nobody lives there. */
  readonly nobody: 'isTotal' | 'isTitle' | 'isVacant' | null
  /** Worth telling, no reason to stop. */
  readonly remarks: readonly Reason[]
}

/** What people are known and told apart by; those of the book have it too. */
export type Person = Pick<Candidate, 'name' | 'address' | 'phone' | 'mobile' | 'email' | 'birthYear'>

export interface Column {
  readonly heading: string
  readonly field: ImportField
}

export const reason = (code: ImportReason, details: Reason['details'] = {}): Reason => ({ code, details })
