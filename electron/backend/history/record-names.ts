// What a row is called on the screen, for sentences about it. Looked up when asked: the journal itself holds no names.
import { formatStreet } from '../../../shared/domain/address.ts'
import { formatName } from '../../../shared/domain/person-name.ts'
import type { Reader } from '../database/transaction.ts'
import { pairNames } from '../pairs/pair-queries.ts'

/** Names by row id of the given table; an id that is gone is not in the map. */
export async function recordNames(db: Reader, table: string, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)]
  const names = new Map<string, string>()
  for (let start = 0; start < wanted.length; start += 500)
    for (const [id, name] of await namesOf(db, table, wanted.slice(start, start + 500))) names.set(id, name)
  return names
}

async function namesOf(db: Reader, table: string, ids: readonly string[]): Promise<[string, string][]> {
  if (ids.length === 0) return []
  switch (table) {
    case 'person': {
      const people = await db
        .selectFrom('person')
        .select(['id', 'first_name', 'infix', 'last_name', 'called'])
        .where('id', 'in', ids)
        .execute()
      return people.map((row) => [
        row.id,
        formatName({ firstName: row.first_name, infix: row.infix, lastName: row.last_name, called: row.called }),
      ])
    }
    case 'household': {
      const households = await db
        .selectFrom('household')
        .select(['id', 'street', 'house_number', 'house_suffix'])
        .where('id', 'in', ids)
        .execute()
      return households.map((row) => [
        row.id,
        formatStreet({ street: row.street ?? '', houseNumber: row.house_number, houseSuffix: row.house_suffix ?? '' }),
      ])
    }
    case 'gathering':
    case 'series': {
      const gatherings = await db.selectFrom(table).select(['id', 'title']).where('id', 'in', ids).execute()
      return gatherings.map((row) => [row.id, row.title])
    }
    case 'help_job': {
      const jobs = await db.selectFrom('help_job').select(['id', 'title']).where('id', 'in', ids).execute()
      return jobs.map((row) => [row.id, row.title])
    }
    case 'pair':
      return [...(await pairNames(db, ids))]
    case 'subsidy': {
      const subsidies = await db.selectFrom('subsidy').select(['id', 'purpose']).where('id', 'in', ids).execute()
      return subsidies.map((row) => [row.id, row.purpose])
    }
    case 'barrier': {
      const barriers = await db.selectFrom('barrier').select(['id', 'note']).where('id', 'in', ids).execute()
      return barriers.flatMap((row) => (row.note === '' ? [] : [[row.id, row.note]]))
    }
    case 'asked_theme': {
      const themes = await db.selectFrom('asked_theme').select(['id', 'theme']).where('id', 'in', ids).execute()
      return themes.map((row) => [row.id, row.theme])
    }
    case 'neighbourhood':
    case 'other_book':
    case 'programme':
    case 'programme_round':
    case 'organisation':
    case 'initiative':
    case 'fee_plan': {
      const named = await db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute()
      return named.map((row) => [row.id, row.name])
    }
    case 'idea': {
      const ideas = await db.selectFrom('idea').select(['id', 'what']).where('id', 'in', ids).execute()
      return ideas.map((row) => [row.id, row.what])
    }
    case 'booking_category': {
      const named = await db.selectFrom(table).select(['id', 'name']).where('id', 'in', ids).execute()
      return named.flatMap((row) => (row.name === null ? [] : [[row.id, row.name]]))
    }
    default:
      return []
  }
}
