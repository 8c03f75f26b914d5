// Who and what is past its day and waits for somebody's word: people who left, and the texts of old book years.
import { addMonths, type Day } from '../../../shared/domain/calendar-date.ts'
import { newlyExpiringKinds } from '../../../shared/domain/retention.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { dayOfMoment, rowsOf } from '../dues/rows.ts'
import { nameOf } from '../members/person-queries.ts'
import { previewTakeDetails } from '../members/take-details.ts'
import { privacySettingsOf } from '../privacy/privacy-queries.ts'
import { asksBeforeLettingGo, isAskedAbout, pastRows } from './past-rows.ts'
import { yearsOfBooks } from './retention-rules.ts'

/** What lies in the bin can be brought back for a month: it is not asked about sooner. */
const monthsInBin = 1

interface GonePerson {
  readonly id: string
  readonly first_name: string
  readonly infix: string
  readonly last_name: string
  readonly called: string
  readonly deleted_at: string | null
  readonly deceased_on: Day | null
  readonly since: Day
}

/** The day somebody left; NULL while they belong, or of whom it is not known that they ever did. */
const leftOn = `CASE
  WHEN p.deleted_at IS NOT NULL THEN ${dayOfMoment('p.deleted_at')}
  WHEN p.deceased_on IS NOT NULL THEN p.deceased_on
  ELSE (SELECT iif(total(m.until_day IS NULL OR m.until_day > ?1) = 0, max(m.until_day), NULL)
    FROM membership m WHERE m.person_id = p.id AND m.deleted_at IS NULL) END`

const isHeld = (what: string) =>
  `EXISTS (SELECT 1 FROM kept_longer k WHERE ${what} AND k.deleted_at IS NULL AND k.until_day > ?1)`

/** Longest gone first. */
export async function peopleToGo(db: Reader, today: Day): Promise<GonePerson[]> {
  const { monthsAfterLeaving } = await privacySettingsOf(db)
  return rowsOf<GonePerson>(
    db,
    `SELECT * FROM (SELECT p.id, p.first_name, p.infix, p.last_name, p.called, p.deleted_at, p.deceased_on, ${leftOn} AS since
        FROM person p WHERE p.erased_on IS NULL AND NOT ${isHeld('k.person_id = p.id')})
      WHERE since <= iif(deleted_at IS NULL, ?2, ?3) ORDER BY since, id`,
    [today, addMonths(today, -monthsAfterLeaving), addMonths(today, -Math.max(monthsAfterLeaving, monthsInBin))],
  )
}

/** How much of each kind goes once somebody said that it may; null when nothing has to be asked. */
export async function askedAbout(db: Reader, today: Day) {
  if (!(await asksBeforeLettingGo(db))) return null
  const rows = (await pastRows(db, 'itself', today)).filter(isAskedAbout)
  const asked = newlyExpiringKinds.map((kind) => ({
    kind,
    count: rows.filter(({ retention }) => retention === kind).length,
  }))
  return rows.length === 0 ? null : asked.filter(({ count }) => count > 0)
}

/** Per book year how many texts still stand there, oldest year first. */
export async function yearsToGo(db: Reader, today: Day): Promise<{ year: number; texts: number }[]> {
  const held = new Set((await keptUntil(db, today)).map(({ year }) => year))
  const byYear = Map.groupBy(await pastRows(db, 'withYear', today), ({ goneOn }) => bookYearOf(goneOn))
  return [...byYear]
    .filter(([year]) => !held.has(year))
    .map(([year, rows]) => ({ year, texts: rows.length }))
    .sort((a, b) => a.year - b.year)
}

export const bookYearOf = (goneOn: Day): number => Number(goneOn.slice(0, 4)) - yearsOfBooks - 1

export async function waitingPeople(context: BookContext, people: readonly GonePerson[]) {
  return Promise.all(
    people.map(async (person) => ({
      personId: person.id,
      name: nameOf(person),
      why:
        person.deleted_at !== null
          ? ('binned' as const)
          : person.deceased_on !== null
            ? ('died' as const)
            : ('left' as const),
      since: person.since,
      hindrance: person.deleted_at === null ? (await previewTakeDetails(context, person.id)).hindrance : null,
    })),
  )
}

/** What somebody said is to stay, soonest to be looked at first. */
export async function keptUntil(db: Reader, today: Day) {
  const rows = await db
    .selectFrom('kept_longer as k')
    .leftJoin('person as p', 'p.id', 'k.person_id')
    .select(['k.id', 'k.person_id', 'k.book_year', 'k.until_day', 'k.reason', 'k.decided_day'])
    .select(['p.first_name', 'p.infix', 'p.last_name', 'p.called'])
    .where('k.deleted_at', 'is', null)
    .where('k.until_day', '>', today)
    .orderBy('k.until_day')
    .orderBy('k.id')
    .execute()
  return rows.map(
    ({ id, person_id, book_year, until_day, reason, decided_day, first_name, infix, last_name, called }) => ({
      id,
      personId: person_id,
      name:
        first_name === null || infix === null || last_name === null || called === null
          ? null
          : nameOf({ first_name, infix, last_name, called }),
      year: book_year,
      until: until_day,
      reason,
      decidedDay: decided_day,
    }),
  )
}
