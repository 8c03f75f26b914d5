// What a list would change about somebody the book knows. An empty cell changes nothing; a name is never re-spelled.
import { type Address, formatStreet, makeAddressKey } from '../../../shared/domain/address.ts'
import { type Day, dayAsTyped } from '../../../shared/domain/calendar-date.ts'
import type { MembershipKind } from '../../../shared/domain/membership.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import type { Role } from '../../../shared/domain/role-seats.ts'
import type { NewRow } from '../database/schema.ts'
import { type Candidate, type Reason, reason } from './candidate.ts'
import type { KnownPerson } from './import-queries.ts'

type ChangedColumn =
  | 'first_name'
  | 'infix'
  | 'last_name'
  | 'called'
  | 'birth_year'
  | 'phone'
  | 'mobile'
  | 'email'
  | 'preferred_contact'
  | 'languages'
  | 'emergency_contact'
  | 'note'

export interface PersonChange {
  /** New values of columns of the person. */
  readonly columns: Partial<Pick<NewRow<'person'>, ChangedColumn>>
  /** The whole new address; null when it stays. */
  readonly address: Address | null
  readonly membership:
    | { readonly kind: 'none' }
    /** No membership now: a new period begins. */
    | { readonly kind: 'begin'; readonly as: MembershipKind }
    /** Another kind of member from today. */
    | { readonly kind: 'turn'; readonly as: MembershipKind }
    | { readonly kind: 'correct'; readonly from?: Day; readonly until?: Day; readonly number?: string }
  /** Binnenbuurten to be in from now on, besides those of today. */
  readonly joins: readonly string[]
  /** Leaves the one binnenbuurt of today for the one it joins. */
  readonly leaves: boolean
  readonly takes: readonly Role[]
  readonly reasons: readonly Reason[]
}

/** Compares; `reasons` is empty when nothing would change. */
export function comparePerson(candidate: Candidate, known: KnownPerson, defaultKind: MembershipKind): PersonChange {
  const reasons: Reason[] = []
  const changed = <Value extends string | number>(
    field: string,
    to: Value | null,
    from: Value | null,
  ): Value | undefined => {
    if (to === null || String(to).toLowerCase() === String(from ?? '').toLowerCase()) return undefined
    reasons.push(
      reason(from === null || from === '' ? 'added' : 'becomes', { field, to, from: from === '' ? null : from }),
    )
    return to
  }
  const address = compareAddress(candidate.address, known.address, reasons)
  const columns = {
    phone: changed('phone', candidate.phone === known.mobile ? null : candidate.phone, known.phone),
    mobile: changed('mobile', candidate.mobile === known.phone ? null : candidate.mobile, known.mobile),
    email: changed('email', candidate.email, known.email),
    birth_year: changed('birth', candidate.birthYear, known.birthYear),
    preferred_contact: changed(
      'preferredContact',
      candidate.preferredContact,
      known.preferredContact as Candidate['preferredContact'],
    ), // one list of codes
    languages: changed('languages', candidate.languages, known.languages),
    emergency_contact: changed('emergencyContact', candidate.emergencyContact, known.emergencyContact),
    called:
      candidate.name.called !== '' &&
      known.name.called === '' &&
      foldText(candidate.name.called) !== foldText(known.name.firstName)
        ? changed('called', candidate.name.called, '')
        : undefined,
    note: mergeNote(known.note, candidate.noteLines, reasons),
  }
  return {
    columns: withoutUndefined(columns),
    address,
    membership: compareMembership(candidate, known, defaultKind, changed, reasons),
    ...compareNeighbourhoods(candidate, known, reasons),
    takes: compareRoles(candidate, known, reasons),
    reasons,
  }
}

/** "Merelhof", or "Merelhof 12" without the floor: what the list leaves out is as the book has it, and nobody moved. */
const filledIn = (listed: Address, known: Address): Address => ({
  ...listed,
  houseNumber: listed.houseNumber ?? known.houseNumber,
  houseSuffix: listed.houseSuffix || known.houseSuffix,
})

