// One person of the list beside the one they were compared with, as text for the screen.
import { type Address, formatAddress } from '../../../shared/domain/address.ts'
import { formatName, type PersonName } from '../../../shared/domain/person-name.ts'
import { bodyOf, type ImportSession } from './import-session.ts'
import type { PlannedPerson } from './plan-import.ts'

interface Shown {
  readonly name: PersonName
  readonly address: Address
  readonly phone: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly birthYear: number | null
}

export function rowOf(session: ImportSession, person: PlannedPerson) {
  const { candidate, known, earlier } = person
  const original = session.read.lines.find(({ line }) => line === candidate.line)
  const current = bodyOf(session).find(({ line }) => line === candidate.line)
  const compared = known
    ? { ...shown(known, known.membership?.number ?? null), inBook: true, line: null }
    : earlier
      ? { ...shown(earlier, earlier.number), inBook: false, line: earlier.line }
      : null
  return {
    cells: session.columns.flatMap(({ heading, field }, index) => {
      const value = current?.cells[index] ?? ''
      const before = original?.cells[index] ?? ''
      if (heading === '' && value === '' && before === '') return []
      return [{ index, heading, field, value, original: value === before ? null : before }]
    }),
    listed: shown(candidate, candidate.number),
    compared,
  }
}

function shown(person: Shown, number: string | null) {
  return {
    name: formatName(person.name),
    address: formatAddress(person.address),
    phone: person.phone ?? '',
    mobile: person.mobile ?? '',
    email: person.email ?? '',
    birthYear: String(person.birthYear ?? ''),
    number: number ?? '',
  }
}
