// Pairs with their contacts, and what follows from them: the rhythm, what is asked, and what came of a round.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { outcomeOf, type PairOutcome } from '../../../shared/domain/pair-outcome.ts'
import { pairPapers } from '../../../shared/domain/pair-papers.ts'
import { confirmedDays, isRunning, type PairCourse, stateOfPair } from '../../../shared/domain/pair-rhythm.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { inIds } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { type PartyRef, partiesOf } from './parties.ts'
import type { Programme } from './programme-queries.ts'

export type PairRow = Row<'pair'>

export interface Contact {
  readonly id: string
  readonly day: Day
  readonly confirmedBy: Row<'pair_contact'>['confirmed_by']
  readonly initiatedBy: Row<'pair_contact'>['initiated_by']
}

export interface PairWithContacts {
  readonly row: PairRow
  /** Newest first. */
  readonly contacts: readonly Contact[]
}

export interface PairFilter {
  readonly programmeId?: string
  readonly id?: string
  /** Only those that did not end before this day. */
  readonly runningOn?: Day
  /** As side, deputy or coach; with the household they live in. */
  readonly person?: { readonly id: string; readonly householdId: string }
}

/** Pairs that were formed, newest first; those of programmes in the bin are left out. */
export async function pairsLike(db: Reader, filter: PairFilter = {}): Promise<PairWithContacts[]> {
  let query = db
    .selectFrom('pair as r')
    .innerJoin('programme as g', 'g.id', 'r.programme_id')
    .selectAll('r')
    .where('r.deleted_at', 'is', null)
    .where('g.deleted_at', 'is', null)
    .orderBy('r.from_day', 'desc')
    .orderBy('r.id')
  if (filter.programmeId !== undefined) query = query.where('r.programme_id', '=', filter.programmeId)
  if (filter.id !== undefined) query = query.where('r.id', '=', filter.id)
  const { person, runningOn } = filter
  if (runningOn !== undefined)
    query = query.where((eb) => eb.or([eb('r.until_day', 'is', null), eb('r.until_day', '>', runningOn)]))
  if (person)
    query = query.where((eb) =>
      eb.or([
        eb('r.a_person_id', '=', person.id),
        eb('r.b_person_id', '=', person.id),
        eb('r.a_household_id', '=', person.householdId),
        eb('r.b_household_id', '=', person.householdId),
        eb('r.deputy_person_id', '=', person.id),
        eb('r.coach_person_id', '=', person.id),
      ]),
    )
  const rows = await query.execute()
  const contacts = await contactsByPair(db, rows)
  return rows.map((row) => ({ row, contacts: contacts.get(row.id) ?? [] }))
}

export async function pairById(db: Reader, id: string): Promise<PairWithContacts> {
  const [pair] = await pairsLike(db, { id })
  if (!pair) throw new RuleBroken('notFound', { table: 'pair' })
  return pair
}

/** One pair as it stands in a list, with what it asks today. */
export async function pairLines(
  db: Reader,
  pairs: readonly PairWithContacts[],
  programme: (id: string) => Programme | undefined,
  today: Day,
) {
  const refs = pairs.flatMap(({ row }) => [sideOf(row, 'a'), sideOf(row, 'b')])
  const parties = await partiesOf(db, refs)
  return pairs.map((pair) => {
    const { row, contacts } = pair
    const agreed = programme(row.programme_id)
    const state = agreed && stateOfPair(courseOf(row), agreed.rhythm, contacts, today)
    const days = confirmedDays(contacts)
    return {
      id: row.id,
      programmeId: row.programme_id,
      roundId: row.programme_round_id,
      a: parties(sideOf(row, 'a')),
      b: parties(sideOf(row, 'b')),
      from: row.from_day,
      plannedUntil: row.planned_until,
      until: row.until_day,
      contacts: days.length,
      lastContact: days.at(-1) ?? null,
      months: state?.months ?? null,
      asks: agreed && state ? { ...state.asks, papers: papersOf(row, agreed, today) } : nothingAsked,
    }
  })
}

export type PairLine = Awaited<ReturnType<typeof pairLines>>[number]

export const isAsking = ({ asks }: Pick<PairLine, 'asks'>): boolean =>
  asks.rhythm !== null || asks.oneSided !== null || asks.talk !== null || asks.papers.length > 0

const nothingAsked = { rhythm: null, oneSided: null, talk: null, papers: [] }

function papersOf(row: PairRow, programme: Programme, today: Day) {
  if (programme.kind !== 'mentor' || !isRunning(courseOf(row), today)) return []
  return pairPapers({ parentConsentOn: row.parent_consent_on, vogUntil: row.vog_until }, today)
}

/** What came of the pairs; every one of them counts, whatever became of it. */
export function outcomeOfPairs(pairs: readonly PairWithContacts[]): PairOutcome {
  return outcomeOf(pairs.map(({ contacts }) => confirmedDays(contacts).length))
}

export function courseOf(row: PairRow): PairCourse {
  return {
    from: row.from_day,
    plannedUntil: row.planned_until,
    until: row.until_day,
    restUntil: row.rest_until,
    midTalkOn: row.mid_talk_on,
    endTalkOn: row.end_talk_on,
  }
}

function sideOf(row: PairRow, side: 'a' | 'b'): PartyRef {
  const [personId, householdId] =
    side === 'a' ? [row.a_person_id, row.a_household_id] : [row.b_person_id, row.b_household_id]
  return householdId === null ? { kind: 'person', id: personId ?? '' } : { kind: 'household', id: householdId }
}

/** What a pair is called in a sentence: both names. */
export async function pairNames(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('pair').selectAll().where('id', 'in', ids).execute()
  const parties = await partiesOf(
    db,
    rows.flatMap((row) => [sideOf(row, 'a'), sideOf(row, 'b')]),
  )
  return new Map(rows.map((row) => [row.id, `${parties(sideOf(row, 'a')).name} · ${parties(sideOf(row, 'b')).name}`]))
}

async function contactsByPair(db: Reader, rows: readonly PairRow[]): Promise<Map<string, Contact[]>> {
  const contacts = await db
    .selectFrom('pair_contact')
    .select(['id', 'pair_id', 'day', 'confirmed_by', 'initiated_by'])
    .where('deleted_at', 'is', null)
    .where('pair_id', 'in', inIds(rows.map(({ id }) => id)))
    .orderBy('day', 'desc')
    .orderBy('id')
    .execute()
  const byPair = new Map<string, Contact[]>()
  for (const { pair_id, confirmed_by, initiated_by, id, day } of contacts) {
    const ofPair = byPair.get(pair_id) ?? []
    ofPair.push({ id, day, confirmedBy: confirmed_by, initiatedBy: initiated_by })
    byPair.set(pair_id, ofPair)
  }
  return byPair
}
