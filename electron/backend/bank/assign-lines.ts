// What the treasurer does with a line of the bank, each as one action that can be taken back.
import type { Cents } from '../../../shared/domain/money.ts'
import { postBooking } from '../bookkeeping/post-booking.ts'
import type { BookContext } from '../context.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { allAccounts } from '../dues/payer-accounts.ts'
import { loadRunningAccounts } from '../dues/running-accounts.ts'
import type { MatchReason } from '../matching/match-types.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Sealer } from '../sealing/sealer.ts'
import { postTransfer } from './book-certain.ts'
import type { LineBooking, PayerPart } from './book-lines.ts'
import { keepDecisions, openDays, postLineBookings } from './book-lines.ts'
import { decideLines, textOf } from './decide-lines.ts'
import { handPayments } from './hand-payments.ts'
import { learnAccounts } from './known-accounts.ts'
import type { BankLine } from './open-lines.ts'
import { linesById } from './open-lines.ts'
import { areSame, matchesOf, partsOf, reasonOfDivided, reasonOfMatch } from './sort-lines.ts'

/** What a line is beside dues: who pays dues may give something, or pay for the barbecue, with the same transfer. */
export interface OtherPart {
  readonly categoryId: string
  readonly cents: Cents
}

/**
 * This line is dues of these payers, and what `other` says is of another kind.
 * @throws RuleBroken bankLineDone, bankPartsDiffer (all of it together is not what came in), notFound
 */
export async function assignLine(
  context: BookContext,
  lineId: string,
  parts: readonly PayerPart[],
  other: OtherPart | null = null,
): Promise<void> {
  const sealer = await context.sealing.forWriting()
  const offered = await offeredReason(context, sealer, lineId, parts)
  const cents = parts.reduce((sum, part) => sum + part.cents, other?.cents ?? 0)
  await write(context, { kind: 'bankLineAssigned', details: { cents } }, async (tx) => {
    const line = await findOpenLine(tx, lineId)
    if (cents !== line.cents - line.usedCents) throw new RuleBroken('bankPartsDiffer')
    for (const { payer } of parts) await refuseMissingPayer(tx, payer)
    const decided = offered ? 'confirmed' : 'chosen'
    const booking: LineBooking = { line, text: textOf(sealer, line), parts, decided, reason: offered }
    await postLineBookings(tx, context, sealer, await allAccounts(tx), [booking])
    if (other) await postCategory(tx, context, line, { ...other, text: null })
  })
}

/** What the matcher saw when it offered this very division; null when somebody chose another. */
async function offeredReason(
  context: BookContext,
  sealer: Sealer,
  lineId: string,
  parts: readonly PayerPart[],
): Promise<MatchReason | null> {
  const { lines, accounts } = await decideLines(context, sealer)
  const found = lines.find(({ line }) => line.id === lineId)
  if (found?.divided && areSame(found.divided, parts)) return reasonOfDivided
  const match = found && matchesOf(found.decision).find((each) => areSame(partsOf(each, accounts), parts))
  return match ? reasonOfMatch(match) : null
}

/** This line is the payment that was written down by hand. @throws RuleBroken bankLineDone, bankPaymentDiffers, notFound */
export async function linkLine(context: BookContext, lineId: string, paymentId: string): Promise<void> {
  const sealer = await context.sealing.forWriting()
  const details = { cents: (await findOpenLine(context.db, lineId)).cents }
  await write(context, { kind: 'bankLineLinked', details }, async (tx) => {
    const line = await findOpenLine(tx, lineId)
    const payment = (await handPayments(tx)).find(({ id }) => id === paymentId)
    if (!payment) throw new RuleBroken('notFound', { table: 'payment' })
    if (payment.cents !== line.cents - line.usedCents) throw new RuleBroken('bankPaymentDiffers')
    await tx
      .insertInto('bank_link')
      .values({ id: context.newId(), bank_line_id: line.id, payment_id: payment.id })
      .execute()
    await keepDecisions(tx, context, sealer, [{ line, decided: 'confirmed', reason: null }])
    const { counterIban } = textOf(sealer, line)
    if (counterIban !== null && line.counterHash !== null)
      await learnAccounts(tx, context, sealer, [
        { iban: counterIban, hash: line.counterHash, payer: payment.payer, isConfirmed: true },
      ])
  })
}

/** This line is no dues but something else. @throws RuleBroken bankLineDone, notFound */
export async function bookLineAs(
  context: BookContext,
  lineId: string,
  categoryId: string,
  text: string | null,
): Promise<void> {
  const { cents, usedCents } = await findOpenLine(context.db, lineId)
  const subject = { table: 'booking_category', id: categoryId } as const
  const details = { cents: Math.abs(cents - usedCents) }
  await write(context, { kind: 'bankLineBooked', subject, details }, async (tx) => {
    const line = await findOpenLine(tx, lineId)
    await postCategory(tx, context, line, { categoryId, cents: line.cents - line.usedCents, text })
  })
}

async function postCategory(
  tx: Transaction,
  context: BookContext,
  line: BankLine,
  { categoryId, cents, text }: OtherPart & { readonly text: string | null },
): Promise<void> {
  await postBooking(tx, context, {
    day: (await openDays(tx))(line.bookDay),
    cents,
    evidence: { source: 'bank', accountId: line.accountId, bankLineId: line.id },
    purpose: { kind: 'entry', categoryId },
    text,
  })
}

/** Money between own accounts, or with the cash box. @throws RuleBroken bankLineDone */
export async function bookLineAsTransfer(context: BookContext, lineId: string): Promise<void> {
  const { cents } = await findOpenLine(context.db, lineId)
  await write(context, { kind: 'bankLineTransfer', details: { cents: Math.abs(cents) } }, async (tx) =>
    postTransfer(tx, context, await findOpenLine(tx, lineId)),
  )
}

/** Money that went back to a payer. @throws RuleBroken bankLineDone, bankNotOutgoing, refundMoreThanCredit (`cents` there are) */
export async function bookLineAsRefund(context: BookContext, lineId: string, payer: PayerPart['payer']): Promise<void> {
  const sealer = await context.sealing.forWriting()
  const { cents } = await findOpenLine(context.db, lineId)
  await write(context, { kind: 'paymentRefunded', details: { cents: Math.abs(cents) } }, async (tx) => {
    const line = await findOpenLine(tx, lineId)
    const back = line.usedCents - line.cents
    if (back <= 0) throw new RuleBroken('bankNotOutgoing')
    await refuseMissingPayer(tx, payer)
    const accounts = await allAccounts(tx)
    const key = accounts.ofPayer(payer)
    const running = await loadRunningAccounts(tx, accounts, new Set([key]))
    if (back > running.creditCents(key))
      throw new RuleBroken('refundMoreThanCredit', { cents: Math.max(0, running.creditCents(key)) })
    const parts = [{ payer, cents: -back }]
    const booking: LineBooking = { line, text: textOf(sealer, line), parts, decided: 'chosen', reason: null }
    await postLineBookings(tx, context, sealer, accounts, [booking])
  })
}

async function findOpenLine(db: Parameters<typeof linesById>[0], lineId: string): Promise<BankLine> {
  const [line] = await linesById(db, [lineId])
  if (!line) throw new RuleBroken('notFound', { table: 'bank_line' })
  if (line.usedCents === line.cents) throw new RuleBroken('bankLineDone')
  return line
}

async function refuseMissingPayer(tx: Transaction, payer: PayerPart['payer']): Promise<void> {
  const row = await tx.selectFrom(payer.kind).select('id').where('id', '=', payer.id).executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table: payer.kind, field: 'payer' })
}
