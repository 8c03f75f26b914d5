// Filled in by the person themself. What was answered is written down once and shown to nobody.
import { randomInt } from 'node:crypto'
import { type Answers, type CheckInMoment, lifeDomains } from '../../../shared/domain/check-in.ts'
import type { BookContext } from '../context.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { findCheckIns } from './check-in-queries.ts'
import { checkInId } from './check-in-table.ts'

/** @throws RuleBroken checkInEmpty, checkInCodeUnknown */
export async function fillCheckIn(
  context: BookContext,
  {
    code: said,
    moment,
    answers,
  }: { readonly code: string | null; readonly moment: CheckInMoment; readonly answers: Answers },
): Promise<{ code: string }> {
  if (lifeDomains.every((domain) => (answers[domain] ?? null) === null)) throw new RuleBroken('checkInEmpty')
  const known = new Set((await findCheckIns(context.db)).map(({ code }) => code))
  const code = said === null ? newCode(known) : foldCode(said)
  if (said !== null && !known.has(code)) throw new RuleBroken('checkInCodeUnknown', { field: 'code' })
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

// No letters or digits that are taken for one another.
const letters = 'ABCDEHKMNPRTUWX'
const digits = '34679'

function newCode(known: ReadonlySet<string>): string {
  const one = (signs: string) => signs[randomInt(signs.length)] ?? ''
  for (;;) {
    const code = `${one(letters)}${one(letters)}${one(digits)}${one(digits)}`
    if (!known.has(code)) return code
  }
}

/** As people type it back: "kr 47". */
const foldCode = (code: string) => code.replace(/[^a-z0-9]/gi, '').toUpperCase()
