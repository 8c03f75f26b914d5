// That two people were in touch: who, by whom, when, how, and in one word what came of it.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { addMonths } from '../../../shared/domain/calendar-date.ts'
import { type Consent, type ContactResult, type MomentWay, momentMonths } from '../../../shared/domain/care.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { findLivePerson, findNames } from '../members/person-queries.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { eraseCare } from './erase-care.ts'
import { insertNote, refuseWithoutConsent, sealNote } from './note-text.ts'

export interface NewMoment {
  readonly personId: string
  readonly day: Day
  readonly how: MomentWay
  readonly result: ContactResult
  readonly byPersonId: string | null
  readonly byName: string | null
  readonly note: string | null
  readonly consent: Consent | null
}

/** @throws RuleBroken doneInFuture, consentNeeded (a note), notFound */
export async function recordContact(context: BookContext, moment: NewMoment): Promise<{ id: string }> {
  const { personId, note, consent } = moment
  const today = context.today()
  refuseFuture(today, moment.day, 'day', 'doneInFuture')
  if (note !== null) refuseWithoutConsent(consent, 'note')
  refuseFuture(today, consent?.day ?? null, 'consent.day')
  const sealer = note === null ? undefined : await context.sealing.forWriting()
  const id = context.newId()
  await write(context, { kind: 'contactRecorded' }, async (tx) => {
    await findLivePerson(tx, personId)
    await insertRows(tx, 'contact_moment', [
      {
        id,
        person_id: personId,
        by_person_id: moment.byPersonId,
        by_name: moment.byPersonId === null ? (moment.byName ?? context.actor()) : null,
        day: moment.day,
        how: moment.how,
        result: moment.result,
        signal_id: null,
      },
    ])
    if (sealer && note !== null && consent)
      await insertNote(
        tx,
        sealNote(sealer, { id: context.newId(), personId, momentId: id, text: note, consent, today }),
      )
  })
  return { id }
}

/** With the note that stands beside it. */
export async function removeContact(context: BookContext, id: string): Promise<void> {
  const notes = await context.db.selectFrom('care_note').select('id').where('contact_moment_id', '=', id).execute()
  await eraseCare(
    context,
    { table: 'contact_moment', id },
    notes.map((note) => ({ table: 'care_note', id: note.id })),
  )
}

export interface Moment {
  readonly id: string
  readonly day: Day
  readonly how: Row<'contact_moment'>['how']
  readonly result: Row<'contact_moment'>['result']
  readonly byName: string | null
  readonly signalId: string | null
}

/** Newest first, of the year they are kept. */
export async function momentsOf(
  db: Reader,
  of: { readonly personId: string } | { readonly signalId: string },
  today: Day,
): Promise<Moment[]> {
  const rows = await db
    .selectFrom('contact_moment')
    .selectAll()
    .where('deleted_at', 'is', null)
    .where('day', '>', addMonths(today, -momentMonths))
    .where((eb) => ('signalId' in of ? eb('signal_id', '=', of.signalId) : eb('person_id', '=', of.personId)))
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const names = await findNames(
    db,
    rows.flatMap(({ by_person_id }) => by_person_id ?? []),
  )
  return rows.map((row) => ({
    id: row.id,
    day: row.day,
    how: row.how,
    result: row.result,
    byName: row.by_person_id === null ? row.by_name : (names.get(row.by_person_id) ?? null),
    signalId: row.signal_id,
  }))
}

/** @throws RuleBroken consentNeeded, notFound */
export async function addNote(
  context: BookContext,
  note: { personId: string; signalId: string | null; text: string; consent: Consent | null },
): Promise<{ id: string }> {
  const { consent } = note
  const today = context.today()
  refuseWithoutConsent(consent, 'consent')
  refuseFuture(today, consent?.day ?? null, 'consent.day')
  const sealer = await context.sealing.forWriting()
  const id = context.newId()
  await write(context, { kind: 'careNoteAdded' }, async (tx) => {
    await findLivePerson(tx, note.personId)
    if (note.signalId !== null) {
      const signal = await tx
        .selectFrom('signal')
        .select('person_id')
        .where('id', '=', note.signalId)
        .executeTakeFirst()
      if (signal?.person_id !== note.personId) throw new RuleBroken('notFound', { table: 'signal' })
    }
    await insertNote(tx, sealNote(sealer, { ...note, consent, id, today }))
  })
  return { id }
}
