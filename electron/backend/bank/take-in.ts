// Takes a bank file in as one action: the file itself, the accounts that are new, its statements, and the lines that the book does
// not have yet. Or nothing of it.
import type { BankEntry, BankStatement } from '../bank-files/bank-file.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { describeAction } from '../dues/describe-action.ts'
import { makeAccounts } from '../dues/payer-accounts.ts'
import type { Posting } from '../dues/post-ledger.ts'
import { postingOf } from '../dues/post-ledger.ts'
import { lastActionSeq } from '../import/import-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Sealer } from '../sealing/sealer.ts'
import { postCertain } from './book-certain.ts'
import type { Decisions, ReadLine } from './decide-lines.ts'
import { decideNewLines } from './decide-lines.ts'
import { itemIdentity, lineId } from './line-identity.ts'
import { hashIban, sealLineText, textOfEntry } from './line-text.ts'
import type { BankLine } from './open-lines.ts'
import { keepOriginal, sealOriginal } from './original-file.ts'
import type { PlannedLine } from './plan-take-in.ts'
import { accountOf, statementsOf } from './plan-take-in.ts'
import type { TakeInPlan, TakeInSession } from './take-in-session.ts'
import { planOf, spanOf } from './take-in-session.ts'
import { endOfTaken } from './taken-statement.ts'

export interface TakenIn {
  readonly fileId: string
  readonly count: number
  readonly leftOut: number
  /** Of the lines those that were booked at once. */
  readonly booked: number
}

export interface TakeInOptions {
  /** Books the lines that need no look in the same action: one undo takes both back. */
  readonly bookCertain?: boolean
}

/** @throws RuleBroken bankFileKnown, bankAccountUnnamed, bankSameLinesOpen, importBookChanged, keyMissing */
export async function takeIn(
  context: BookContext,
  session: TakeInSession,
  options: TakeInOptions = {},
): Promise<TakenIn> {
  refuseIfNotReady(await planOf(context, session), session)
  await context.backups.make('import')
  const sealer = await context.sealing.forWriting()
  const plan = await planOf(context, session)
  const { bytes } = await context.files.open(session.file)
  const work: TakeInWork = {
    ...{ plan, session, sealer },
    original: sealOriginal(sealer, session.sha256, bytes),
    rows: collectRows(context, sealer, plan, session),
  }
  return writeTakeIn(context, work, options.bookCertain === true ? await certainLines(context, work) : noneCertain)
}

interface TakeInWork {
  readonly plan: TakeInPlan
  readonly session: TakeInSession
  readonly sealer: Sealer
  readonly original: Buffer
  readonly rows: CollectedRows
}

const noneCertain: Decisions = { accounts: makeAccounts([]), lines: [] }

async function certainLines(context: BookContext, { plan, session, sealer, rows }: TakeInWork): Promise<Decisions> {
  const ibans = newAccounts(plan, session).map(({ account }) => account)
  const { accounts, lines } = await decideNewLines(context, sealer, rows.read, ibans)
  return { accounts, lines: lines.filter(({ group }) => group === 'certain') }
}

async function writeTakeIn(context: BookContext, work: TakeInWork, certain: Decisions): Promise<TakenIn> {
  const { plan, session, sealer, original, rows } = work
  const taken = { count: rows.taken, leftOut: rows.file.left_out, booked: 0 }
  const kind = certain.lines.length > 0 ? 'bankFileBooked' : 'bankFileTakenIn'
  const booked = await write(context, { kind, details: taken }, async (tx, action) => {
    // The plan holds for the book it was made on, and only there.
    if ((await lastActionSeq(tx, action.seq)) !== plan.seq) throw new RuleBroken('importBookChanged')
    await keepOriginal(tx, session.sha256, original)
    await insertAccounts(tx, plan, session)
    await insertRows(tx, 'bank_file', [rows.file])
    await insertRows(tx, 'bank_statement', rows.statements)
    await insertRows(tx, 'bank_line', rows.lines)
    await insertRows(tx, 'bank_line_text', rows.texts)
    if (certain.lines.length === 0) return 0
    // A collection that was settled by hand already, a line of a day to come: these wait, as lines that are not certain do.
    const refused = await postCertain(tx, context, sealer, certain.accounts, certain.lines)
    const count = certain.lines.length - refused.length
    await describeAction(tx, action, { ...taken, booked: count })
    return count
  })
  return { fileId: rows.file.id, ...taken, booked }
}

