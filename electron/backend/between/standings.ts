// Contributiestand: what the association's book tells a binnenbuurt of the dues of its people, and nothing of how it was paid.
import type { BetweenHeader, StandingContent } from '../../../shared/contract/between-files.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { standingOfPerson } from '../dues/person-dues.ts'
import { inIds } from '../members/person-queries.ts'
import { keepExchangedFile, keepStandings, type OtherBook, sharedPeopleOf } from './between-queries.ts'
import { peopleIn } from './person-states.ts'

/** Of everybody in the binnenbuurt today. */
export async function collectStandings(
  db: Reader,
  book: OtherBook,
  withOpen: boolean,
  today: Day,
): Promise<StandingContent> {
  const shared = new Map((await sharedPeopleOf(db, book.id)).map((person) => [person.personId, person]))
  const people: StandingContent['people'] = []
  for (const id of await peopleIn(db, book.groupId, today)) {
    const { status, current } = await standingOfPerson(db, id, today)
    people.push({
      id,
      yours: shared.get(id)?.theirId ?? null,
      paidUntil: status.paidUntil,
      pays: current !== null && current.reduction_kind !== 'exempt',
      ...(withOpen ? { openCents: status.openCents } : {}),
    })
  }
  return { people }
}

export interface StandingsPlan {
  readonly lines: readonly { readonly personId: string; readonly told: StandingContent['people'][number] }[]
  /** People of the file whom this book does not know yet: the ledenbestand comes first. */
  readonly unknown: number
}

export async function planStandings(db: Reader, book: OtherBook, content: StandingContent): Promise<StandingsPlan> {
  const shared = await sharedPeopleOf(db, book.id)
  const ids = [...shared.map(({ personId }) => personId), ...content.people.flatMap(({ yours }) => yours ?? [])]
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', inIds(ids))
    .where('deleted_at', 'is', null)
    .where('erased_on', 'is', null)
    .execute()
  const here = new Set(rows.map(({ id }) => id))
  const byTheirId = new Map(shared.flatMap(({ theirId, personId }) => (theirId === null ? [] : [[theirId, personId]])))
  // Of two who would be one person here, the first is told of: a later ledenbestand says who is who.
  const lines = content.people.flatMap((told) => {
    const personId = [told.yours, byTheirId.get(told.id)].find((id) => id != null && here.has(id))
    if (personId == null) return []
    here.delete(personId)
    return [{ personId, told }]
  })
  return { lines, unknown: content.people.length - lines.length }
}

/** Inside write(). */
export async function takeInStandings(
  tx: Transaction,
  context: Pick<BookContext, 'newId' | 'now'>,
  book: OtherBook,
  header: Pick<BetweenHeader, 'seq' | 'made'>,
  { lines }: StandingsPlan,
): Promise<void> {
  const standings = lines.map(({ personId, told }) => ({
    person_id: personId,
    paid_until: told.paidUntil,
    pays: told.pays ? (1 as const) : (0 as const),
    open_cents: told.openCents ?? null,
    as_of: header.made,
  }))
  await keepStandings(tx, book.id, standings, context.now().toISOString())
  await keepExchangedFile(tx, {
    ...{ id: context.newId(), other_book_id: book.id, direction: 'taken', kind: 'stand' },
    ...{ seq: header.seq, day: header.made, people: lines.length },
  })
}
