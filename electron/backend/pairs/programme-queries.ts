// Programmes, their rounds, and who waits in them.
import { sql } from 'kysely'
import type { Rhythm } from '../../../shared/domain/pair-programme.ts'
import { liveRow } from '../database/rows.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { livingIn, type PartyRef, partiesOf } from './parties.ts'

export interface Programme {
  readonly id: string
  readonly name: string
  readonly kind: Row<'programme'>['kind']
  readonly aName: string
  readonly bName: string
  readonly rhythm: Rhythm
  readonly months: number
  readonly closedOn: string | null
}

export async function listProgrammes(db: Reader): Promise<Programme[]> {
  const rows = await db
    .selectFrom('programme')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('closed_on')
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(rowToProgramme)
}

export async function programmeById(db: Reader, id: string): Promise<Programme> {
  return rowToProgramme(await liveRow(db, 'programme', id))
}

/** Rounds of a programme, or of all; the newest first. */
export async function roundsOf(db: Reader, programmeId?: string): Promise<Row<'programme_round'>[]> {
  let query = db
    .selectFrom('programme_round')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('from_day', 'desc')
    .orderBy('id')
  if (programmeId !== undefined) query = query.where('programme_id', '=', programmeId)
  return query.execute()
}

export interface WaitFilter {
  readonly programmeId?: string
  readonly personId?: string
  readonly householdId?: string
}

/**
 * Who waits for a pair, longest first: came in, did not withdraw, and is in no pair of the programme that was formed since. Whoever
 * was in a pair that ended waits again after a new intake.
 */
export async function waitingIntakes(db: Reader, filter: WaitFilter = {}): Promise<Row<'pair_intake'>[]> {
  let query = db
    .selectFrom('pair_intake as i')
    .innerJoin('programme as g', 'g.id', 'i.programme_id')
    .leftJoin('person as p', 'p.id', 'i.person_id')
    .selectAll('i')
    .where('i.deleted_at', 'is', null)
    .where('i.withdrawn_on', 'is', null)
    .where('g.deleted_at', 'is', null)
    .where('g.closed_on', 'is', null)
    .where('p.deleted_at', 'is', null)
    .where('p.deceased_on', 'is', null)
    .where(sql<boolean>`(i.household_id IS NULL OR EXISTS (${livingIn(sql`i.household_id`)}))`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('pair as r')
            .select('r.id')
            .whereRef('r.programme_id', '=', 'i.programme_id')
            .where('r.deleted_at', 'is', null)
            .where((or) => or.or([or('r.from_day', '>=', or.ref('i.day')), or('r.until_day', 'is', null)]))
            .where((or) =>
              or.or([
                or('r.a_person_id', '=', or.ref('i.person_id')),
                or('r.b_person_id', '=', or.ref('i.person_id')),
                or('r.a_household_id', '=', or.ref('i.household_id')),
                or('r.b_household_id', '=', or.ref('i.household_id')),
              ]),
            ),
        ),
      ),
    )
    .orderBy('i.day')
    .orderBy('i.id')
  if (filter.programmeId !== undefined) query = query.where('i.programme_id', '=', filter.programmeId)
  if (filter.personId !== undefined) {
    const { personId, householdId = '' } = filter
    query = query.where((eb) => eb.or([eb('i.person_id', '=', personId), eb('i.household_id', '=', householdId)]))
  }
  return query.execute()
}

export async function intakeViews(db: Reader, rows: readonly Row<'pair_intake'>[]) {
  const parties = await partiesOf(db, rows.map(partyOfIntake))
  return rows.map((row) => ({
    id: row.id,
    party: parties(partyOfIntake(row)),
    roundId: row.programme_round_id,
    side: row.side,
    day: row.day,
    interests: row.interests,
    availability: row.availability,
    languages: row.languages,
    brings: row.brings,
    spokenOn: row.spoken_on,
  }))
}

export function partyOfIntake(row: Pick<Row<'pair_intake'>, 'person_id' | 'household_id'>): PartyRef {
  return row.household_id === null
    ? { kind: 'person', id: row.person_id ?? '' }
    : { kind: 'household', id: row.household_id }
}

function rowToProgramme(row: Row<'programme'>): Programme {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    aName: row.a_name,
    bName: row.b_name,
    rhythm: { unit: row.rhythm_unit, times: row.rhythm_times },
    months: row.months,
    closedOn: row.closed_on,
  }
}