export type TakeInHindrance = 'bankFileKnown' | 'bankSameLinesOpen'

/** What has to be answered first, beside the names of new accounts; null when nothing. */
export function hindranceOf(plan: TakeInPlan, session: TakeInSession): TakeInHindrance | null {
  if (isTakenAlready(plan)) return 'bankFileKnown'
  if (session.choices.sameLines === null && plan.lines.some(({ fate }) => fate === 'same')) return 'bankSameLinesOpen'
  return null
}

/** The very same file again brings nothing, unless lines of the day itself were left out of it then. */
export function isTakenAlready(plan: TakeInPlan): boolean {
  return plan.earlier !== null && plan.earlier.leftOut === 0
}

function refuseIfNotReady(plan: TakeInPlan, session: TakeInSession): void {
  const hindrance = hindranceOf(plan, session)
  if (hindrance) throw new RuleBroken(hindrance)
  if (newAccounts(plan, session).some(({ name }) => name === '')) throw new RuleBroken('bankAccountUnnamed')
}

interface NewAccount {
  readonly id: string
  /** As it stands in the file. */
  readonly account: string
  readonly name: string
}

function newAccounts(plan: TakeInPlan, session: TakeInSession): NewAccount[] {
  const found = new Map<string, NewAccount>()
  for (const { account } of statementsOf(session.read)) {
    const { id, known } = accountOf(plan.source, plan.accounts, { account })
    if (!known) found.set(id, { id, account, name: (session.names.get(account) ?? '').trim() })
  }
  return [...found.values()]
}

async function insertAccounts(tx: Transaction, plan: TakeInPlan, session: TakeInSession) {
  await openKnownAccounts(tx, plan, session)
  const added = newAccounts(plan, session)
  if (added.length === 0) return
  const settings = await bookSettingsOf(tx)
  const hasMain = plan.accounts.some(({ isMain }) => isMain)
  const main = hasMain ? undefined : added[0]
  await insertRows(
    tx,
    'bank_account',
    added.map(({ id, account, name }) => ({
      id,
      name,
      iban: account,
      holder: settings.name,
      is_main: id === main?.id ? 1 : 0,
      ...openingOf(session, account),
      notice_days: defaultNoticeDays,
      pain_version: '08' as const,
    })),
  )
}

/** An account that the settings brought has no balance until its first file; lines that are there already would count twice. */
async function openKnownAccounts(tx: Transaction, plan: TakeInPlan, session: TakeInSession): Promise<void> {
  for (const { account } of statementsOf(session.read)) {
    const { known } = accountOf(plan.source, plan.accounts, { account })
    const opening = openingOf(session, account)
    if (!known || opening.opening_day === null) continue
    await tx
      .updateTable('bank_account')
      .set(opening)
      .where('id', '=', known.id)
      .where('opening_day', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('bank_line').select('id').where('bank_account_id', '=', known.id))),
      )
      .execute()
  }
}

/** SEPA's own term between telling a payer and collecting. */
const defaultNoticeDays = 14

function openingOf(session: TakeInSession, account: string) {
  const [first] = statementsOf(session.read)
    .filter((statement) => statement.account === account && statement.openDay !== null)
    .toSorted((a, b) => ((a.openDay ?? '') < (b.openDay ?? '') ? -1 : 1))
  return { opening_day: first?.openDay ?? null, opening_cents: first?.openCents ?? null }
}

interface CollectedRows {
  readonly file: NewRow<'bank_file'>
  readonly statements: NewRow<'bank_statement'>[]
  readonly lines: NewRow<'bank_line'>[]
  readonly texts: NewRow<'bank_line_text'>[]
  /** The same lines, for whoever decides about them. */
  readonly read: ReadLine[]
  /** Lines, without the items of batches. */
  readonly taken: number
}

