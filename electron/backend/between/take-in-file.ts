// A file of another book: opened, shown, taken in. One that is older than the last that was taken in says nothing any more.
import type { OpenedFileView } from '../../../shared/contract/between.ts'
import { bookSecretOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { lastActionSeq } from '../import/import-queries.ts'
import { findNames } from '../members/person-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { addSession, type BetweenSession, dropSession, refuseOtherBook, sessionOf } from './between-desk.ts'
import { findOtherBook, lastFile, type OtherBook, otherBookId } from './between-queries.ts'
import { bookKeysOf } from './book-keys.ts'
import { describeLines } from './describe-lines.ts'
import { liveGroups } from './meet-book.ts'
import { type MembersPlan, planMembers } from './plan-members.ts'
import { type OpenedFile, openFromBook } from './sealed-file.ts'
import { planStandings, type StandingsPlan, takeInStandings } from './standings.ts'
import { countLines, takeInMembers } from './take-in-members.ts'

type Counts = OpenedFileView['counts']

/** @throws RuleBroken as openFromBook does, and betweenAgain, betweenOlder */
export async function openReceived(context: BookContext, received: string): Promise<{ id: string }> {
  const { db, files } = context
  const file = await files.open(received)
  await files.discard(received)
  const keys = await bookKeysOf(await bookSecretOf(db))
  const opened = await openFromBook(file, keys, (signingKey) => findOtherBook(db, otherBookId(signingKey)))
  await refuseOld(db, opened)
  return { id: addSession(context, opened) }
}

export async function previewFile(context: BookContext, id: string): Promise<OpenedFileView> {
  const { db } = context
  const session = sessionOf(context, id)
  session.shownAt = await lastActionSeq(db)
  const { sender, header } = session.file
  const groups = await liveGroups(db)
  const plan = await planOf(context, db, session)
  return {
    ...{ id, kind: header.kind, from: sender.name, made: header.made, counts: countsOf(plan) },
    group: groups.find((group) => group.id === sender.groupId)?.name ?? null,
    lines: plan.kind === 'leden' ? describeLines(sender, plan.members.lines) : [],
    standings: plan.kind === 'stand' ? await describeStandings(db, plan.standings) : { people: [], unknown: 0 },
  }
}

/** Everything of it as one action. @throws RuleBroken betweenGone, betweenAgain, betweenOlder, importBookChanged */
export async function takeInFile(context: BookContext, id: string): Promise<Counts> {
  const session = sessionOf(context, id)
  const { sender, header } = session.file
  const keys = await bookKeysOf(await bookSecretOf(context.db))
  const counts = countsOf(await planOf(context, context.db, session))
  await context.backups.make('import')
  const kind = header.kind === 'leden' ? 'memberFileTaken' : 'duesFileTaken'
  const subject = { table: 'other_book' as const, id: sender.id }
  const { waiting: _waiting, ...details } = counts
  await write(context, { kind, subject, details: { ...details, count: counts.people } }, async (tx, action) => {
    await refuseOtherBook(tx, session, action.seq)
    await refuseOld(tx, session.file)
    const plan = await planOf(context, tx, session)
    if (plan.kind === 'leden') await takeInMembers(tx, context, sender, header, plan.members, keys.hashKey)
    else await takeInStandings(tx, context, sender, header, plan.standings)
  })
  dropSession(context, id)
  return counts
}

/** Per book and kind: the number stands inside the signature. */
async function refuseOld(db: Reader, { sender, header }: OpenedFile<OtherBook>): Promise<void> {
  const last = await lastFile(db, sender.id, 'taken', header.kind)
  if (!last || header.seq > last.seq) return
  const details = { name: sender.name, day: last.day }
  throw new RuleBroken(header.seq === last.seq ? 'betweenAgain' : 'betweenOlder', details)
}

type FilePlan =
  | { readonly kind: 'leden'; readonly members: MembersPlan }
  | { readonly kind: 'stand'; readonly standings: StandingsPlan }

async function planOf(context: BookContext, db: Reader, { file, decisions }: BetweenSession): Promise<FilePlan> {
  if (file.kind === 'stand') return { kind: 'stand', standings: await planStandings(db, file.sender, file.content) }
  const { hashKey } = await bookKeysOf(await bookSecretOf(db))
  const moment = { decisions, hashKey, now: context.now(), today: context.today() }
  return { kind: 'leden', members: await planMembers(db, file.sender, file.content, moment) }
}

function countsOf(plan: FilePlan): Counts {
  if (plan.kind === 'leden') return countLines(plan.members)
  return { people: plan.standings.lines.length, new: 0, changed: 0, left: 0, waiting: 0 }
}

async function describeStandings(db: Reader, { lines, unknown }: StandingsPlan): Promise<OpenedFileView['standings']> {
  const names = await findNames(
    db,
    lines.map(({ personId }) => personId),
  )
  const people = lines.map(({ personId, told }) => ({
    ...{ personId, name: names.get(personId) ?? '', paidUntil: told.paidUntil, pays: told.pays },
    openCents: told.openCents ?? null,
  }))
  return { people, unknown }
}
