// Takes a bank file in as one action: the file itself, the accounts that are new, its statements, and the lines that the book does
// not have yet. Or nothing of it.
import type { BankEntry, BankStatement } from '../bank-files/bank-file.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import type { NewRow } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { postingOf } from '../dues/post-ledger.ts'
import { lastActionSeq } from '../import/import-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Sealer } from '../sealing/sealer.ts'
import { itemIdentity, lineId } from './line-identity.ts'
import { hashIban, sealLineText } from './line-text.ts'
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
}

/** @throws RuleBroken bankFileKnown, bankAccountUnnamed, bankSameLinesOpen, importBookChanged, keyMissing */
export async function takeIn(context: BookContext, session: TakeInSession): Promise<TakenIn> {
  refuseIfNotReady(await planOf(context, session), session)
  await context.backups.make('import')
  const sealer = await context.sealing.forWriting()
  const plan = await planOf(context, session)
  const { bytes } = await context.files.open(session.file)
  const original = sealOriginal(sealer, session.sha256, bytes)
  const rows = collectRows(context, sealer, plan, session)
  const details = { count: rows.taken, leftOut: rows.file.left_out }
  await write(context, { kind: 'bankFileTakenIn', details }, async (tx, action) => {
    // The plan holds for the book it was made on, and only there.
    if ((await lastActionSeq(tx, action.seq)) !== plan.seq) throw new RuleBroken('importBookChanged')
    await keepOriginal(tx, session.sha256, original)
    await insertAccounts(tx, plan, session)
    await insertRows(tx, 'bank_file', [rows.file])
    await insertRows(tx, 'bank_statement', rows.statements)
    await insertRows(tx, 'bank_line', rows.lines)
    await insertRows(tx, 'bank_line_text', rows.texts)
  })
  return { fileId: rows.file.id, count: rows.taken, leftOut: rows.file.left_out }
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
  const lines: NewRow<'bank_line'>[] = []
  const texts: NewRow<'bank_line_text'>[] = []
  for (const line of taken) {
    const shared = { ...postingOf(context), ...placeOf(line, fileId, statementIds.get(line.statement) ?? '') }
    const id = lineId(plan.source, line.identity, line.rows)
    const add = (rowId: string, entry: BankEntry, own: { identity: string; parent_id: string | null }) => {
      lines.push({ ...shared, ...lineValues(entry), ...own, id: rowId })
      const counter_hash = entry.counterIban === null ? null : hashIban(sealer, entry.counterIban)
      texts.push({ id: rowId, content: sealLineText(sealer, rowId, entry), counter_hash })
    }
    add(id, line.entry, { identity: line.identity, parent_id: null })
    for (const [place, item] of line.entry.items.entries()) {
      const identity = itemIdentity(plan.source, line.identity, place)
      if (item.cents !== 0) add(lineId(plan.source, identity, line.rows), item, { identity, parent_id: id })
    }
  }
  return { file: fileRow(context, fileId, plan, session), statements, lines, texts, taken: taken.length }
}

const placeOf = (line: PlannedLine, bank_file_id: string, bank_statement_id: string) => ({
  bank_account_id: line.accountId,
  bank_file_id,
  bank_statement_id,
})

function lineValues(entry: BankEntry) {
  return {
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