function collectRows(context: BookContext, sealer: Sealer, plan: TakeInPlan, session: TakeInSession): CollectedRows {
  const { read } = session
  const fileId = context.newId()
  const statementIds = new Map<BankStatement, string>()
  const statements = statementsOf(read).map((statement) => {
    const id = context.newId()
    statementIds.set(statement, id)
    return statementRow(id, fileId, statement, plan, context.today())
  })
  const taken = plan.lines.filter(({ fate }) => fate === 'new')
  const collected: CollectedLine[] = []
  for (const planned of taken) {
    const place = placeOf(planned, fileId, statementIds.get(planned.statement) ?? '')
    const id = lineId(plan.source, planned.identity, planned.rows)
    const counterHash = planned.counterHash
    collected.push({ id, place, entry: planned.entry, identity: planned.identity, parentId: null, counterHash })
    for (const [at, entry] of planned.entry.items.entries()) {
      if (entry.cents === 0) continue
      const identity = itemIdentity(plan.source, planned.identity, at)
      const itemHash = entry.counterIban === null ? null : hashIban(sealer, entry.counterIban)
      collected.push({
        ...{ place, entry, identity, parentId: id, counterHash: itemHash },
        id: lineId(plan.source, identity, planned.rows),
      })
    }
  }
  const posting = postingOf(context)
  const texts = collected.map(({ id, entry, counterHash }) => ({
    id,
    content: sealLineText(sealer, id, textOfEntry(entry)),
    counter_hash: counterHash,
  }))
  return {
    statements,
    texts,
    file: fileRow(context, fileId, plan, session),
    lines: collected.map((line) => lineRow(posting, line)),
    read: collected.map((line, at) => ({ line: bankLineOf(line, texts[at]?.content), text: textOfEntry(line.entry) })),
    taken: taken.length,
  }
}

interface CollectedLine {
  readonly id: string
  readonly place: ReturnType<typeof placeOf>
  readonly entry: BankEntry
  readonly identity: string
  readonly parentId: string | null
  readonly counterHash: string | null
}

const placeOf = (line: PlannedLine, bank_file_id: string, bank_statement_id: string) => ({
  bank_account_id: line.accountId,
  bank_file_id,
  bank_statement_id,
})

function lineRow(posting: Posting, { id, place, entry, identity, parentId }: CollectedLine): NewRow<'bank_line'> {
  return {
    ...posting,
    ...place,
    id,
    identity,
    parent_id: parentId,
    amount_cents: entry.cents,
    reverses_id: null,
    book_day: entry.bookDay,
    value_day: entry.valueDay,
    code: entry.code,
    batch_ref: entry.batchRef,
    batch_count: entry.batchCount,
    return_code: entry.returnCode,
    is_reversal: entry.isReversal ? 1 : 0,
  }
}

/** As it will be read from the book: nothing was done with it yet. */
function bankLineOf({ id, place, entry, parentId, counterHash }: CollectedLine, content: Buffer | undefined): BankLine {
  return {
    id,
    parentId,
    counterHash,
    accountId: place.bank_account_id,
    bookDay: entry.bookDay,
    cents: entry.cents,
    batchRef: entry.batchRef,
    returnCode: entry.returnCode,
    isReversal: entry.isReversal,
    content: content ?? null,
    hasItems: entry.items.some((item) => item.cents !== 0),
    usedCents: 0,
  }
}

function fileRow(context: BookContext, id: string, plan: TakeInPlan, session: TakeInSession): NewRow<'bank_file'> {
  const { read, fileName, sha256 } = session
  const span = spanOf([
    ...plan.lines.map(({ entry }) => entry.bookDay),
    ...statementsOf(read).flatMap(({ closeDay }) => closeDay ?? []),
  ])
  return {
    id,
    sha256,
    name: fileName,
    format: read.format,
    from_day: span?.from ?? null,
    to_day: span?.to ?? null,
    line_count: plan.lines.length,
    left_out: plan.lines.filter(({ fate }) => fate === 'today').length,
    warnings: JSON.stringify(read.warnings),
    taken_at: context.now().toISOString(),
  }
}

function statementRow(id: string, fileId: string, statement: BankStatement, plan: TakeInPlan, today: string) {
  const { closeDay, closeCents } = endOfTaken(statement, plan.lines, today)
  return {
    id,
    bank_file_id: fileId,
    bank_account_id: accountOf(plan.source, plan.accounts, statement).id,
    number: statement.number,
    open_day: statement.openDay,
    open_cents: statement.openCents,
    close_day: closeDay,
    close_cents: closeCents,
    balanced: statement.balanced === null ? null : statement.balanced ? 1 : 0,
    line_count: statement.entries.length,
  }
}
