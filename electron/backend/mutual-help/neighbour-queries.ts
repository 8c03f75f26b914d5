// Who a neighbour is, where they live and whether they still belong: what matching and sentences need.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Whereabouts } from '../../../shared/domain/mutual-help.ts'
import type { PreferredContact } from '../../../shared/domain/preferred-contact.ts'
import type { Reader } from '../database/transaction.ts'
import { groupsOn } from '../gatherings/gathering-queries.ts'
import { neighbourhoodsByPerson } from '../members/people-list.ts'
import { inIds, nameOf, statusOn, streetOf } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'

export interface Neighbour {
  readonly id: string
  readonly name: string
  readonly sortName: string
  /** "Kastanjehof 12" */
  readonly address: string
  readonly phone: string | null
  readonly preferredContact: PreferredContact | null
  readonly languages: string | null
  readonly householdId: string
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  readonly whereabouts: Whereabouts
  /** Neither left, nor died, nor in the bin. */
  readonly isHere: boolean
}

/** These people by id, also those who left; who does not exist is left out. */
export async function neighboursById(db: Reader, ids: readonly string[], today: Day): Promise<Map<string, Neighbour>> {
  const rows = await db
    .selectFrom('person as p')
    .innerJoin('household as h', 'h.id', 'p.household_id')
    .select(['p.id', 'p.first_name', 'p.infix', 'p.last_name', 'p.called', 'p.sort_name', 'p.phone', 'p.mobile'])
    .select(['p.preferred_contact', 'p.languages', 'p.household_id', 'p.deleted_at', 'p.erased_on'])
    .select(['h.street', 'h.house_number', 'h.house_suffix', 'h.postcode', 'h.city', statusOn(today).as('status')])
    .where('p.id', 'in', inIds(ids))
    .execute()
  const groups = await neighbourhoodsByPerson(db, ids, today)
  return new Map(
    rows.map((row) => {
      const own = groups.get(row.id) ?? []
      return [
        row.id,
        {
          id: row.id,
          name: nameOf(row),
          sortName: row.sort_name,
          address: streetOf(row),
          phone: row.mobile ?? row.phone,
          preferredContact: row.preferred_contact,
          languages: row.languages,
          householdId: row.household_id,
          groups: own,
          whereabouts: {
            street: row.street,
            postcode: row.postcode,
            city: row.city,
            groupIds: own.map((group) => group.id),
          },
          isHere:
            row.deleted_at === null && row.erased_on === null && row.status !== 'oud_lid' && row.status !== 'overleden',
        },
      ]
    }),
  )
}

/** Of these people those who left or died, or lie in the bin: nothing is to be expected of them any more. */
export async function goneOf(
  db: Reader,
  ids: readonly (string | null)[],
  today: Day,
): Promise<ReadonlySet<string | null>> {
  const named = ids.filter((id) => id !== null)
  if (named.length === 0) return new Set()
  const people = await neighboursById(db, named, today)
  return new Set(named.filter((id) => people.get(id)?.isHere !== true))
}

/** Id and name, or null for a neighbour who is not named. */
export function refTo(
  names: ReadonlyMap<string, string>,
  id: string | null,
): { readonly id: string; readonly name: string } | null {
  const name = id === null ? undefined : names.get(id)
  return id === null || name === undefined ? null : { id, name }
}

type PeopleNamed = readonly (string | null)[]

interface CountedFor {
  readonly groupId: string | null
  readonly personIds: PeopleNamed
}

/**
 * The group something is counted for: the one that was said, else that of the first of these people who is in one.
 * @param before where it is counted already: that stays while it is about the same people, also when they moved or the group closed
 */
export async function groupToCount(
  db: Reader,
  { groupId: said, personIds }: CountedFor,
  today: Day,
  before?: CountedFor,
): Promise<string | null> {
  const named = personIds.filter((id) => id !== null)
  if (said === null && named.length > 0 && before && areSame(personIds, before.personIds)) return before.groupId
  if (said !== null && said !== before?.groupId) {
    const groups = await groupsOn(db, today)
    if (!groups.some(({ id }) => id === said))
      throw new RuleBroken('notFound', { table: 'neighbourhood', field: 'groupId' })
  }
  if (said !== null) return said
  const groups = await neighbourhoodsByPerson(db, named, today)
  return named.map((id) => groups.get(id)?.[0]?.id).find((id) => id !== undefined) ?? null
}

const areSame = (some: PeopleNamed, others: PeopleNamed) => some.every((id, index) => id === others[index])
