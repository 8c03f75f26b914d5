// Who stands on a side of a pair: one person, or all who live at an address. Named as people would name them.
import { type RawBuilder, sql } from 'kysely'
import { joinNames } from '../../../shared/domain/joined-names.ts'
import type { Reader } from '../database/transaction.ts'
import { inIds, nameOf, streetOf } from '../members/person-queries.ts'
import { peopleRestricted } from '../rights/left-out.ts'

export type PartyRef = { readonly kind: 'person' | 'household'; readonly id: string }

export interface Party extends PartyRef {
  readonly name: string
  readonly address: string | null
  readonly people: { readonly id: string; readonly name: string }[]
  /** The data of one of them are kept and not used. */
  readonly isRestricted: boolean
}

/** Looks up parties by reference, in two questions for any number of them. */
export async function partiesOf(db: Reader, refs: readonly PartyRef[]): Promise<(ref: PartyRef) => Party> {
  const idsOf = (kind: PartyRef['kind']) =>
    inIds([...new Set(refs.flatMap((ref) => (ref.kind === kind ? [ref.id] : [])))])
  const people = await db
    .selectFrom('person as p')
    .innerJoin('household as h', 'h.id', 'p.household_id')
    .select([
      'p.id',
      'p.household_id',
      'p.first_name',
      'p.infix',
      'p.last_name',
      'p.called',
      'p.deleted_at',
      'p.deceased_on',
    ])
    .select(['h.street', 'h.house_number', 'h.house_suffix'])
    .where((eb) => eb.or([eb('p.id', 'in', idsOf('person')), eb('p.household_id', 'in', idsOf('household'))]))
    .orderBy('p.sort_name')
    .orderBy('p.id')
    .execute()
  const restricted = await peopleRestricted(db)
  const byId = new Map(people.map((person) => [person.id, person]))
  const byHousehold = Map.groupBy(people, (person) => person.household_id)
  return (ref) => {
    const found = byId.get(ref.id)
    const living = (byHousehold.get(ref.id) ?? []).filter(
      (each) => each.deleted_at === null && each.deceased_on === null,
    )
    const named = ref.kind === 'household' ? living : found ? [found] : []
    const [first] = named
    return {
      ...ref,
      name: named.length === 1 && first ? nameOf(first) : joinNames(named.map(givenAndFamily), listNames),
      address: (first && streetOf(first)) || null,
      people: named.map((person) => ({ id: person.id, name: nameOf(person) })),
      isRestricted: named.some(({ id }) => restricted.has(id)),
    }
  }
}

/** SQL that finds those who still live at a household. */
export const livingIn = (householdId: RawBuilder<unknown>) =>
  sql`SELECT 1 FROM person l WHERE l.household_id = ${householdId} AND l.deleted_at IS NULL AND l.deceased_on IS NULL`

/** Joined by a sign, because these names also stand where there is no language: in the journal and in a file. */
const listNames = (names: readonly string[]) => names.join(' & ')

function givenAndFamily(person: { first_name: string; infix: string; last_name: string; called: string }) {
  return {
    given: person.called || person.first_name,
    family: [person.infix, person.last_name].filter(Boolean).join(' '),
  }
}
