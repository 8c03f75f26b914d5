// Sealed records as they are read and written. A programme lies as a whole in one of two tables: the one that stays on this PC, or the
// one that goes along to the others.
import { addMonths, type Day } from '../../../shared/domain/calendar-date.ts'
import type { ClickAnswer, PairEndReason, Rhythm } from '../../../shared/domain/pair-programme.ts'
import type { PairContact } from '../../../shared/domain/pair-rhythm.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Row } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Opener, Sealer } from '../sealing/sealer.ts'
import { forgetFormerValues } from '../sync/merge/write-heard.ts'
import type { CodeCheck } from './coach-code.ts'

const places = ['sealed_record', 'shared_sealed_record'] as const
export type SealedPlaceName = (typeof places)[number]

export interface SealedAgreement {
  readonly name: string
  readonly aName: string
  readonly bName: string
  readonly rhythm: Rhythm
  readonly months: number
}

export interface SealedProgramme extends SealedAgreement {
  readonly check: CodeCheck
}

export interface SealedPairFields {
  readonly aAlias: string
  readonly bAlias: string
  readonly fromDay: string
  readonly plannedUntil: string
  readonly sharedGround: string
  readonly aBrings: string
  readonly bBrings: string
  readonly aClick: ClickAnswer | null
  readonly bClick: ClickAnswer | null
  readonly midTalkOn: string | null
  readonly endTalkOn: string | null
  readonly untilDay: string | null
  readonly endReason: PairEndReason | null
}

export interface SealedPair extends SealedPairFields {
  readonly contacts: readonly (PairContact & { readonly id: string })[]
}

export interface SealedRecord<Content> {
  readonly id: string
  readonly place: SealedPlaceName
  readonly content: Content
}

/** The ids of all sealed programmes, in the order they were made. */
export async function sealedProgrammeIds(db: Reader): Promise<string[]> {
  const found: string[] = []
  for (const place of places) {
    const rows = await db
      .selectFrom(place as 'sealed_record') // both have the same columns
      .select('id')
      .where('kind', '=', 'programme')
      .where('deleted_at', 'is', null)
      .orderBy('row_no')
      .execute()
    found.push(...rows.map(({ id }) => id))
  }
  return found
}

/** @throws RuleBroken notFound, sealedDamaged */
export async function readProgramme(db: Reader, opener: Opener, id: string): Promise<SealedRecord<SealedProgramme>> {
  for (const place of places) {
    const row = await recordIn(db, place, id)
    if (row?.kind === 'programme') return { id, place, content: openContent(opener, row) as SealedProgramme } // sealed below
  }
  throw new RuleBroken('notFound', { table: 'sealed_record' })
}

export async function readPairs(
  db: Reader,
  opener: Opener,
  programme: Pick<SealedRecord<unknown>, 'id' | 'place'>,
): Promise<SealedRecord<SealedPair>[]> {
  const rows = await db
    .selectFrom(programme.place as 'sealed_record')
    .selectAll()
    .where('programme_id', '=', programme.id)
    .where('kind', '=', 'pair')
    .where('deleted_at', 'is', null)
    .orderBy('row_no', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, place: programme.place, content: openContent(opener, row) as SealedPair }))
}

/** Writes a record; one that was dropped there before comes back. */
export async function putRecord(
  tx: Transaction,
  sealer: Sealer,
  record: SealedRecord<SealedProgramme | SealedPair> & {
    readonly programmeId: string
    readonly kind: Row<'sealed_record'>['kind']
  },
): Promise<void> {
  const { id, place, programmeId, kind, content } = record
  const values = sealedColumns(sealer, id, content)
  const { numUpdatedRows } = await tx
    .updateTable(place as 'sealed_record')
    .set({ ...values, deleted_at: null })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) await insertRows(tx, place, [{ id, programme_id: programmeId, kind, ...values }])
}

export async function changeRecord(
  tx: Transaction,
  sealer: Sealer,
  { id, place, content }: SealedRecord<SealedProgramme | SealedPair>,
): Promise<void> {
  await tx
    .updateTable(place as 'sealed_record')
    .set(sealedColumns(sealer, id, content))
    .where('id', '=', id)
    .execute()
}

/** Takes a record away, and what it said with it: here, in the journal, and wherever it had gone along. */
export async function dropRecord(
  tx: Transaction,
  sealer: Sealer,
  { id, place }: Pick<SealedRecord<unknown>, 'id' | 'place'>,
  at: string,
): Promise<void> {
  await tx
    .updateTable(place as 'sealed_record')
    .set({ deleted_at: at, content: sealer.sealText(placeOf(id), '{}') })
    .where('id', '=', id)
    .execute()
  await forgetFormerValues(tx, place, [id])
}

async function recordIn(db: Reader, place: SealedPlaceName, id: string) {
  return db
    .selectFrom(place as 'sealed_record')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
}

// One place for both tables: a record that moves between them opens in either.
const placeOf = (id: string) => ({ table: 'sealed_record', id, column: 'content' })

const sealedColumns = (sealer: Sealer, id: string, content: SealedProgramme | SealedPair) => ({
  content: sealer.sealText(placeOf(id), JSON.stringify(content)),
  expires_day: 'fromDay' in content ? addMonths(lastDay(content), monthsAfterPair) : null,
})

/** So long after a pair ended, or after its time when nobody ended it, it is kept. */
const monthsAfterPair = 12

const lastDay = ({ untilDay, plannedUntil, contacts }: SealedPair): Day =>
  [untilDay ?? plannedUntil, ...contacts.map(({ day }) => day)].reduce((last, day) => (day > last ? day : last))

const openContent = (opener: Opener, row: { readonly id: string; readonly content: Uint8Array }): unknown =>
  JSON.parse(opener.openText(placeOf(row.id), row.content))
