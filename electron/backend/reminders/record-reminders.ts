// That letters went out. Everything is looked at anew inside the action: a payment that came in since they were printed takes its payer out.
import type { LeftReason } from '../../../shared/contract/reminders.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { describeAction } from '../dues/describe-action.ts'
import { type PayerRef, payerColumns } from '../dues/payer-accounts.ts'
import { postingOf } from '../dues/post-ledger.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { keepReferences } from './payment-references.ts'
import {
  type PreparedLetter,
  prepareLetters,
  referencePerson,
  type Wanted,
  yearOfReference,
} from './prepare-letters.ts'
import { writeWithheld } from './reminder-log.ts'

/** How long ago letters may have been printed that are written down as sent today. */
const longestAgo = 14

export interface SentLetters extends Omit<Wanted, 'payers'> {
  readonly letters: readonly { readonly payer: PayerRef; readonly textHash: string }[]
}

export interface Recorded {
  readonly recorded: number
  readonly left: readonly { readonly payer: PayerRef; readonly reason: LeftReason }[]
}

/** @throws RuleBroken dayInFuture, lettersTooOld, accountMissing */
export async function recordReminders(context: BookContext, sent: SentLetters): Promise<Recorded> {
  const today = context.today()
  refuseFuture(today, sent.day)
  if (sent.day < addDays(today, -longestAgo)) throw new RuleBroken('lettersTooOld')
  return write(context, { kind: 'remindersSent' }, async (tx, action) => {
    const payers = sent.letters.map(({ payer }) => payer)
    const prepared = await prepareLetters(tx, { ...sent, payers }, today)
    const printed = new Map(sent.letters.map(({ payer, textHash }) => [`${payer.kind}:${payer.id}`, textHash]))
    const isAsPrinted = ({ payer, letter }: PreparedLetter) =>
      printed.get(`${payer.kind}:${payer.id}`) === letter.textHash
    const letters = prepared.letters.filter(isAsPrinted)
    const changed = prepared.letters.filter((one) => !isAsPrinted(one))
    await postReminders(tx, context, sent, letters)
    const details = { count: letters.length, day: sent.day, way: sent.way, withheld: writeWithheld(prepared.withheld) }
    await describeAction(tx, action, details)
    return {
      recorded: letters.length,
      left: [...prepared.left, ...changed.map(({ payer }) => ({ payer, reason: 'changed' as const }))],
    }
  })
}

async function postReminders(
  tx: Transaction,
  context: BookContext,
  { way, language, day }: SentLetters,
  letters: readonly PreparedLetter[],
): Promise<void> {
  const posting = { ...postingOf(context), reverses_id: null }
  const rows = letters.map(({ payer, candidate, letter }) => ({
    id: context.newId(),
    dues: candidate.account.dues,
    row: { ...payerColumns(payer), level: letter.level, amount_cents: letter.cents, text_hash: letter.textHash },
  }))
  await insertRows(
    tx,
    'reminder',
    rows.map(({ id, row }) => ({ ...posting, id, ...row, day, way, language })),
  )
  await insertRows(
    tx,
    'reminder_due',
    rows.flatMap(({ id, dues }) =>
      dues.map((due) => ({
        ...posting,
        id: context.newId(),
        reminder_id: id,
        due_id: due.id,
        amount_cents: due.cents,
      })),
    ),
  )
  const people = letters.map(({ candidate }) => referencePerson(candidate))
  await keepReferences(tx, context, people, yearOfReference(day))
}
