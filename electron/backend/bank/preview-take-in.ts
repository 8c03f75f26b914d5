// What taking a file in would do, as it is shown before it is done.
import type { BankStatement } from '../bank-files/bank-file.ts'
import type { BookContext } from '../context.ts'
import type { Opener } from '../sealing/sealer.ts'
import { daySums, lineContents, statementsOfAccount } from './bank-queries.ts'
import { openLineText } from './line-text.ts'
import type { PlannedLine } from './plan-take-in.ts'
import { accountOf, statementsOf } from './plan-take-in.ts'
import { findGaps, movedBetween, type StatementGap } from './statement-chain.ts'
import { hindranceOf, isTakenAlready } from './take-in.ts'
import type { TakeInPlan, TakeInSession } from './take-in-session.ts'
import { planOf, spanOf } from './take-in-session.ts'
import { endOfTaken } from './taken-statement.ts'

const shownPairs = 5

export async function previewTakeIn(context: BookContext, session: TakeInSession) {
  const plan = await planOf(context, session)
  const { read, choices } = session
  const count = (fate: PlannedLine['fate']) => plan.lines.filter((line) => line.fate === fate).length
  const waiting = plan.lines.filter(({ fate }) => fate !== 'known')
  const pairs = plan.lines.filter(({ fate, other }) => other !== null && fate !== 'known')
  return {
    id: session.id,
    fileName: session.fileName,
    format: read.format,
    warnings: read.warnings.map(({ code, details }) => ({ code, details: { ...details } })),
    takenAt: isTakenAlready(plan) ? (plan.earlier?.takenAt ?? null) : null,
    counts: {
      all: plan.lines.length,
      new: count('new'),
      known: count('known'),
      same: count('same'),
      today: waiting.filter(({ entry }) => entry.bookDay === context.today()).length,
      later: waiting.filter(({ entry }) => entry.bookDay > context.today()).length,
    },
    includeToday: choices.includeToday,
    sameLines: choices.sameLines,
    samePairs: await showPairs(context, pairs.slice(0, shownPairs)),
    sameCount: pairs.length,
    accounts: await foundAccounts(context, plan, session),
    otherCurrency: read.statements.filter(({ currency }) => currency !== 'EUR').length,
    hindrance: hindranceOf(plan, session),
  }
}

async function showPairs(context: BookContext, pairs: readonly PlannedLine[]) {
  const opener = pairs.length > 0 ? await context.sealing.forReading() : undefined
  const contents = await lineContents(
    context.db,
    pairs.flatMap(({ other }) => other?.id ?? []),
  )
  return pairs.map(({ entry, other }) => ({
    day: entry.bookDay,
    cents: entry.cents,
    counterName: entry.counterName,
    text: entry.text,
    bookText: other ? textInBook(opener, other.id, contents.get(other.id)) : null,
  }))
}

function textInBook(opener: Opener | undefined, id: string, content: Uint8Array | undefined): string | null {
  return opener && content ? openLineText(opener, id, content).text : null
}

async function foundAccounts(context: BookContext, plan: TakeInPlan, session: TakeInSession) {
  const groups = new Map<string, { account: string; statements: BankStatement[] }>()
  for (const statement of statementsOf(session.read)) {
    const { id } = accountOf(plan.source, plan.accounts, statement)
    const group = groups.get(id) ?? { account: statement.account, statements: [] }
    group.statements.push(statement)
    groups.set(id, group)
  }
  const found = []
  for (const [id, group] of groups) found.push(await foundAccount(context, plan, id, group))
  return found
}

async function foundAccount(
  context: BookContext,
  plan: TakeInPlan,
  id: string,
  { account, statements }: { account: string; statements: readonly BankStatement[] },
) {
  const known = plan.accounts.find((each) => each.id === id)
  const lines = plan.lines.filter(({ accountId }) => accountId === id)
  const fresh = lines.filter(({ fate }) => fate === 'new')
  const span = spanOf(lines.map(({ entry }) => entry.bookDay))
  const sum = (sign: 1 | -1) =>
    fresh.reduce((total, { entry }) => (entry.cents * sign > 0 ? total + entry.cents : total), 0)
  const taken = statements.map((statement) => ({ ...statement, ...endOfTaken(statement, lines, context.today()) }))
  const last = taken.filter(({ closeDay, closeCents }) => closeDay !== null && closeCents !== null).at(-1)
  const gaps = isTakenAlready(plan) ? [] : await gapsWith(context, id, taken, fresh)
  return {
    account,
    name: known?.name ?? '',
    isNew: known === undefined,
    from: span?.from ?? null,
    to: span?.to ?? null,
    lines: lines.length,
    newLines: fresh.length,
    waitingLines: lines.filter(({ fate }) => fate === 'today').length,
    inCents: sum(1),
    outCents: sum(-1),
    closeDay: last?.closeDay ?? null,
    closeCents: last?.closeCents ?? null,
    unbalanced: statements.filter(({ balanced }) => balanced === false).length,
    gaps,
  }
}

/** The gaps that there would be after taking it in, as far as a statement of this file stands beside them. */
async function gapsWith(
  context: BookContext,
  accountId: string,
  taken: readonly BankStatement[],
  fresh: readonly PlannedLine[],
): Promise<StatementGap[]> {
  const earlier = await statementsOfAccount(context.db, accountId)
  const sums = await daySums(context.db, accountId)
  const added = fresh.map(({ entry }) => ({ day: entry.bookDay, cents: entry.cents }))
  const gaps = findGaps([...earlier, ...taken], movedBetween([...sums, ...added]))
  return gaps.filter((gap) =>
    taken.some(
      ({ openDay, openCents, closeDay, closeCents }) =>
        (openDay === gap.beforeDay && openCents === gap.beforeCents) ||
        (closeDay === gap.afterDay && closeCents === gap.afterCents),
    ),
  )
}
