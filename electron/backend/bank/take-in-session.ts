// A bank file between being read and being taken in. It lives in memory and the book does not know of it.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { BankFile } from '../bank-files/bank-file.ts'
import type { BookContext } from '../context.ts'
import type { FileStore } from '../files/file-store.ts'
import { lastActionSeq } from '../import/import-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Sealer } from '../sealing/sealer.ts'
import type { AccountRecord, FileRecord } from './bank-queries.ts'
import { bankAccounts, fileBySha256, identitySourceOf, knownIdentities, linesOfOtherFormats } from './bank-queries.ts'
import type { IdentitySource } from './line-identity.ts'
import { hashIban } from './line-text.ts'
import type { PlannedLine, TakeInChoices } from './plan-take-in.ts'
import { linesOf, planTakeIn } from './plan-take-in.ts'

export interface TakeInSession {
  readonly id: string
  /** Handle of the received file. */
  readonly file: string
  readonly fileName: string
  readonly sha256: string
  readonly read: BankFile
  choices: TakeInChoices
  /** Names for accounts that are new, by the account as it stands in the file. */
  readonly names: Map<string, string>
  planned: TakeInPlan | undefined
}

export interface TakeInPlan {
  readonly db: unknown
  /** The last action when it was made: it holds for that state of the book only. */
  readonly seq: number
  readonly source: IdentitySource
  readonly accounts: readonly AccountRecord[]
  readonly lines: readonly PlannedLine[]
  /** This very file was taken in before. */
  readonly earlier: FileRecord | null
}

const keptSessions = 3
// Held by the file store of the backend they belong to, so that they go when it goes.
const desks = new WeakMap<FileStore, Map<string, TakeInSession>>()

type Desk = Pick<BookContext, 'files'>

function deskOf(context: Desk): Map<string, TakeInSession> {
  const desk = desks.get(context.files) ?? new Map<string, TakeInSession>()
  desks.set(context.files, desk)
  return desk
}

export async function addSession(context: Desk, session: TakeInSession): Promise<void> {
  const desk = deskOf(context)
  desk.set(session.id, session)
  const [oldest] = desk.values()
  if (desk.size > keptSessions && oldest) await dropSession(context, oldest)
}

/** @throws RuleBroken importGone when it was taken in, closed or pushed out by later ones. */
export function sessionOf(context: Desk, id: string): TakeInSession {
  const session = deskOf(context).get(id)
  if (!session) throw new RuleBroken('importGone')
  return session
}

export async function dropSession(context: Desk, session: TakeInSession): Promise<void> {
  deskOf(context).delete(session.id)
  await context.files.discard(session.file)
}

/** The plan of a session; made again when a choice or the book changed. */
export async function planOf(context: BookContext, session: TakeInSession): Promise<TakeInPlan> {
  const sealer = await context.sealing.forWriting()
  const seq = await lastActionSeq(context.db)
  const { planned } = session
  if (planned && planned.db === context.db && planned.seq === seq) return planned
  session.planned = await makePlan(context, sealer, session, seq)
  return session.planned
}

async function makePlan(
  context: BookContext,
  sealer: Sealer,
  session: TakeInSession,
  seq: number,
): Promise<TakeInPlan> {
  const { db } = context
  const { read, choices, sha256 } = session
  const source = await identitySourceOf(db)
  const accounts = await bankAccounts(db)
  const lines = linesOf(read, source, accounts, (iban) => hashIban(sealer, iban))
  const known = await knownIdentities(
    db,
    lines.map(({ identity }) => identity),
  )
  const span = spanOf(lines.map(({ entry }) => entry.bookDay))
  const accountIds = new Set(lines.map(({ accountId }) => accountId))
  const others = span === null ? [] : await linesOfOtherFormats(db, read.format, accountIds, span.from, span.to)
  return {
    db,
    seq,
    source,
    accounts,
    lines: planTakeIn(lines, known, others, choices, context.today()),
    earlier: await fileBySha256(db, sha256),
  }
}

/** First and last of some days. */
export function spanOf(days: readonly Day[]): { readonly from: Day; readonly to: Day } | null {
  const [first, ...rest] = days
  if (first === undefined) return null
  return rest.reduce((span, day) => ({ from: day < span.from ? day : span.from, to: day > span.to ? day : span.to }), {
    from: first,
    to: first,
  })
}
