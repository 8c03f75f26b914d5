// The lists that wait to be taken in, of one backend. A few at a time: each holds a whole file in memory.
import type { AppContext, BookContext } from '../context.ts'
import type { FileStore } from '../files/file-store.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Candidate } from './candidate.ts'
import { findKnown, findOthers, type KnownBook, lastActionSeq } from './import-queries.ts'
import { candidatesOf, type ImportSession, type Planned } from './import-session.ts'
import { createMatcher } from './match-people.ts'
import { type ImportPlan, planImport } from './plan-import.ts'
import { findNamesakes } from './tell-apart.ts'

const keptSessions = 3
// Held by the file store of the backend they belong to, so that they go when it goes.
const desks = new WeakMap<FileStore, Map<string, ImportSession>>()

function deskOf(context: Pick<AppContext, 'files'>): Map<string, ImportSession> {
  const desk = desks.get(context.files) ?? new Map<string, ImportSession>()
  desks.set(context.files, desk)
  return desk
}

export async function addSession(context: Pick<AppContext, 'files'>, session: ImportSession): Promise<void> {
  const desk = deskOf(context)
  desk.set(session.id, session)
  const [oldest] = desk.values()
  if (desk.size > keptSessions && oldest) await dropSession(context, oldest)
}

/** Throws RuleBroken `importGone` when it was taken in, closed or pushed out by later ones. */
export function sessionOf(context: Pick<AppContext, 'files'>, id: string): ImportSession {
  const session = deskOf(context).get(id)
  if (!session) throw new RuleBroken('importGone')
  return session
}

export async function dropSession(context: Pick<AppContext, 'files'>, session: ImportSession): Promise<void> {
  deskOf(context).delete(session.id)
  await context.files.discard(session.file)
}

/** The plan of a session; made again when the list, a decision or the book changed. */
export async function plannedOf(context: BookContext, session: ImportSession): Promise<Planned> {
  const seq = await lastActionSeq(context.db)
  const { planned } = session
  if (planned && planned.db === context.db && planned.seq === seq) return planned
  const candidates = candidatesOf(session, context.today())
  const known = await findKnown(context.db, candidates, context.today())
  const plan = planImport(candidates, known, { ...session, today: context.today() })
  const notListed = await findNotListed(context, plan, candidates, known)
  session.planned = { db: context.db, seq, known, plan, namesakes: findNamesakes(plan.people), notListed }
  return session.planned
}

/** Missing from a list changes nothing about anybody; of a newer version of the whole list it is worth telling. */
async function findNotListed(
  { db, today }: BookContext,
  { people }: ImportPlan,
  candidates: readonly Candidate[],
  known: KnownBook,
): Promise<string[]> {
  const match = createMatcher(known.people)
  // Who does not take part is in the list all the same.
  const left = people
    .filter(({ status }) => status === 'left' || status === 'error')
    .map(({ candidate }) => candidate.key)
  const matched = candidates
    .filter(({ key }) => left.includes(key))
    .flatMap((candidate) => {
      const found = match(candidate)
      return found.kind === 'none' ? [] : [found.person, ...(found.others ?? [])]
    })
  const listed = new Set(
    [...people.flatMap((person) => [...(person.known ? [person.known] : []), ...person.alike]), ...matched].map(
      ({ id }) => id,
    ),
  )
  if (listed.size === 0) return []
  const others = await findOthers(db, [...listed], today())
  return others.length > listed.size ? [] : others
}
