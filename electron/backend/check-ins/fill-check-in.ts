// Filled in by the person themself. What was answered is written down once and shown to nobody.
import { randomInt } from 'node:crypto'
import { type Answers, type CheckInMoment, foldCode, lifeDomains, makeCode } from '../../../shared/domain/check-in.ts'
import type { BookContext } from '../context.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { findCheckIns } from './check-in-queries.ts'
import { checkInId } from './check-in-table.ts'

/** @throws RuleBroken checkInEmpty, checkInCodeUnknown, checkInAnsweredBefore */
export async function fillCheckIn(
  context: BookContext,
  {
    code: said,
    moment,
    answers,
    replaces,
  }: {
    readonly code: string | null
    readonly moment: CheckInMoment
    readonly answers: Answers
    readonly replaces: boolean
  },
): Promise<{ code: string }> {
  if (lifeDomains.every((domain) => (answers[domain] ?? null) === null)) throw new RuleBroken('checkInEmpty')
  const code = said === null ? makeCode(randomInt) : foldCode(said)
  const known = (await findCheckIns(context.db)).filter((checkIn) => checkIn.code === code)
  if (said !== null && known.length === 0) throw new RuleBroken('checkInCodeUnknown', { field: 'code' })
  const before = known.find((checkIn) => checkIn.moment === moment)
  if (before && !replaces) throw new RuleBroken('checkInAnsweredBefore', { field: 'code', day: before.day })
  await write(context, { kind: 'checkInFilled' }, (tx) =>
    putCheckIn(tx, {
      ...{ code, moment, day: context.today(), deleted_at: null },
      ...Object.fromEntries(lifeDomains.map((domain) => [domain, answers[domain] ?? null])),
    }),
  )
  return { code }
}

/** Somebody would rather not have it there. */
export async function removeCheckIns(context: BookContext, said: string): Promise<void> {
  const code = foldCode(said)
  await write(context, { kind: 'checkInRemoved' }, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('check_in')
      .set({ deleted_at: context.now().toISOString() })
      .where('code', '=', code)
      .where('deleted_at', 'is', null)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new RuleBroken('notFound', { table: 'check_in' })
  })
}

async function putCheckIn(
  tx: Transaction,
  values: { readonly code: string; readonly moment: CheckInMoment; readonly day: string; readonly deleted_at: null },
): Promise<void> {
  await tx
    .insertInto('check_in')
    .values({ id: checkInId(values.code, values.moment), ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
}
