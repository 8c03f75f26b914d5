// What several documents look up: people, a gathering, the name of the book.
import type { PaperRemark, PaperWish } from '../../../shared/contract/documents.ts'
import type { AttendanceStatus } from '../../../shared/domain/attendance.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import { inviteesOf } from '../gatherings/attendance-queries.ts'
import { gatheringSummaries } from '../gatherings/gathering-queries.ts'
import { listIds, withoutContacts } from '../members/people-list.ts'
import { peopleRestricted, whoAgreedTo } from '../rights/left-out.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Paper } from './paper.ts'
import { type PaperPerson, peopleOf } from './paper-people.ts'

export interface MadePaper {
  readonly paper: Paper
  readonly remarks: readonly PaperRemark[]
}

type Who = Extract<PaperWish, { document: 'members' }>['who']

interface NamedPeople {
  readonly people: readonly PaperPerson[]
  readonly remarks: readonly PaperRemark[]
}

/** Everybody whom a wish is about, and how many of them are left out because their data are kept and not used. */
export async function peopleOfWish({ db, today }: BookContext, who: Who): Promise<NamedPeople> {
  const { neighbourhood, kind, personId } = who
  const filter = withoutContacts({ neighbourhood, kind, text: '' })
  const ids = personId === null ? await listIds(db, filter, today()) : [personId]
  const restricted = await peopleRestricted(db)
  const count = ids.filter((id) => restricted.has(id)).length
  return { people: await peopleOf(db, ids, today()), remarks: count > 0 ? [{ kind: 'restricted', count }] : [] }
}

/** Who may stand on a list for these eyes, and how many may not. */
export async function namesFor(
  { db }: BookContext,
  audience: 'own' | 'handOut',
  everybody: readonly PaperPerson[],
): Promise<NamedPeople> {
  if (audience === 'own') return { people: everybody, remarks: [] }
  const agreed = await whoAgreedTo(db, 'ledenlijst')
  const people = everybody.filter(({ id }) => agreed.has(id))
  const count = everybody.length - people.length
  return { people, remarks: count > 0 ? [{ kind: 'noConsent', count }] : [] }
}

interface Invited {
  readonly id: string
  readonly name: string
  readonly status: AttendanceStatus
}

/** Everybody who was there or may still come. */
export const comingTo = (invited: readonly Invited[]): string[] =>
  invited.filter(({ status }) => status === 'aanwezig' || status === 'onbekend').map(({ id }) => id)

const allInvited = 20_000

/** @throws RuleBroken notFound */
export async function gatheringOf({ db, today }: BookContext, id: string) {
  const [gathering] = await gatheringSummaries(db, { id }, today())
  if (!gathering) throw new RuleBroken('notFound', { table: 'gathering' })
  const { rows } = await inviteesOf(db, id, '', allInvited)
  const restricted = await peopleRestricted(db)
  const invited = rows
    .map((row): Invited => ({ id: row.person_id, name: row.name_snapshot, status: row.status }))
    .filter(({ id: personId }) => !restricted.has(personId))
  return { gathering, invited }
}

export const bookNameOf = async ({ db }: BookContext): Promise<string> => (await bookSettingsOf(db)).name
