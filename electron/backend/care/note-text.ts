// A private note: sealed before it reaches the database, and never without the consent that stands beside it.
import { sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { type Consent, careUntil } from '../../../shared/domain/care.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Opener, Sealer } from '../sealing/sealer.ts'
import { writeOver } from '../sync/merge/write-erasure.ts'
import { consentOf, consentValues } from './consent-columns.ts'

export interface Note {
  readonly id: string
  readonly writtenDay: Day
  readonly expiresDay: Day
  readonly text: string | null
  readonly consent: Consent
  readonly signalId: string | null
  readonly momentId: string | null
  /** It was written on this computer: whoever is at it may mend it. */
  readonly isOwn: boolean
}

export interface NewNote {
  readonly id: string
  readonly personId: string
  readonly signalId?: string | null
  readonly momentId?: string
  readonly text: string
  readonly consent: Consent
  readonly today: Day
}

export function sealNote(sealer: Sealer, note: NewNote): NewRow<'care_note'> {
  return {
    id: note.id,
    person_id: note.personId,
    signal_id: note.signalId ?? null,
    contact_moment_id: note.momentId ?? null,
    written_day: note.today,
    expires_day: careUntil(note.today),
    content: sealer.sealText(placeOf(note.id), note.text),
    ...consentValues(note.consent),
  }
}

export async function insertNote(tx: Transaction, row: NewRow<'care_note'>): Promise<void> {
  await insertRows(tx, 'care_note', [row])
}

export function refuseWithoutConsent(consent: Consent | null, field: string): asserts consent is Consent {
  if (!consent) throw new RuleBroken('consentNeeded', { field })
}

/** Newest first. */
export async function notesOf(
  db: Reader,
  of: { readonly personId: string } | { readonly signalId: string },
  opener: Opener | undefined,
  { today, device }: { readonly today: Day; readonly device: string },
): Promise<Note[]> {
  const rows = await db
    .selectFrom('care_note')
    .selectAll()
    .select(writtenOn(device).as('isOwn'))
    .where('deleted_at', 'is', null)
    .where('expires_day', '>', today)
    .where((eb) => ('signalId' in of ? eb('signal_id', '=', of.signalId) : eb('person_id', '=', of.personId)))
    .orderBy('written_day', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.flatMap((row) => {
    const consent = consentOf(row)
    // The database holds no note without it.
    if (!consent) return []
    return {
      id: row.id,
      writtenDay: row.written_day,
      expiresDay: row.expires_day,
      text: opener ? opener.openText(placeOf(row.id), row.content) : null,
      consent,
      signalId: row.signal_id,
      momentId: row.contact_moment_id,
      isOwn: row.isOwn === 1,
    }
  })
}

/** The journal knows where a row was made. */
const writtenOn = (device: string) =>
  sql<0 | 1>`EXISTS (SELECT 1 FROM change c JOIN action a ON a.seq = c.action_seq
    WHERE c.row_id = care_note.id AND c.table_name = 'care_note' AND c.op = 'insert' AND a.device = ${device})`

/** Mends the words alone: who agreed, and the day it goes, stay as they are. What it said before is kept nowhere. @throws RuleBroken notFound */
export async function changeNote(
  context: BookContext,
  { id, text }: { readonly id: string; readonly text: string },
): Promise<void> {
  const sealer = await context.sealing.forWriting()
  await writeOver(context, { kind: 'careNoteChanged' }, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('care_note')
      .set({ content: sealer.sealText(placeOf(id), text) })
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .where('expires_day', '>', context.today())
      .where(sql<boolean>`${writtenOn(context.device)}`)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows !== 1n) throw new RuleBroken('notFound', { table: 'care_note' })
    return { table: 'care_note', ids: [id] }
  })
}

const placeOf = (id: string) => ({ table: 'care_note', id, column: 'content' })
