// Everybody a ledenbestand tells of: who is in what the two books share, who left it, and who was erased.
import type { FileFields, FilePerson, MembersContent } from '../../../shared/contract/between-files.ts'
import { contactFields, sharedFields } from '../../../shared/domain/between.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { type OtherBook, type SharedPerson, sharedPeopleOf } from './between-queries.ts'
import { type PersonState, peopleIn, statesOf } from './person-states.ts'
import { type Stamps, stampOwn } from './stamps.ts'

const notErased = { erasedThereOn: null, erasureAnsweredOn: null }

export interface Collected {
  readonly content: MembersContent
  /** As they were written down, and as they are with what was changed here since. */
  readonly known: readonly SharedPerson[]
  readonly shared: readonly SharedPerson[]
  readonly states: ReadonlyMap<string, PersonState>
}

export async function collectMembers(
  db: Reader,
  book: OtherBook,
  options: { readonly withContact: boolean; readonly hashKey: Uint8Array; readonly now: Date; readonly today: Day },
): Promise<Collected> {
  const { withContact, hashKey, now, today } = options
  const known = await sharedPeopleOf(db, book.id)
  const byPerson = new Map(known.map((person) => [person.personId, person]))
  const ids = [...new Set([...(await peopleIn(db, book.groupId, today)), ...byPerson.keys()])]
  const states = await statesOf(db, book.groupId, ids, today)
  const shared: SharedPerson[] = []
  const people: FilePerson[] = []
  for (const id of ids) {
    const state = states.get(id)
    const was = byPerson.get(id)
    // Who was erased there is not told to that book again.
    if (!state || was?.erasedThereOn) continue
    const stamps = stampOwn(was?.stamps ?? {}, state.values, now.getTime(), hashKey)
    const theirId = was?.theirId ?? null
    shared.push({ personId: id, theirId, stamps, ...notErased })
    people.push({ id, yours: theirId, kind: state.kind, fields: fieldsOf(state, stamps, withContact) })
  }
  const erased = known.filter(({ personId }) => !states.has(personId))
  return {
    content: { people, erased: erased.map(({ personId, theirId }) => ({ id: personId, yours: theirId })) },
    known,
    shared,
    states,
  }
}

function fieldsOf({ values }: PersonState, stamps: Required<Stamps>, withContact: boolean): FileFields {
  const told = sharedFields.filter((field) => {
    // Of somebody who left, the other book needs to know no more than that.
    if (!values.belongs.isIn) return field === 'belongs'
    return withContact || !contactFields.includes(field)
  })
  const fields = told.map((field) => [
    field,
    { value: values[field], own: stamps[field].own, yours: stamps[field].theirs },
  ])
  return Object.fromEntries(fields) as FileFields // each field with the value of its own kind
}
