// What the matcher says of lines that nothing was done with yet, and what is to be done with each.
import type { Kysely } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { Database } from '../database/schema.ts'
import type { Accounts } from '../dues/payer-accounts.ts'
import { lastActionSeq } from '../import/import-queries.ts'
import { matchLines } from '../matching/match-lines.ts'
import type { LineToMatch, OwnBatch } from '../matching/match-types.ts'
import type { Opener } from '../sealing/sealer.ts'
import { dividedBefore } from './divided-before.ts'
import { handPayments } from './hand-payments.ts'
import type { LineText } from './line-text.ts'
import { openLineText } from './line-text.ts'
import { loadMatchBook, ownBatches } from './match-book.ts'
import type { BankLine } from './open-lines.ts'
import { leaveOutSettled, openLines } from './open-lines.ts'
import type { SortedLine } from './sort-lines.ts'
import { sortLines } from './sort-lines.ts'

export interface Decisions {
  readonly accounts: Accounts
  readonly lines: readonly SortedLine[]
}

export interface KeptDecisions extends Decisions {
  readonly seq: number
  readonly today: Day
}

/** A line with what stands beside it. */
export interface ReadLine {
  readonly line: BankLine
  readonly text: LineText
}

// Held by the open book they are about, so that they go when it goes.
const kept = new WeakMap<Kysely<Database>, KeptDecisions>()

/** Of every line that waits. Worked out anew when the book changed. */
export async function decideLines(context: BookContext, opener: Opener): Promise<KeptDecisions> {
  const seq = await lastActionSeq(context.db)
  const known = kept.get(context.db)
  if (known && known.seq === seq && known.today === context.today()) return known
  const batches = await ownBatches(context.db)
  const lines = (await openLines(context.db, isOneOf(batches))).map((line) => ({ line, text: textOf(opener, line) }))
  const decisions = { seq, today: context.today(), ...(await decide(context, opener, batches, lines)) }
  kept.set(context.db, decisions)
  return decisions
}

/**
 * Of lines that are not in the book yet.
 * @param ownIbans of accounts that come with them
 */
export async function decideNewLines(
  context: BookContext,
  opener: Opener,
  lines: readonly ReadLine[],
  ownIbans: readonly string[],
): Promise<Decisions> {
  const batches = await ownBatches(context.db)
  const waiting = new Set(
    leaveOutSettled(
      lines.map(({ line }) => line),
      isOneOf(batches),
    ),
  )
  const asked = lines.filter(({ line }) => waiting.has(line))
  return decide(context, opener, batches, asked, ownIbans)
}

function isOneOf(batches: readonly OwnBatch[]): (reference: string) => boolean {
  const references = new Set(batches.map(({ reference }) => reference))
  return (reference) => references.has(reference)
}

async function decide(
  context: BookContext,
  opener: Opener,
  batches: readonly OwnBatch[],
  lines: readonly ReadLine[],
  ownIbans: readonly string[] = [],
): Promise<Decisions> {
  const asked = lines.map(toMatch)
  const { book, accounts } = await loadMatchBook(context.db, opener, {
    today: context.today(),
    lines: asked,
    batches,
    ownIbans,
  })
  const decisions = matchLines(book, asked)
  const decided = lines.flatMap((line, at) => {
    const decision = decisions[at]
    return decision ? [{ ...line, decision }] : []
  })
  const divided = await dividedBefore(
    context.db,
    lines.map(({ line }) => line),
    context.today(),
  )
  return { accounts, lines: sortLines(decided, accounts, await handPayments(context.db), divided) }
}

/** What is said of a line that somebody erased. */
const noText: LineText = {
  counterIban: null,
  counterName: null,
  text: '',
  structuredRef: null,
  refIssuer: null,
  endToEndId: null,
  mandateRef: null,
}

export function textOf(opener: Opener, line: Pick<BankLine, 'id' | 'content'>): LineText {
  return line.content === null ? noText : openLineText(opener, line.id, line.content)
}

function toMatch({ line, text }: ReadLine): LineToMatch {
  const { id, bookDay, returnCode, isReversal } = line
  const { counterIban, counterName, structuredRef, endToEndId, mandateRef } = text
  return {
    id,
    bookDay,
    cents: line.cents - line.usedCents,
    counterIban,
    counterName,
    text: text.text,
    structuredRef,
    endToEndId,
    mandateRef,
    // An item is asked about on its own when the batch is not ours: then the batch says nothing of it.
    batchRef: line.parentId === null ? line.batchRef : null,
    returnCode,
    isReversal,
  }
}
