// Lines of the bank as the screen shows them: what waits, and what was done.
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { allCollections } from '../direct-debit/collection-queries.ts'
import type { PayerRef } from '../dues/payer-accounts.ts'
import { payerOf } from '../dues/payer-accounts.ts'
import { payerViews } from '../dues/payer-views.ts'
import { idList, isStanding, rowsOf } from '../dues/rows.ts'
import { describeReason } from '../matching/describe-reason.ts'
import type { MatchReason } from '../matching/match-types.ts'
import type { Opener } from '../sealing/sealer.ts'
import { bankAccounts, countLines } from './bank-queries.ts'
import { decideLines, textOf } from './decide-lines.ts'
import type { LearntAccount } from './known-accounts.ts'
import { learntAccounts } from './known-accounts.ts'
import type { BankLine } from './open-lines.ts'
import { doneLines, openLines } from './open-lines.ts'
import type { SortedLine } from './sort-lines.ts'
import { matchesOf, partsOf, reasonOfDivided, reasonOfMatch } from './sort-lines.ts'

type Language = Parameters<typeof describeReason>[1]

export async function linesToAssign(context: BookContext) {
  const { db } = context
  const total = await countLines(db)
  const opener = total === 0 ? undefined : await context.sealing.forReading()
  if (!opener) return { isReadable: total === 0, lines: [], total }
  const { lines, accounts } = await decideLines(context, opener)
  const learnt = new Map((await learntAccounts(db, opener)).map((account) => [account.hash, account]))
  const categories = await categoriesByHash(db, lines)
  const names = new Map((await bankAccounts(db)).map(({ id, name }) => [id, name]))
  const viewOf = await payerViews(
    db,
    lines.flatMap((sorted) => payersOf(sorted, learnt, (match) => partsOf(match, accounts))),
  )
  const language = languageOf(context)
  return {
    isReadable: true,
    total,
    lines: lines.map((sorted) => {
      const { line, text, decision, group, work, hand, divided } = sorted
      const refundTo = refundOf(line, learnt)
      return {
        id: line.id,
        day: line.bookDay,
        cents: line.cents - line.usedCents,
        accountName: names.get(line.accountId) ?? '',
        counterName: text.counterName,
        counterIban: text.counterIban,
        text: text.text === '' ? (text.structuredRef ?? '') : text.text,
        group,
        work: work?.kind ?? null,
        reason: describeReason(divided ? reasonOfDivided : decision.reason, language),
        suggestions: [
          ...(divided ? [{ parts: divided, reason: reasonOfDivided }] : []),
          ...matchesOf(decision).map((match) => ({ parts: partsOf(match, accounts), reason: reasonOfMatch(match) })),
        ].map(({ parts, reason }) => ({
          shares: parts.map(({ payer, cents }) => ({ payer: viewOf(payer), cents })),
          reason: describeReason(reason, language),
        })),
        hand: hand && { paymentId: hand.id, day: hand.day, payer: viewOf(hand.payer) },
        categoryId: line.counterHash === null ? null : (categories.get(line.counterHash) ?? null),
        refundTo: refundTo && viewOf(refundTo),
      }
    }),
  }
}

/** How many lines wait, without asking the matcher. */
export async function countOpenLines(db: Reader): Promise<number> {
  const own = new Set((await allCollections(db)).filter(({ isLive }) => isLive).map(({ reference }) => reference))
  return (await openLines(db, (reference) => own.has(reference))).length
}

type Learnt = ReadonlyMap<string, LearntAccount>

function payersOf(
  sorted: SortedLine,
  learnt: Learnt,
  parts: (match: Parameters<typeof partsOf>[0]) => { payer: PayerRef }[],
) {
  const refundTo = refundOf(sorted.line, learnt)
  return [
    ...matchesOf(sorted.decision).flatMap((match) => parts(match).map(({ payer }) => payer)),
    ...(sorted.divided ?? []).map(({ payer }) => payer),
    ...(sorted.hand ? [sorted.hand.payer] : []),
    ...(refundTo ? [refundTo] : []),
  ]
}

function refundOf(line: BankLine, learnt: Learnt): PayerRef | null {
  if (line.cents > 0 || line.counterHash === null) return null
  return learnt.get(line.counterHash)?.payer ?? null
}

/** What money from or to the same account was booked as the last time; not what came along with dues: the next time it may not. */
async function categoriesByHash(db: Reader, lines: readonly SortedLine[]): Promise<ReadonlyMap<string, string>> {
  const hashes = lines.flatMap(({ line }) => line.counterHash ?? [])
  const rows = await rowsOf<{ hash: string; categoryId: string }>(
    db,
    `SELECT t.counter_hash AS hash, b.category_id AS categoryId FROM bank_line_text t JOIN booking b ON b.bank_line_id = t.id
      WHERE b.kind = 'entry' AND ${isStanding('booking', 'b')} AND t.counter_hash IN (SELECT value FROM json_each(?1))
        AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.bank_line_id = t.id AND ${isStanding('payment', 'p')}) ORDER BY b.day, b.row_no`,
    [idList(hashes)],
  )
  return new Map(rows.map(({ hash, categoryId }) => [hash, categoryId]))
}

