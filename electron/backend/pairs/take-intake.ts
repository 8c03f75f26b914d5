// Writing down who would like to be in a pair: interests, when, which languages. No file, and nothing about anybody's standing.

import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { PairSide } from '../../../shared/domain/pair-programme.ts'
import type { BookContext } from '../context.ts'
import { addRow, changeRow, liveRow } from '../database/rows.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { findLivePerson } from '../members/person-queries.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { type Programme, programmeById, waitingIntakes } from './programme-queries.ts'

export interface Intake {
  readonly roundId: string | null
  readonly side: PairSide
  readonly day: Day
  readonly interests: string | null
  readonly availability: string | null
  readonly languages: string | null
  readonly brings: string | null
  readonly spokenOn: Day | null
}

/** @throws RuleBroken alreadyWaiting, dayInFuture, notFound */
export async function takeIntake(
  context: BookContext,
  input: Intake & { readonly programmeId: string; readonly personId: string },
): Promise<{ id: string }> {
  const id = context.newId()
  const subject = { table: 'person', id: input.personId } as const
  await write(context, { kind: 'intakeTaken', subject }, async (tx) => {
    const programme = await programmeById(tx, input.programmeId)
    const person = await findLivePerson(tx, input.personId)
    await checkIntake(tx, programme, input, context.today())
    const whole = programme.kind === 'huishoudens'
    const waiting = await waitingIntakes(tx, {
      programmeId: programme.id,
      personId: person.id,
      householdId: person.householdId,
    })
    if (waiting.length > 0) throw new RuleBroken('alreadyWaiting', { field: 'personId' })
    await addRow(tx, 'pair_intake', {
      id,
      programme_id: programme.id,
      person_id: whole ? null : person.id,
      household_id: whole ? person.householdId : null,
      ...columnsOf(input),
    })
  })
  return { id }
}

export async function changeIntake(context: BookContext, input: Intake & { readonly id: string }): Promise<void> {
  const { id } = input
  await write(context, { kind: 'intakeChanged', subject: await subjectOf(context.db, id) }, async (tx) => {
    const { programme_id } = await liveRow(tx, 'pair_intake', id)
    await checkIntake(tx, await programmeById(tx, programme_id), input, context.today())
    await changeRow(tx, 'pair_intake', id, columnsOf(input))
  })
}

/** They would rather not, or not now: the words go, that they once came in stays for the count. */
export async function withdrawIntake(context: BookContext, id: string): Promise<void> {
  await write(context, { kind: 'intakeWithdrawn', subject: await subjectOf(context.db, id) }, (tx) =>
    changeRow(tx, 'pair_intake', id, {
      withdrawn_on: context.today(),
      interests: null,
      availability: null,
      languages: null,
      brings: null,
    }),
  )
}

async function checkIntake(db: Reader, programme: Programme, intake: Intake, today: Day): Promise<void> {
  refuseFuture(today, intake.day)
  refuseFuture(today, intake.spokenOn, 'spokenOn')
  if (intake.roundId === null) return
  const round = await liveRow(db, 'programme_round', intake.roundId)
  if (round.programme_id !== programme.id) throw new RuleBroken('badInput', { field: 'roundId' })
}

async function subjectOf(db: Reader, id: string) {
  const { person_id, household_id } = await liveRow(db, 'pair_intake', id)
  return household_id === null
    ? ({ table: 'person', id: person_id ?? '' } as const)
    : ({ table: 'household', id: household_id } as const)
}

function columnsOf(intake: Intake) {
  return {
    programme_round_id: intake.roundId,
    side: intake.side,
    day: intake.day,
    interests: intake.interests,
    availability: intake.availability,
    languages: intake.languages,
    brings: intake.brings,
    spoken_on: intake.spokenOn,
  }
}
