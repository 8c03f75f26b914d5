// Who asks attention, and who looks in next.

import type { Day } from '../../../shared/domain/calendar-date.ts'
import { endsSoon, type OwnHelp, ownHelp } from '../../../shared/domain/care.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow, Row } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { findNames } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Opener, Sealer } from '../sealing/sealer.ts'

type SignalRow = Row<'signal'>

export interface Signal {
  readonly id: string
  readonly personId: string | null
  readonly personName: string | null
  readonly place: string | null
  readonly kind: SignalRow['kind']
  readonly source: SignalRow['source']
  readonly saidByName: string | null
  readonly ownHelp: OwnHelp[]
  readonly openedDay: Day
  readonly expiresDay: Day
  readonly endsSoon: boolean
  readonly ownerPersonId: string | null
  readonly ownerName: string | null
  readonly nextDay: Day | null
  readonly nextHow: SignalRow['next_how']
  readonly overdue: boolean
  readonly state: SignalRow['state']
  readonly closedDay: Day | null
  readonly closeReason: SignalRow['close_reason']
  readonly hasConsent: boolean
}

export interface SignalFilter {
  readonly state?: SignalRow['state']
  readonly personId?: string
  readonly id?: string
}

/** Open ones by the day somebody looks in, closed ones newest first. People in the bin are left out. */
export async function signalsLike(
  db: Reader,
  filter: SignalFilter,
  opener: Opener | undefined,
  today: Day,
): Promise<Signal[]> {
  let query = db
    .selectFrom('signal')
    .leftJoin('person', 'person.id', 'signal.person_id')
    .leftJoin('person as owner', 'owner.id', 'signal.owner_person_id')
    .selectAll('signal')
    .select('owner.deleted_at as owner_deleted_at')
    .where('signal.deleted_at', 'is', null)
    .where('person.deleted_at', 'is', null)
    // Past its day it is gone, also while the program stays open over midnight.
    .where('signal.expires_day', '>', today)
    .orderBy('signal.state', 'desc')
    .orderBy('signal.next_day')
    .orderBy('signal.closed_day', 'desc')
    .orderBy('signal.id')
  if (filter.state) query = query.where('signal.state', '=', filter.state)
  if (filter.personId) query = query.where('signal.person_id', '=', filter.personId)
  if (filter.id) query = query.where('signal.id', '=', filter.id)
  const rows = await query.execute()
  const named = rows.flatMap((row) => [row.person_id, row.owner_person_id, row.said_by_person_id])
  const names = await findNames(
    db,
    named.filter((id) => id !== null),
  )
  return rows.map(({ owner_deleted_at, ...row }) => {
    // Who lies in the bin will not look in; when they come back from it, they do.
    const isOwnerGone = row.state === 'open' && owner_deleted_at !== null
    return signalOf(isOwnerGone ? { ...row, owner_person_id: null } : row, { names, opener, today })
  })
}

interface Surroundings {
  readonly names: ReadonlyMap<string, string>
  readonly opener: Opener | undefined
  readonly today: Day
}

function signalOf(row: SignalRow, { names, opener, today }: Surroundings): Signal {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  return {
    id: row.id,
    personId: row.person_id,
    personName: nameOf(row.person_id),
    place: row.place === null || !opener ? null : opener.openText(placeOf(row.id), row.place),
    kind: row.kind,
    source: row.source,
    saidByName: nameOf(row.said_by_person_id),
    ownHelp: ownHelp.filter((code) => row.own_help?.split(',').includes(code)),
    openedDay: row.opened_day,
    expiresDay: row.expires_day,
    endsSoon: row.state === 'open' && endsSoon(row.expires_day, today),
    ownerPersonId: row.owner_person_id,
    ownerName: nameOf(row.owner_person_id) ?? row.owner_name,
    nextDay: row.next_day,
    nextHow: row.next_how,
    overdue: row.next_day !== null && row.next_day < today,
    state: row.state,
    closedDay: row.closed_day,
    closeReason: row.close_reason,
    hasConsent: row.consent_day !== null,
  }
}

const placeOf = (id: string) => ({ table: 'signal', id, column: 'place' })

export const sealPlace = (sealer: Sealer, id: string, place: string): Buffer => sealer.sealText(placeOf(id), place)

export async function signalById(db: Reader, id: string): Promise<SignalRow> {
  const row = await db
    .selectFrom('signal')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table: 'signal' })
  return row
}

export async function insertSignal(tx: Transaction, row: NewRow<'signal'>): Promise<void> {
  await insertRows(tx, 'signal', [row])
}

export async function updateSignal(tx: Transaction, id: string, values: Partial<Omit<SignalRow, 'id'>>): Promise<void> {
  const result = await tx.updateTable('signal').set(values).where('id', '=', id).executeTakeFirstOrThrow()
  if (result.numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table: 'signal' })
}

/** What somebody would do and cannot any more waits for another; it stays open. */
export async function releaseSignalsOwnedBy(tx: Transaction, personId: string): Promise<void> {
  await tx
    .updateTable('signal')
    .set({ owner_person_id: null })
    .where('owner_person_id', '=', personId)
    .where('state', '=', 'open')
    .where('deleted_at', 'is', null)
    .execute()
}

/** Somebody died or went away for good: nobody looks in any more. */
export async function closeSignalsOf(
  tx: Transaction,
  personId: string,
  closing: { readonly day: Day; readonly reason: NonNullable<SignalRow['close_reason']> },
): Promise<void> {
  await tx
    .updateTable('signal')
    .set(closedColumns(closing.reason, closing.day))
    .where('person_id', '=', personId)
    .where('state', '=', 'open')
    .where('deleted_at', 'is', null)
    .execute()
}

export const closedColumns = (reason: NonNullable<SignalRow['close_reason']>, day: Day) =>
  ({ state: 'gesloten', next_day: null, next_how: null, closed_day: day, close_reason: reason }) as const

export interface Referral {
  readonly id: string
  readonly organisationId: string | null
  readonly organisationName: string
  readonly day: Day
  readonly outcome: Row<'referral'>['outcome']
}

export async function referralsOf(db: Reader, signalId: string): Promise<Referral[]> {
  const rows = await db
    .selectFrom('referral as r')
    .leftJoin('organisation as o', 'o.id', 'r.organisation_id')
    .select(['r.id', 'r.organisation_id', 'r.organisation_name', 'o.name', 'r.day', 'r.outcome'])
    .where('r.signal_id', '=', signalId)
    .where('r.deleted_at', 'is', null)
    .orderBy('r.day', 'desc')
    .orderBy('r.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    organisationName: row.name ?? row.organisation_name ?? '',
    day: row.day,
    outcome: row.outcome,
  }))
}

/** Until when somebody is in the book only because of care; null for everybody else. */
export async function contactUntil(db: Reader, personId: string): Promise<Day | null> {
  const row = await db
    .selectFrom('care_contact')
    .select('expires_day')
    .where('person_id', '=', personId)
    .where('deleted_at', 'is', null)
    .orderBy('expires_day', 'desc')
    .executeTakeFirst()
  return row?.expires_day ?? null
}
