// The social map: organisations, what they offer where, and until when somebody pays for it.
import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { type FundingKind, type FundingState, fundingState } from '../../../shared/domain/organisation.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { RuleBroken } from '../rule-broken.ts'
import { makeSearchQuery } from '../search/search-query.ts'

/** Live organisations by name, with how many offers each has today. */
export async function listOrganisations(db: Reader, today: Day) {
  const offers = Map.groupBy(await findOffers(db, today), ({ organisationId }) => organisationId)
  const rows = await db
    .selectFrom('organisation')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy(sql`name COLLATE NOCASE`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...toOrganisation(row), offers: offers.get(row.id)?.length ?? 0 }))
}

/** One organisation, also from the Prullenbak. @throws RuleBroken notFound */
export async function findOrganisation(db: Reader, id: string): Promise<Row<'organisation'>> {
  const row = await db.selectFrom('organisation').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table: 'organisation' })
  return row
}

/** Organisations that have every word of the text at the beginning of a word, or the digits in their phone number. */
export async function searchOrganisations(db: Reader, text: string, limit: number) {
  const { person: match } = makeSearchQuery(text)
  if (match === null) return []
  return db
    .selectFrom('organisation')
    .select(['id', 'name', 'what'])
    .where('deleted_at', 'is', null)
    .where(sql<SqlBool>`row_no IN (SELECT rowid FROM organisation_search WHERE organisation_search MATCH ${match})`)
    .orderBy(sql`name COLLATE NOCASE`)
    .limit(limit)
    .execute()
}

export function toOrganisation(row: Row<'organisation'>) {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    what: row.what,
    forWhom: row.for_whom,
    district: row.district,
    contactName: row.contact_name,
    phone: row.phone,
    memberSince: row.member_since,
  }
}

/** A live organisation of that name, whatever the capitals. */
export async function findOrganisationNamed(db: Reader, name: string): Promise<{ readonly id: string } | undefined> {
  return db
    .selectFrom('organisation')
    .select('id')
    .where(sql`name COLLATE NOCASE`, '=', name)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
}

export interface Offer {
  readonly id: string
  readonly organisationId: string
  readonly organisationName: string
  readonly what: string
  readonly forWhom: string | null
  /** Of the offer, or else of the organisation. */
  readonly district: string | null
  readonly days: string | null
  readonly from: Day | null
  readonly lastDay: Day | null
}

/** Offers that are there on `today` or will be, by district, those of no district last. */
export async function findOffers(db: Reader, today: Day, organisationId?: string): Promise<readonly Offer[]> {
  const rows = await db
    .selectFrom('organisation_offer as f')
    .innerJoin('organisation as o', 'o.id', 'f.organisation_id')
    .select(['f.id', 'f.organisation_id', 'o.name', 'f.what', 'f.for_whom', 'f.days', 'f.from_day', 'f.last_day'])
    .select((eb) => eb.fn.coalesce('f.district', 'o.district').as('district'))
    .where('f.deleted_at', 'is', null)
    .where('o.deleted_at', 'is', null)
    .where((eb) => eb.or([eb('f.last_day', 'is', null), eb('f.last_day', '>=', today)]))
    .$if(organisationId !== undefined, (q) => q.where('f.organisation_id', '=', organisationId ?? ''))
    .orderBy(sql`coalesce(f.district, o.district) IS NULL`)
    .orderBy(sql`coalesce(f.district, o.district) COLLATE NOCASE`)
    .orderBy(sql`o.name COLLATE NOCASE`)
    .orderBy(sql`f.what COLLATE NOCASE`)
    .orderBy('f.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.name,
    what: row.what,
    forWhom: row.for_whom,
    district: row.district,
    days: row.days,
    from: row.from_day,
    lastDay: row.last_day,
  }))
}

export interface FundingLine {
  readonly id: string
  readonly organisationId: string | null
  readonly organisationName: string | null
  readonly offerId: string | null
  readonly offerName: string | null
  readonly funder: string
  readonly amountCents: number
  readonly kind: FundingKind
  readonly from: Day
  readonly lastDay: Day | null
  readonly state: FundingState
  readonly note: string | null
}

/** Money lines: what ends soon first, by day; then what goes on, what has yet to begin, and what is over. */
export async function findFunding(db: Reader, today: Day, organisationId?: string): Promise<readonly FundingLine[]> {
  const rows = await db
    .selectFrom('funding as f')
    .leftJoin('organisation as o', 'o.id', 'f.organisation_id')
    .leftJoin('organisation_offer as a', 'a.id', 'f.offer_id')
    .selectAll('f')
    .select(['o.name as organisation_name', 'a.what as offer_name'])
    .where('f.deleted_at', 'is', null)
    .$if(organisationId !== undefined, (q) => q.where('f.organisation_id', '=', organisationId ?? ''))
    .orderBy(sql`coalesce(f.last_day, '9999')`)
    .orderBy('f.from_day')
    .orderBy('f.id')
    .execute()
  const lines = rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name,
    offerId: row.offer_id,
    offerName: row.offer_name,
    funder: row.funder,
    amountCents: row.amount_cents,
    kind: row.kind,
    from: row.from_day,
    lastDay: row.last_day,
    state: fundingState({ from: row.from_day, lastDay: row.last_day }, today),
    note: row.note,
  }))
  return lines.toSorted((a, b) => turnOfState[a.state] - turnOfState[b.state])
}

const turnOfState: Readonly<Record<FundingState, number>> = { loopt_af: 0, loopt: 1, nog_niet: 2, voorbij: 3 }

export async function findJoinRequests(db: Reader): Promise<readonly Row<'join_request'>[]> {
  return db
    .selectFrom('join_request')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy(sql`state <> 'gevraagd'`)
    .orderBy('asked_day', 'desc')
    .orderBy('id')
    .execute()
}
