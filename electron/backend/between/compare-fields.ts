// What one person of the other book's file means for the same person here. Pure: the same file, values and decisions give the same
// outcome. An empty value never wipes one, and what both changed is for somebody to choose.
import type { FileFields } from '../../../shared/contract/between-files.ts'
import { type Address, makeAddressKey } from '../../../shared/domain/address.ts'
import { type SharedField, sharedFields } from '../../../shared/domain/between.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import { isEmptyValue, type PersonValues, valueText } from './person-states.ts'
import { laterThan, type Stamp, type Stamps } from './stamps.ts'

/** Somebody chose: what stands here, or what the other book says. */
export type FieldDecision = 'mine' | 'theirs'

export interface FieldOutcome {
  readonly field: SharedField
  /** keep: nothing changes here. take: theirs. clash: for somebody to choose. */
  readonly kind: 'keep' | 'take' | 'clash'
  /** What it is from now on; undefined while nobody chose. Its hash is that of the value that stands then. */
  readonly stamp?: Omit<Stamp, 'hash'>
}

export interface Compared {
  readonly theirs: FileFields
  readonly ours: PersonValues
  readonly stamps: Required<Stamps>
  readonly decisions: ReadonlyMap<SharedField, FieldDecision>
  readonly now: number
}

/** The outcome for every field of the file. */
export function compareFields(compared: Compared): FieldOutcome[] {
  return sharedFields.flatMap((field) => {
    const told = compared.theirs[field]
    return told ? [compareField(field, { own: told.own, theirs: told.yours }, compared)] : []
  })
}

/** What the file says of a person, over what stands here for the fields it leaves out. */
export function toldValues(theirs: FileFields, ours: PersonValues): PersonValues {
  const told = Object.entries(theirs).flatMap(([field, stamped]) => (stamped ? [[field, stamped.value]] : []))
  return { ...ours, ...(Object.fromEntries(told) as Partial<PersonValues>) } // the schema of the file gave each its type
}

function compareField(
  field: SharedField,
  told: { readonly own: number; readonly theirs: number },
  { theirs, ours, stamps, decisions, now }: Compared,
): FieldOutcome {
  const mine = stamps[field]
  const values = toldValues(theirs, ours)
  // Everything that either of us knows of.
  const joined = { own: Math.max(mine.own, told.theirs), theirs: Math.max(mine.theirs, told.own) }
  const ownChoice = { own: laterThan(joined.own, now), theirs: joined.theirs }
  const isKnown = told.own <= mine.theirs
  const sawOurs = told.theirs >= mine.own

  if (valueText(field, values) === valueText(field, ours)) return { field, kind: 'keep', stamp: joined }
  // Nothing new from there; but when they know a later value of ours than we do, this book was put back from a copy.
  if (isKnown && told.theirs <= mine.own) return { field, kind: 'keep', stamp: mine }
  const fuller = isKnown ? undefined : fullerOf(field, values, ours)
  if (fuller === 'ours' && !sawOurs) return { field, kind: 'keep', stamp: ownChoice }
  const isWiped = isEmptyValue(field, values) && !isEmptyValue(field, ours)
  const isFree = !isWiped && (isKnown || sawOurs || fuller === 'theirs')
  switch (decisions.get(field) ?? (isFree ? 'theirs' : undefined)) {
    case 'theirs':
      // A choice is a change of our own: when both books choose at once, each the other's value, neither hides the other.
      return { field, kind: 'take', stamp: isFree ? joined : ownChoice }
    case 'mine':
      return { field, kind: 'keep', stamp: ownChoice }
    default:
      return { field, kind: 'clash' }
  }
}

/** Which of two says the same and more, when they were written apart from each other. */
function fullerOf(field: SharedField, theirs: PersonValues, ours: PersonValues): 'theirs' | 'ours' | undefined {
  const [one, other] =
    field === 'address' ? [theirs.address, ours.address].map(partsOfAddress) : [theirs, ours].map(partsOf(field))
  if (!one || !other) return undefined
  // Spelled otherwise only: both books must come to the same one.
  if (one.every((part, at) => part === other[at]))
    return valueText(field, theirs) > valueText(field, ours) ? 'theirs' : 'ours'
  if (one.every((part, at) => other[at] === '' || part === other[at])) return 'theirs'
  return other.every((part, at) => one[at] === '' || part === one[at]) ? 'ours' : undefined
}

const partsOfAddress = (address: Address): string[] => [
  makeAddressKey(address),
  ...[address.postcode, address.city].map((part) => part.replace(/\s/g, '').toLowerCase()),
]

const partsOf =
  (field: SharedField) =>
  (values: PersonValues): string[] | undefined =>
    field === 'name'
      ? [values.name.firstName, values.name.infix, values.name.lastName, values.name.called].map((part) =>
          foldText(part),
        )
      : undefined
