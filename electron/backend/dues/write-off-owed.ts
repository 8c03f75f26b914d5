// Money that was given back, taken back by the bank as well, and does not come any more: it is a loss of the association.
import { postBooking } from '../bookkeeping/post-booking.ts'
import type { BookContext } from '../context.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { loadAccount } from './account-state.ts'
import { describeAction } from './describe-action.ts'
import type { PayerRef } from './payer-accounts.ts'
import { creditByPayer, postPayment, subjectOf } from './record-payment.ts'

/**
 * Two entries of one action: the payer is quit, as if it was paid, and the same amount is an expense. Both stand in the cash box, where
 * no line of a bank can ever be taken for one of them; what is in it stays the same.
 * @throws RuleBroken dueNotOpen: nothing is owed
 */
export async function writeOffOwedBack(
  context: BookContext,
  payer: PayerRef,
  note: string,
): Promise<{ cents: number }> {
  const day = context.today()
  const subject = await subjectOf(context.db, payer)
  return write(context, { kind: 'owedBackWrittenOff', subject }, async (tx, action) => {
    const state = await loadAccount(tx, payer, day)
    const cents = -state.creditCents
    if (cents <= 0) throw new RuleBroken('dueNotOpen')
    let left = cents
    // To whom of the household the money went: both stay together whoever pays later on.
    for (const { payer: owing, creditCents } of creditByPayer(state)) {
      const part = Math.min(left, -creditCents)
      if (part <= 0) continue
      const paymentId = context.newId()
      const row = { payer: owing, amountCents: part, day, method: 'contant', note } as const
      await postPayment(tx, context, paymentId, part, row)
      await postBooking(tx, context, {
        ...{ day, cents: -part, text: note, evidence: { source: 'cash' }, paymentId },
        purpose: { kind: 'entry', categoryId: 'other_expense' },
      })
      left -= part
    }
    await describeAction(tx, action, { cents })
    return { cents }
  })
}