export async function linesDone(context: BookContext, limit: number) {
  const { db } = context
  const { rows, total } = await doneLines(db, limit)
  const opener = total === 0 ? undefined : await context.sealing.forReading()
  if (!opener) return { isReadable: total === 0, rows: [], total }
  const ids = rows.map(({ id }) => id)
  const uses = await usesOf(db, ids)
  const reasons = await reasonsOf(db, opener, ids, languageOf(context))
  const viewOf = await payerViews(
    db,
    [...uses.values()].flatMap(({ payers }) => payers),
  )
  return {
    isReadable: true,
    total,
    rows: rows.map((line) => {
      const { counterName, text, structuredRef } = textOf(opener, line)
      const use = uses.get(line.id)
      return {
        id: line.id,
        day: line.bookDay,
        cents: line.cents,
        counterName,
        text: text === '' ? (structuredRef ?? '') : text,
        payers: (use?.payers ?? []).map(viewOf),
        categoryIds: use?.categoryIds ?? [],
        isTransfer: use?.isTransfer ?? false,
        decided: reasons.get(line.id)?.decided ?? null,
        reason: reasons.get(line.id)?.reason ?? null,
      }
    }),
  }
}

interface LineUse {
  readonly payers: PayerRef[]
  readonly categoryIds: string[]
  isTransfer: boolean
}

async function usesOf(db: Reader, lineIds: readonly string[]): Promise<ReadonlyMap<string, LineUse>> {
  const uses = new Map<string, LineUse>()
  const lineUse = (id: string) => {
    const known = uses.get(id) ?? { payers: [], categoryIds: [], isTransfer: false }
    uses.set(id, known)
    return known
  }
  const payments = await rowsOf<{ id: string; payer_person_id: string | null; payer_household_id: string | null }>(
    db,
    `SELECT bank_line_id AS id, payer_person_id, payer_household_id FROM payment WHERE bank_line_id IN (SELECT value FROM json_each(?1))
        GROUP BY bank_line_id, payer_person_id, payer_household_id HAVING sum(amount_cents) <> 0
      UNION ALL SELECT k.bank_line_id, p.payer_person_id, p.payer_household_id FROM bank_link k JOIN payment p ON p.id = k.payment_id
        WHERE k.deleted_at IS NULL AND k.bank_line_id IN (SELECT value FROM json_each(?1))`,
    [idList(lineIds)],
  )
  for (const row of payments) lineUse(row.id).payers.push(payerOf(row))
  const bookings = await rowsOf<{ id: string; category_id: string | null }>(
    db,
    `SELECT bank_line_id AS id, category_id FROM booking WHERE bank_line_id IN (SELECT value FROM json_each(?1))
      GROUP BY bank_line_id, category_id HAVING sum(amount_cents) <> 0`,
    [idList(lineIds)],
  )
  for (const { id, category_id } of bookings)
    if (category_id === null) lineUse(id).isTransfer = true
    else lineUse(id).categoryIds.push(category_id)
  return uses
}

async function reasonsOf(db: Reader, opener: Opener, lineIds: readonly string[], language: Language) {
  const rows = await rowsOf<{
    id: string
    bank_line_id: string
    decided: 'certain' | 'confirmed' | 'chosen'
    reason: Uint8Array
  }>(
    db,
    `SELECT id, bank_line_id, decided, reason FROM bank_decision WHERE deleted_at IS NULL
      AND bank_line_id IN (SELECT value FROM json_each(?1)) ORDER BY row_no`,
    [idList(lineIds)],
  )
  return new Map(
    rows.map(({ id, bank_line_id, decided, reason }) => {
      const place = { table: 'bank_decision', id, column: 'reason' }
      const said = JSON.parse(opener.openText(place, reason)) as MatchReason | null // sealed by keepDecisions
      return [bank_line_id, { decided, reason: said && describeReason(said, language) }]
    }),
  )
}

export async function learntViews(context: BookContext) {
  const any = await context.db
    .selectFrom('payer_account')
    .select('id')
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  const opener = any && (await context.sealing.forReading())
  if (!opener) return { isReadable: any === undefined, rows: [] }
  const learnt = await learntAccounts(context.db, opener)
  const viewOf = await payerViews(
    context.db,
    learnt.map(({ payer }) => payer),
  )
  return {
    isReadable: true,
    rows: learnt.map(({ id, iban, payer, confirmedDay }) => ({ id, iban, payer: viewOf(payer), confirmedDay })),
  }
}

const languageOf = ({ preferences }: BookContext): Language => (preferences.get().language === 'en' ? 'en' : 'nl')
