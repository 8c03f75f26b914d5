// What the matcher says of every line that nothing was done with yet. Worked out anew when the book changed.
import type { Kysely } from 'kysely'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { Database } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import type { Accounts } from '../dues/payer-accounts.ts'
import { lastActionSeq } from '../import/import-queries.ts'
import { matchLines } from '../matching/match-lines.ts'
import type { LineToMatch, MatchDecision } from '../matching/match-types.ts'
import type { Opener } from '../sealing/sealer.ts'
import type { LineText } from './line-text.ts'
import { openLineText } from './line-text.ts'
import { loadMatchBook, ownBatches } from './match-book.ts'
import type { BankLine } from './open-lines.ts'
import { openLines } from './open-lines.ts'

export interface DecidedLine {
  readonly line: BankLine
  readonly text: LineText
  readonly decision: MatchDecision
}

export interface Decisions {
  readonly seq: number
  readonly today: Day
  readonly accounts: Accounts
  readonly lines: readonly DecidedLine[]
}

// Held by the open book they are about, so that they go when it goes.
const kept = new WeakMap<Kysely<Database>, Decisions>()

export async function decideLines(context: BookContext, opener: Opener): Promise<Decisions> {
  const seq = await lastActionSeq(context.db)
  const known = kept.get(context.db)
  if (known && known.seq === seq && known.today === context.today()) return known
  const decisions = { seq, today: context.today(), ...(await decide(context.db, opener, context.today())) }
  kept.set(context.db, decisions)
  return decisions
}

async function decide(db: Reader, opener: Opener, today: Day): Promise<Omit<Decisions, 'seq' | 'today'>> {
  const batches = await ownBatches(db)
  const references = new Set(batches.map(({ reference }) => reference))
  const lines = await openLines(db, (reference) => references.has(reference))
  const texts = lines.map((line) => textOf(opener, line))
  const asked = lines.map((line, at) => toMatch(line, texts[at] ?? noText))
  const { book, accounts } = await loadMatchBook(db, opener, { today, lines: asked, batches })
  const decisions = matchLines(book, asked)
  return {
    accounts,
    lines: lines.flatMap((line, at) => {
      const decision = decisions[at]
      return decision ? [{ line, text: texts[at] ?? noText, decision }] : []
    }),
  }
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

function toMatch(line: BankLine, text: LineText): LineToMatch {
  const { id, bookDay, batchRef, returnCode, isReversal } = line
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
    batchRef,
    returnCode,
    isReversal,
  }
}
