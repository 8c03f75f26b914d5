// Writing down who came. Each mark is an action of its own, so that each can be taken back.

import type { AbsenceReason, AttendanceStatus } from '../../../shared/domain/attendance.ts'
import { isAbsent } from '../../../shared/domain/attendance.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import { changeRow, liveRow } from '../database/rows.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { lapseFollowUpsAfter } from '../follow-ups/follow-up-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { planAheadAfter } from '../series/plan-ahead.ts'
import { attendanceOf, countUnknown, updateAttendance, updateUnknown } from './attendance-queries.ts'

/** Beforehand: somebody says they will come, or takes that back. An apology beforehand is taken back with it. */
export async function expectPerson(
  context: BookContext,
  input: { gatheringId: string; personId: string; coming: boolean },
): Promise<void> {
  const { gatheringId, personId, coming } = input
  await write(
    context,
    {
      kind: 'attendanceExpected',
      subject: { table: 'person', id: personId },
      details: { answer: coming ? 'coming' : 'onbekend' },
    },
    async (tx) => {
      await markableGathering(tx, gatheringId)
      const row = await attendanceOf(tx, gatheringId, personId)
      const status = coming && isAbsent(row.status) ? 'onbekend' : row.status
      if (status !== row.status) await forgetAbsence(tx, gatheringId, personId)
      await updateAttendance(tx, row.id, {
        said_coming: coming ? 1 : 0,
        ...(status === row.status ? {} : { status, reason: null, attention: null }),
      })
    },
  )
}

/** Marks one person. Before the day only an apology can be written down: nobody has come or stayed away yet. */
export async function markPerson(
  context: BookContext,
  input: { gatheringId: string; personId: string; status: AttendanceStatus },
): Promise<void> {
  const { gatheringId, personId, status } = input
  await write(
    context,
    { kind: 'attendanceMarked', subject: { table: 'person', id: personId }, details: { status } },
    async (tx) => {
      const gathering = await markableGathering(tx, gatheringId)
      refuseBeforehand(gathering.day, status, context.today())
      const row = await attendanceOf(tx, gatheringId, personId)
      if (row.status === status) return
      // From one absence to the other the reason stays true; otherwise it has lost its meaning, and so has looking in.
      const stays = isAbsent(row.status) && isAbsent(status)
      if (isAbsent(row.status) && !stays) await forgetAbsence(tx, gatheringId, personId)
      await updateAttendance(tx, row.id, {
        status,
        ...(stays ? {} : { reason: null, attention: null }),
        ...(status === 'afgemeld' ? { said_coming: 0 } : {}),
      })
    },
  )
}

/** "The other 16 were there": everybody still unknown, in one action. */
export async function markRest(context: BookContext, gatheringId: string): Promise<{ marked: number }> {
  const count = await countUnknown(context.db, gatheringId)
  return write(
    context,
    { kind: 'attendanceRestMarked', subject: { table: 'gathering', id: gatheringId }, details: { count } },
    async (tx) => {
      const gathering = await markableGathering(tx, gatheringId)
      refuseBeforehand(gathering.day, 'aanwezig', context.today())
      return { marked: await updateUnknown(tx, gatheringId, 'aanwezig') }
    },
  )
}

/** One of four neutral reasons, or none. */
export async function setAbsenceReason(
  context: BookContext,
  input: { gatheringId: string; personId: string; reason: AbsenceReason | null },
): Promise<void> {
  const { gatheringId, personId, reason } = input
  await write(context, { kind: 'absenceReasonSet', subject: { table: 'person', id: personId } }, async (tx) => {
    await markableGathering(tx, gatheringId)
    const row = await attendanceOf(tx, gatheringId, personId)
    if (!isAbsent(row.status)) throw new RuleBroken('personNotAbsent')
    await updateAttendance(tx, row.id, { reason })
  })
}

/** People without an invitation: counted, never named. */
export async function setGuests(context: BookContext, gatheringId: string, guests: number): Promise<void> {
  await write(
    context,
    { kind: 'guestsCounted', subject: { table: 'gathering', id: gatheringId }, details: { count: guests } },
    async (tx) => {
      const gathering = await markableGathering(tx, gatheringId)
      if (guests > 0) refuseBeforehand(gathering.day, 'aanwezig', context.today())
      await changeRow(tx, 'gathering', gatheringId, { guests })
    },
  )
}

export async function setGatheringNote(context: BookContext, gatheringId: string, note: string | null): Promise<void> {
  await write(
    context,
    { kind: 'gatheringNoteChanged', subject: { table: 'gathering', id: gatheringId } },
    async (tx) => {
      await liveRow(tx, 'gathering', gatheringId)
      await changeRow(tx, 'gathering', gatheringId, { note })
    },
  )
}

/** Done writing down. Who is still unknown stays unknown; marks can be changed afterwards as well. */
export async function completeGathering(context: BookContext, gatheringId: string): Promise<{ unknown: number }> {
  return write(context, { kind: 'gatheringRecorded', subject: { table: 'gathering', id: gatheringId } }, async (tx) => {
    const gathering = await markableGathering(tx, gatheringId)
    refuseBeforehand(gathering.day, 'aanwezig', context.today())
    await changeRow(tx, 'gathering', gatheringId, { state: 'gehouden' })
    await planAheadAfter(tx, context, gathering)
    return { unknown: await countUnknown(tx, gatheringId) }
  })
}

/** "23 came": the gathering is written down, and the series plans its next one, all in one action. */
export async function recordHeadcount(
  context: BookContext,
  input: { gatheringId: string; count: number; languages?: string | null | undefined },
): Promise<void> {
  const { gatheringId, count, languages } = input
  await write(
    context,
    { kind: 'headcountRecorded', subject: { table: 'gathering', id: gatheringId }, details: { count } },
    async (tx) => {
      const gathering = await markableGathering(tx, gatheringId)
      if (gathering.counted !== 'aantal') throw new RuleBroken('countedByName')
      refuseBeforehand(gathering.day, 'aanwezig', context.today())
      await changeRow(tx, 'gathering', gatheringId, {
        guests: count,
        state: 'gehouden',
        ...(languages === undefined ? {} : { language: languages }),
      })
      await planAheadAfter(tx, context, gathering)
    },
  )
}

async function markableGathering(db: Reader, id: string) {
  const gathering = await liveRow(db, 'gathering', id)
  if (gathering.state === 'afgelast') throw new RuleBroken('gatheringCalledOff')
  return gathering
}

function refuseBeforehand(day: Day, status: AttendanceStatus, today: Day): void {
  if (day > today && (status === 'aanwezig' || status === 'niet_gekomen')) {
    throw new RuleBroken('gatheringNotYetHeld', { day })
  }
}

/** The absence was a mistake: nobody needs to look in because of it. */
async function forgetAbsence(tx: Transaction, gatheringId: string, personId: string): Promise<void> {
  await lapseFollowUpsAfter(tx, gatheringId, personId)
}