function compareAddress(listed: Address, known: Address, reasons: Reason[]): Address | null {
  if (listed.street === '' && listed.postcode === '' && listed.city === '') return null
  const door = listed.street === '' ? known : listed
  const moved = listed.street !== '' && makeAddressKey(filledIn(listed, known)) !== makeAddressKey(known)
  // Behind another front door the old postcode and place say nothing.
  const next: Address = {
    street: moved ? door.street : known.street,
    houseNumber: moved ? door.houseNumber : known.houseNumber,
    houseSuffix: moved ? door.houseSuffix : known.houseSuffix,
    postcode: listed.postcode || (moved ? '' : known.postcode),
    city: listed.city || (moved ? '' : known.city),
  }
  if (moved) {
    reasons.push(
      known.street === ''
        ? reason('added', { field: 'address', to: formatStreet(next), from: null })
        : reason('becomes', { field: 'address', to: formatStreet(next), from: formatStreet(known) }),
    )
    return next
  }
  const plain = (text: string) => text.replace(/\s/g, '').toLowerCase()
  let differs = false
  for (const field of ['postcode', 'city'] as const) {
    if (plain(next[field]) === plain(known[field])) continue
    differs = true
    reasons.push(
      reason(known[field] === '' ? 'added' : 'becomes', { field, to: next[field], from: known[field] || null }),
    )
  }
  return differs ? next : null
}

/** Adds what the note does not say yet; "Heading: old value" becomes "Heading: new value". */
function mergeNote(note: string | null, lines: readonly string[], reasons: Reason[]): string | undefined {
  const kept = (note ?? '').split('\n').filter((line) => line !== '')
  let changed = false
  for (const line of lines) {
    if (kept.includes(line)) continue
    changed = true
    const heading = /^[^:]+: /.exec(line)?.[0]
    const at = heading === undefined ? -1 : kept.findIndex((each) => each.startsWith(heading))
    if (at >= 0) kept[at] = line
    else kept.push(line)
    reasons.push(reason('noteAdded', { to: line }))
  }
  return changed ? kept.join('\n') : undefined
}

type Changed = <Value extends string | number>(field: string, to: Value | null, from: Value | null) => Value | undefined

function compareMembership(
  candidate: Candidate,
  known: KnownPerson,
  defaultKind: MembershipKind,
  changed: Changed,
  reasons: Reason[],
): PersonChange['membership'] {
  const current = known.membership
  if (!current) {
    if (candidate.until !== null || candidate.kind === 'oud_lid') return { kind: 'none' }
    const as = candidate.kind ?? defaultKind
    reasons.push(reason('rejoins', { kind: as }))
    return { kind: 'begin', as }
  }
  if (candidate.kind !== null && candidate.kind !== current.kind) {
    reasons.push(reason('becomes', { field: 'kind', to: candidate.kind, from: current.kind }))
    return { kind: 'turn', as: candidate.kind }
  }
  const day = (value: Day | null) => (value === null ? null : dayAsTyped(value))
  const from = changed('since', day(candidate.since), day(current.from)) === undefined ? null : candidate.since
  const until = changed('until', day(candidate.until), day(current.until)) === undefined ? null : candidate.until
  const number = changed('number', candidate.number, current.number)
  if (from === null && until === null && number === undefined) return { kind: 'none' }
  return {
    kind: 'correct',
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
    ...(number === undefined ? {} : { number }),
  }
}

/** A list keeps the group and the role beside the day somebody left; they do not begin again by it. */
const hasLeft = ({ until, kind }: Candidate) => until !== null || kind === 'oud_lid'

function compareNeighbourhoods(
  candidate: Candidate,
  known: KnownPerson,
  reasons: Reason[],
): Pick<PersonChange, 'joins' | 'leaves'> {
  if (hasLeft(candidate)) return { joins: [], leaves: false }
  const names = known.neighbourhoods.map(({ name }) => foldText(name))
  const joins = candidate.neighbourhoods.filter((name) => !names.includes(foldText(name)))
  const leaves = joins.length > 0 && candidate.neighbourhoods.length === 1 && known.neighbourhoods.length === 1
  const from = leaves ? (known.neighbourhoods[0]?.name ?? null) : null
  for (const to of joins)
    reasons.push(reason(from === null ? 'added' : 'becomes', { field: 'neighbourhood', to, from }))
  return { joins, leaves }
}

function compareRoles(candidate: Candidate, known: KnownPerson, reasons: Reason[]): Role[] {
  if (hasLeft(candidate)) return []
  const takes = candidate.roles.filter((role) => !known.roles.some((term) => term.role === role))
  for (const role of takes) reasons.push(reason('takesRole', { role }))
  return takes
}

function withoutUndefined<Values extends Record<string, unknown>>(
  values: Values,
): { [K in keyof Values]?: NonNullable<Values[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof Values]?: NonNullable<Values[K]>
  } // only what was undefined is gone
}
