// Setting up a programme and its rounds. What pairs were formed in stays: they are what came of it.

import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { ProgrammeKind, Rhythm } from '../../../shared/domain/pair-programme.ts'
import type { BookContext } from '../context.ts'
import { addRow, changeRow } from '../database/rows.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'

export interface ProgrammeAgreement {
  readonly name: string
  readonly kind: ProgrammeKind
  readonly aName: string
  readonly bName: string
  readonly rhythm: Rhythm
  readonly months: number
}

export interface RoundPlan {
  readonly name: string
  readonly fromDay: Day
  readonly matchingDay: Day | null
  readonly matchingPlace: string | null
  readonly changes: string | null
}

export async function addProgramme(context: BookContext, agreement: ProgrammeAgreement): Promise<{ id: string }> {
  const id = context.newId()
  await write(context, { kind: 'programmeAdded', subject: { table: 'programme', id } }, (tx) =>
    addRow(tx, 'programme', { id, ...programmeColumns(agreement), closed_on: null }),
  )
  return { id }
}

export async function changeProgramme(
  context: BookContext,
  { id, closedOn, ...agreement }: ProgrammeAgreement & { readonly id: string; readonly closedOn: Day | null },
): Promise<void> {
  await write(context, { kind: 'programmeChanged', subject: { table: 'programme', id } }, (tx) =>
    changeRow(tx, 'programme', id, { ...programmeColumns(agreement), closed_on: closedOn }),
  )
}

/** @throws RuleBroken programmeInUse */
export async function removeProgramme(context: BookContext, id: string): Promise<void> {
  const deleted_at = context.now().toISOString()
  await write(context, { kind: 'programmeRemoved', subject: { table: 'programme', id } }, async (tx) => {
    await refusePairsOf(tx, 'programme_id', id)
    await changeRow(tx, 'programme', id, { deleted_at })
    for (const table of ['programme_round', 'pair_intake'] as const)
      await tx
        .updateTable(table)
        .set({ deleted_at })
        .where('programme_id', '=', id)
        .where('deleted_at', 'is', null)
        .execute()
  })
}

export async function addRound(
  context: BookContext,
  { programmeId, ...plan }: RoundPlan & { readonly programmeId: string },
): Promise<{ id: string }> {
  const id = context.newId()
  await write(context, { kind: 'roundAdded', subject: { table: 'programme_round', id } }, (tx) =>
    addRow(tx, 'programme_round', { id, programme_id: programmeId, ...roundColumns(plan) }),
  )
  return { id }
}

export async function changeRound(
  context: BookContext,
  { id, ...plan }: RoundPlan & { readonly id: string },
): Promise<void> {
  await write(context, { kind: 'roundChanged', subject: { table: 'programme_round', id } }, (tx) =>
    changeRow(tx, 'programme_round', id, roundColumns(plan)),
  )
}

/** @throws RuleBroken programmeInUse */
export async function removeRound(context: BookContext, id: string): Promise<void> {
  const deleted_at = context.now().toISOString()
  await write(context, { kind: 'roundRemoved', subject: { table: 'programme_round', id } }, async (tx) => {
    await refusePairsOf(tx, 'programme_round_id', id)
    await changeRow(tx, 'programme_round', id, { deleted_at })
  })
}

async function refusePairsOf(tx: Transaction, column: 'programme_id' | 'programme_round_id', id: string) {
  const pair = await tx
    .selectFrom('pair')
    .select('id')
    .where(column, '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (pair) throw new RuleBroken('programmeInUse')
}

function programmeColumns({ name, kind, aName, bName, rhythm, months }: ProgrammeAgreement) {
  return {
    name,
    kind,
    a_name: aName,
    b_name: bName,
    rhythm_unit: rhythm.unit,
    rhythm_times: rhythm.times,
    months,
  }
}

function roundColumns({ name, fromDay, matchingDay, matchingPlace, changes }: RoundPlan) {
  return {
    name,
    from_day: fromDay,
    matching_day: matchingDay,
    matching_place: matchingDay === null ? null : matchingPlace,
    changes,
  }
}
