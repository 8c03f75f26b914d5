// One person of the list beside those they were compared with, as text for the screen.

import { formatAddress } from '../../../shared/domain/address.ts'
import { type TellingPart, tellingParts } from '../../../shared/domain/import-field.ts'
import { formatName } from '../../../shared/domain/person-name.ts'
import type { Candidate } from './candidate.ts'
import type { KnownPerson } from './import-queries.ts'
import { bodyOf, type ImportSession } from './import-session.ts'
import type { PlannedPerson } from './plan-import.ts'
import {
  type Description,
  describeKnown,
  describeListed,
  describeMeant,
  factsOf,
  partsThatDiffer,
  partsThatTell,
} from './tell-apart.ts'

/** With what tells them from their namesakes, in the list and in the book. */
export function previewRowOf(person: PlannedPerson, namesakes: ReadonlyMap<string, readonly TellingPart[]>) {
  const { candidate, status, reasons, decided } = person
  const others = othersOf(person)
  const inList = namesakes.get(candidate.key) ?? []
  const parts = tellingParts.filter((part) => inList.includes(part) || others.parts.includes(part))
  return {
    key: candidate.key,
    line: candidate.line,
    name: formatName(candidate.name),
    status,
    reasons: reasons.map(({ code, details }) => ({ code, details: { ...details } })),
    decided,
    apart: factsOf(describeMeant(person), parts),
    alike:
      status === 'double'
        ? others.people.map(({ id, name, line, isDeceased, apart }) => ({ id, name, line, isDeceased, apart }))
        : [],
  }
}

export function rowOf(session: ImportSession, person: PlannedPerson) {
  const { candidate } = person
  const original = session.read.lines.find(({ line }) => line === candidate.line)
  const current = bodyOf(session).find(({ line }) => line === candidate.line)
  return {
    cells: session.columns.flatMap(({ heading, field }, index) => {
      const value = current?.cells[index] ?? ''
      const before = original?.cells[index] ?? ''
      if (heading === '' && value === '' && before === '') return []
      return [{ index, heading, field, value, original: value === before ? null : before }]
    }),
    listed: shown(candidate, describeListed(candidate)),
    compared: othersOf(person).people,
  }
}

/** Who it could be: in the book, else earlier in the list. The one it is taken for stands first. */
function othersOf(person: PlannedPerson) {
  const { candidate, known, earlier, status } = person
  const listed = describeListed(candidate)
  const inBook = [...person.alike].sort((a, b) => Number(b === known) - Number(a === known))
  const others = [
    ...inBook.map((each) => ({
      ...{ id: each.id, line: null, isDeceased: each.deceasedOn !== null },
      ...{ person: each, description: describeKnown(each) },
    })),
    ...(earlier && inBook.length === 0
      ? [
          {
            ...{ id: null, line: earlier.line, isDeceased: false },
            ...{ person: earlier, description: describeListed(earlier) },
          },
        ]
      : []),
  ]
  // Whoever is certainly one of them needs telling from the others only.
  const isOneOfThem = known !== null && status !== 'double'
  const parts = partsThatTell([...(isOneOfThem ? [] : [listed]), ...others.map(({ description }) => description)])
  const people = others.map(({ person: other, description, ...rest }) => ({
    ...rest,
    ...shown(other, description),
    apart: factsOf(description, parts),
    differs: partsThatDiffer(listed, description),
  }))
  return { parts, people }
}

function shown(person: KnownPerson | Candidate, { parts }: Description) {
  const { phone, mobile, email, birthYear, number, neighbourhood } = parts
  return {
    ...{ name: formatName(person.name), address: formatAddress(person.address) },
    ...{ phone, mobile, email, birthYear, number, neighbourhood },
  }
}
