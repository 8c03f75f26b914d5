// What is agreed on and asked while a pair runs, and how it ends.

import { sql } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { type ConnectionKind, connectionKinds, writeCodes } from '../../../shared/domain/gathering-forms.ts'
import type { ClickAnswer, PairEndReason } from '../../../shared/domain/pair-programme.ts'
import type { BookContext } from '../context.ts'
import { changeRow, liveRow } from '../database/rows.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { PairRow } from './pair-queries.ts'
import { livingIn } from './parties.ts'

export interface PairChange {
  readonly id: string
  readonly roundId: string | null
  readonly fromDay: Day
  readonly plannedUntil: Day
  readonly isOnce: boolean
  readonly deputyPersonId: string | null
  readonly coachPersonId: string | null
  readonly sharedGround: string | null
  readonly aBrings: string | null
  readonly bBrings: string | null
  readonly aClick: ClickAnswer | null
  readonly bClick: ClickAnswer | null
  readonly trainedOn: Day | null
  readonly restUntil: Day | null
  readonly guardianName: string | null
  readonly guardianContact: string | null
  readonly school: string | null
  readonly goal: string | null
  readonly parentConsentOn: Day | null
  readonly vogUntil: Day | null
  readonly connections?: readonly ConnectionKind[] | undefined
}

/** @throws RuleBroken dayBeforeStart, dayAfterEnd, notFound */
export async function changePair(context: BookContext, change: PairChange): Promise<void> {
  await writePair(context, 'pairChanged', change.id, async (tx, row) => {
    if (change.plannedUntil <= change.fromDay)
      throw new RuleBroken('dayBeforeStart', { field: 'plannedUntil', from: change.fromDay })
    if (row.until_day !== null && row.until_day < change.fromDay)
      throw new RuleBroken('dayAfterEnd', { field: 'fromDay', day: row.until_day })
    await refuseOtherRound(tx, row, change.roundId)
    return {
      programme_round_id: change.roundId,
      from_day: change.fromDay,
      planned_until: change.plannedUntil,
      is_once: change.isOnce ? 1 : 0,
      deputy_person_id: change.deputyPersonId,
      coach_person_id: change.coachPersonId,
      shared_ground: change.sharedGround,
      a_brings: change.aBrings,
      b_brings: change.bBrings,
      a_click: change.aClick,
      b_click: change.bClick,
      trained_on: change.trainedOn,
      rest_until: change.restUntil,
      guardian_name: change.guardianName,
      guardian_contact: change.guardianContact,
      school: change.school,
      goal: change.goal,
      parent_consent_on: change.parentConsentOn,
      vog_until: change.vogUntil,
      ...(change.connections === undefined ? {} : { connections: writeCodes(connectionKinds, change.connections) }),
    }
  })
}

/** Halfway and at the end somebody talks with both. That it was done is kept; what was said is theirs. */
export async function holdTalk(
  context: BookContext,
  { id, talk, day }: { readonly id: string; readonly talk: 'mid' | 'end'; readonly day: Day },
): Promise<void> {
  refuseFuture(context.today(), day, 'day', 'doneInFuture')
  await writePair(context, 'pairTalkHeld', id, async () =>
    talk === 'mid' ? { mid_talk_on: day } : { end_talk_on: day },
  )
}

/** @throws RuleBroken dayBeforeStart, dayInFuture */
export async function endPair(
  context: BookContext,
  input: { readonly id: string; readonly day: Day; readonly reason: PairEndReason; readonly continued: boolean | null },
): Promise<void> {
  const { id, day, reason, continued } = input
  refuseFuture(context.today(), day)
  await writePair(context, 'pairEnded', id, async (_tx, row) => {
    if (day < row.from_day) throw new RuleBroken('dayBeforeStart', { field: 'day', from: row.from_day })
    return { until_day: day, end_reason: reason, continued: continued === null ? null : continued ? 1 : 0 }
  })
}

/** @throws RuleBroken pairSideGone: nobody could be asked how it goes */
export async function reopenPair(context: BookContext, id: string): Promise<void> {
  await writePair(context, 'pairReopened', id, async (tx) => {
    if (!(await hasBothSides(tx, id))) throw new RuleBroken('pairSideGone')
    return { until_day: null, end_reason: null, continued: null }
  })
}

/** On either side somebody is there still. */
export async function hasBothSides(db: Reader, id: string): Promise<boolean> {
  const isThere = (side: 'a' | 'b') => {
    const [person, household] = [sql.ref(`r.${side}_person_id`), sql.ref(`r.${side}_household_id`)]
    return sql<boolean>`EXISTS (SELECT 1 FROM person s WHERE (s.id = ${person} OR s.household_id = ${household})
      AND s.deleted_at IS NULL AND s.deceased_on IS NULL)`
  }
  const row = await db
    .selectFrom('pair as r')
    .select('r.id')
    .where('r.id', '=', id)
    .where(isThere('a'))
    .where(isThere('b'))
    .executeTakeFirst()
  return row !== undefined
}

export async function removePair(context: BookContext, id: string): Promise<void> {
  await writePair(context, 'pairRemoved', id, async () => ({ deleted_at: context.now().toISOString() }))
}

/** Whoever died or went to the Prullenbak is in no pair any more, nor is an address without anybody left; that there was one stays. */
export async function endPairsOf(
  tx: Transaction,
  personId: string,
  end: { readonly day: Day; readonly reason: PairEndReason },
): Promise<void> {
  await tx
    .updateTable('pair')
    .set((eb) => ({
      until_day: eb.fn<string>('max', ['from_day', eb.val(end.day)]),
      end_reason: end.reason,
    }))
    .where((eb) =>
      eb.or([
        ...[eb('a_person_id', '=', personId), eb('b_person_id', '=', personId)],
        ...[eb('a_household_id', 'in', leftEmpty(personId)), eb('b_household_id', 'in', leftEmpty(personId))],
      ]),
    )
    .where('until_day', 'is', null)
    .where('deleted_at', 'is', null)
    .execute()
}

/** The household of somebody, when nobody lives there any more. */
const leftEmpty = (personId: string) =>
  sql<string>`(SELECT p.household_id FROM person p WHERE p.id = ${personId} AND NOT EXISTS (${livingIn(sql`p.household_id`)}))`

async function writePair(
  context: BookContext,
  kind: 'pairChanged' | 'pairTalkHeld' | 'pairEnded' | 'pairReopened' | 'pairRemoved',
  id: string,
  valuesFor: (tx: Transaction, row: PairRow) => Promise<Partial<Omit<PairRow, 'id'>>>,
): Promise<void> {
  await write(context, { kind, subject: { table: 'pair', id } }, async (tx) => {
    await changeRow(tx, 'pair', id, await valuesFor(tx, await liveRow(tx, 'pair', id)))
  })
}

async function refuseOtherRound(db: Reader, row: PairRow, roundId: string | null): Promise<void> {
  if (roundId === null) return
  const round = await liveRow(db, 'programme_round', roundId)
  if (round.programme_id !== row.programme_id) throw new RuleBroken('badInput', { field: 'roundId' })
}
