// A private note: sealed before it reaches the database, and never without the consent that stands beside it.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { type Consent, careUntil } from '../../../shared/domain/care.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Opener, Sealer } from '../sealing/sealer.ts'
import { consentOf, consentValues } from './consent-columns.ts'

export interface Note {
  readonly id: string
  readonly writtenDay: Day
  readonly expiresDay: Day
  readonly text: string | null
  readonly consent: Consent
  readonly signalId: string | null
  readonly momentId: string | null
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
  today: Day,
): Promise<Note[]> {
  const rows = await db
    .selectFrom('care_note')
    .selectAll()
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
    }
  })
}

const placeOf = (id: string) => ({ table: 'care_note', id, column: 'content' })
