// A book with many made-up members, quickly: for measuring, not for looking at.
import type { BookContext } from '../../electron/backend/context.ts'
import { insertRows } from '../../electron/backend/database/insert-rows.ts'
import { write } from '../../electron/backend/database/write.ts'

export const firstNames = [
  'Ria',
  'Wim',
  'Joyce',
  'Sanjay',
  'Oksana',
  'Tekle',
  'Elif',
  'Hassan',
  'Nel',
  'Pieter',
  'Mohamad',
  'Lidia',
]
const infixes = ['', '', '', 'van den', 'de', '']
const last = [
  'Berg',
  'Groot',
  'Pinas',
  'Ramdin',
  'Bondarenko',
  'Ghebremedhin',
  'Demir',
  'El Idrissi',
  'Oostveen',
  'Visser',
]
const streets = ['Kastanjehof', 'Lijsterpad', 'Meerkoetkade', 'Zwaluwplein', 'Iepenlaan']

export interface FilledBook {
  readonly neighbourhoodIds: readonly string[]
  readonly personIds: readonly string[]
}

/** Adds `count` members, two to a household, fifty to a binnenbuurt, all members since 1 January 2026. */
export async function fillBook(context: BookContext, count: number): Promise<FilledBook> {
  const neighbourhoodIds = Array.from({ length: Math.ceil(count / 50) }, () => context.newId())
  const people = Array.from({ length: count }, (_, index) => memberRows(context.newId, index, neighbourhoodIds))
  await write(context, { kind: 'peopleImported', details: { count } }, async (tx) => {
    await insertRows(
      tx,
      'neighbourhood',
      neighbourhoodIds.map((id, index) => ({ id, name: `Buurt ${index + 1}`, target_size: 50 })),
    )
    let householdId = ''
    const households = []
    const persons = []
    for (const [index, { household, person }] of people.entries()) {
      if (index % 2 === 0) {
        householdId = household.id
        households.push(household)
      }
      persons.push({ ...person, household_id: householdId })
    }
    await insertRows(tx, 'household', households)
    await insertRows(tx, 'person', persons)
    await insertRows(
      tx,
      'membership',
      people.map(({ membership }) => membership),
    )
    await insertRows(
      tx,
      'neighbourhood_membership',
      people.map(({ group }) => group),
    )
  })
  return { neighbourhoodIds, personIds: people.map(({ person }) => person.id) }
}

function memberRows(newId: () => string, index: number, neighbourhoodIds: readonly string[]) {
  const firstName = firstNames[index % firstNames.length] ?? ''
  // One name that stands alone, however large the book.
  const lastName = index === 0 ? 'Zwaluwstaart' : `${last[(index * 7) % last.length]}${index % 97}`
  const id = newId()
  const number = String(index % 10_000).padStart(4, '0')
  return {
    household: {
      id: newId(),
      street: streets[index % streets.length] ?? '',
      house_number: 1 + (Math.floor(index / 10) % 900),
      house_suffix: '',
      postcode: '1000 AA',
      city: 'Amsterdam',
    },
    person: {
      id,
      first_name: firstName,
      infix: infixes[index % infixes.length] ?? '',
      last_name: lastName,
      called: '',
      mobile: `06-1000 ${number}`,
      email: `persoon${index}@voorbeeld.nl`,
      sort_name: `${lastName} ${firstName}`.toLowerCase(),
    },
    membership: { id: newId(), person_id: id, kind: 'lid' as const, from_day: '2026-01-01', number: String(index + 1) },
    group: {
      id: newId(),
      person_id: id,
      neighbourhood_id: neighbourhoodIds[Math.floor(index / 50)] ?? '',
      from_day: '2026-01-01',
    },
  }
}
