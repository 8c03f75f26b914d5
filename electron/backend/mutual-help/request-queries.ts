// What is asked of neighbours, and how it stands.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { waitingStates } from '../../../shared/domain/mutual-help.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { findNames } from '../members/person-queries.ts'
import { goneOf, refTo } from './neighbour-queries.ts'

type Request = Row<'help_request'>

export const isWaiting = ({ state }: Pick<Request, 'state'>): boolean =>
  (waitingStates as readonly string[]).includes(state)

/** What somebody still waits for: wanted first comes first, then what waits longest; with a person only theirs. */
export async function waitingRequests(db: Reader, today: Day, personId?: string) {
  let query = liveRequests(db).where('state', 'in', [...waitingStates])
  if (personId !== undefined) query = query.where('help_request.person_id', '=', personId)
  const rows = await query
    .orderBy((eb) => eb.fn.coalesce('wanted_by', eb.val('9999')))
    .orderBy('asked_day')
    .orderBy('help_request.id')
    .execute()
  return viewsOf(db, rows, today)
}

/** What came to an end on or after a day, newest first. */
export async function closedRequests(db: Reader, from: Day, today: Day) {
  const rows = await liveRequests(db)
    .where('closed_day', '>=', from)
    .orderBy('closed_day', 'desc')
    .orderBy('help_request.id')
    .execute()
  return viewsOf(db, rows, today)
}

function liveRequests(db: Reader) {
  return db
    .selectFrom('help_request')
    .leftJoin('neighbourhood', 'neighbourhood.id', 'help_request.neighbourhood_id')
    .selectAll('help_request')
    .select('neighbourhood.name as group_name')
    .where('help_request.deleted_at', 'is', null)
}

async function viewsOf(db: Reader, rows: readonly (Request & { group_name: string | null })[], today: Day) {
  const names = await findNames(
    db,
    rows.flatMap((row) => [row.person_id, row.asked_by_person_id, row.helper_person_id]).filter((id) => id !== null),
  )
  const helpers = rows.filter(isWaiting).map(({ helper_person_id }) => helper_person_id)
  const gone = await goneOf(db, helpers, today)
  // Whoever would do it and is gone will not: it waits for another.
  const asItStands = (row: Request) =>
    isWaiting(row) && gone.has(row.helper_person_id)
      ? ({ state: 'open', helper: null } as const)
      : { state: row.state, helper: refTo(names, row.helper_person_id) }
  return rows.map((row) => ({
    id: row.id,
    person: refTo(names, row.person_id),
    askedBy: refTo(names, row.asked_by_person_id),
    groupId: row.neighbourhood_id,
    groupName: row.group_name,
    category: row.category,
    institution: row.institution,
    words: row.words,
    askedDay: row.asked_day,
    wantedBy: row.wanted_by,
    wantedTime: row.wanted_time,
    lasting: row.lasting === 1,
    ...asItStands(row),
    closedDay: row.closed_day,
    isLate: isWaiting(row) && row.wanted_by !== null && row.wanted_by < today,
  }))
}
