// From what somebody wants on paper to the document: who stands on it is looked up here, how it looks is said in a file of its own.
import type { PaperRemark, PaperWish } from '../../../shared/contract/documents.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { joinNames } from '../../../shared/domain/joined-names.ts'
import { labelSheets } from '../../../shared/domain/label-sheet.ts'
import { type PaperLanguage, readPaperLanguage } from '../../../shared/domain/paper-language.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import { inviteesOf } from '../gatherings/attendance-queries.ts'
import { gatheringSummaries } from '../gatherings/gathering-queries.ts'
import { findNeighbourhood } from '../neighbourhoods/neighbourhood-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { attendanceSheet, participantList } from './attendance-sheet.ts'
import { addressLabels, envelopes, nameBadges } from './label-sheets.ts'
import { memberList } from './member-list.ts'
import type { Paper } from './paper.ts'
import { type PaperPerson, peopleOf, peopleUnder } from './paper-people.ts'
import { paperWords } from './paper-words.ts'
import { phoneTree } from './phone-tree.ts'

export interface MadePaper {
  readonly paper: Paper
  readonly remarks: readonly PaperRemark[]
}

type Wish<Document extends PaperWish['document']> = Extract<PaperWish, { document: Document }>

/** @throws RuleBroken notFound */
export function makePaper(context: BookContext, wish: PaperWish): Promise<MadePaper> {
  switch (wish.document) {
    case 'members':
      return makeMemberList(context, wish)
    case 'tree':
      return makePhoneTree(context, wish)
    case 'participants':
      return makeParticipantList(context, wish)
    case 'attendance':
      return makeAttendanceSheet(context, wish)
    case 'badges':
      return makeBadges(context, wish)
    case 'labels':
      return makeLabels(context, wish)
    case 'envelopes':
      return makeEnvelopes(context, wish)
    default:
      return assertNever(wish)
  }
}

async function makeMemberList(context: BookContext, wish: Wish<'members'>): Promise<MadePaper> {
  const { neighbourhood } = wish.who
  const people = await peopleOfWish(context, wish.who)
  const group =
    neighbourhood === null || neighbourhood === 'none' ? null : await findNeighbourhood(context.db, neighbourhood)
  return {
    paper: memberList(
      {
        bookName: await bookNameOf(context),
        group: group && { id: group.id, name: group.name },
        people,
        isHandedOut: false,
        letters: wish.letters,
        day: context.today(),
      },
      paperWords(wish.language),
    ),
    remarks: remarksOf({ nobody: people.length === 0 ? 1 : 0 }),
  }
}

async function makePhoneTree(context: BookContext, wish: Wish<'tree'>): Promise<MadePaper> {
  const { id, name } = await findNeighbourhood(context.db, wish.neighbourhoodId)
  const people = await peopleOfWish(context, { neighbourhood: id, kind: 'now', personId: null })
  const byStreet = people.toSorted((a, b) => a.street.localeCompare(b.street, 'nl', { numeric: true }))
  return {
    paper: phoneTree(
      {
        bookName: await bookNameOf(context),
        group: { id, name },
        people: byStreet,
        most: wish.most,
        day: context.today(),
      },
      paperWords(wish.language),
    ),
    remarks: remarksOf({
      noPhone: people.filter(({ phones }) => phones.length === 0).length,
      nobody: people.length === 0 ? 1 : 0,
    }),
  }
}

async function makeParticipantList(context: BookContext, wish: Wish<'participants'>): Promise<MadePaper> {
  const { gathering, invited } = await gatheringOf(context, wish.gatheringId)
  const ids = invited.filter(({ status }) => status === 'aanwezig' || status === 'onbekend').map(({ id }) => id)
  const people = await peopleOf(context.db, ids, context.today())
  return {
    paper: participantList(
      { gathering, people, letters: wish.letters, day: context.today() },
      paperWords(wish.language),
    ),
    remarks: remarksOf({ nobody: people.length === 0 ? 1 : 0 }),
  }
}

async function makeAttendanceSheet(context: BookContext, wish: Wish<'attendance'>): Promise<MadePaper> {
  const { gathering, invited } = await gatheringOf(context, wish.gatheringId)
  const people = invited.map(({ name, status }) => ({ name, hasExcused: status === 'afgemeld' }))
  return { paper: attendanceSheet({ gathering, people }, paperWords(wish.language)), remarks: [] }
}

async function makeBadges(context: BookContext, wish: Wish<'badges'>): Promise<MadePaper> {
  const { gathering, invited } = await gatheringOf(context, wish.gatheringId)
  const ids = invited.filter(({ status }) => status === 'aanwezig' || status === 'onbekend').map(({ id }) => id)
  const people = await peopleOf(context.db, ids, context.today())
  const badges = people.map(({ given, family, groups, languages }) => ({
    given: given || family,
    family: given ? family : '',
    groupName: groups[0]?.name ?? null,
    language: (wish.ownLanguage && readPaperLanguage(languages)) || wish.language,
  }))
  const { start, nudge, language } = wish
  return {
    paper: nameBadges({ title: gathering.title, language, badges, start, nudge }),
    remarks: remarksOf({ nobody: badges.length === 0 ? 1 : 0 }),
  }
}

async function makeLabels(context: BookContext, wish: Wish<'labels'>): Promise<MadePaper> {
  const { addressees, remarks } = await addresseesOf(context, wish)
  const { start, nudge, sheet } = wish
  const title = await bookNameOf(context)
  return {
    paper: addressLabels({ title, language: 'nl', sheet: labelSheets[sheet], labels: addressees, start, nudge }),
    remarks,
  }
}

async function makeEnvelopes(context: BookContext, wish: Wish<'envelopes'>): Promise<MadePaper> {
  const { addressees, remarks } = await addresseesOf(context, wish)
  const { size, nudge } = wish
  const sender = wish.sender.split('\n').filter((line) => line.trim() !== '')
  const title = await bookNameOf(context)
  return { paper: envelopes({ title, language: 'nl', size, sender, addressees, nudge }), remarks }
}

/** Where the post goes, line by line: to everybody, or to each household once. */
async function addresseesOf(context: BookContext, wish: Wish<'labels'> | Wish<'envelopes'>) {
  const people = await peopleOfWish(context, wish.who)
  const withAddress = people.filter(({ addressLines }) => addressLines.length > 0)
  const parties = wish.perHousehold ? byHousehold(withAddress) : withAddress.map((person) => [person])
  return {
    addressees: parties.map((party) => [namesOf(party, 'nl'), ...(party[0]?.addressLines ?? [])]),
    remarks: remarksOf({ noAddress: people.length - withAddress.length, nobody: parties.length === 0 ? 1 : 0 }),
  }
}

/** People of one household together, each household where its first person stands. */
const byHousehold = (people: readonly PaperPerson[]): readonly (readonly PaperPerson[])[] => [
  ...Map.groupBy(people, ({ householdId }) => householdId).values(),
]

const namesOf = (party: readonly PaperPerson[], language: PaperLanguage) =>
  joinNames(party, paperWords(language).format.list)

async function peopleOfWish({ db, today }: BookContext, who: Wish<'members'>['who']): Promise<PaperPerson[]> {
  if (who.personId !== null) return peopleOf(db, [who.personId], today())
  return peopleUnder(db, { neighbourhood: who.neighbourhood, kind: who.kind, text: '' }, today())
}

const allInvited = 20_000

async function gatheringOf({ db, today }: BookContext, id: string) {
  const [gathering] = await gatheringSummaries(db, { id }, today())
  if (!gathering) throw new RuleBroken('notFound', { table: 'gathering' })
  const { rows } = await inviteesOf(db, id, '', allInvited)
  return {
    gathering,
    invited: rows.map((row) => ({ id: row.person_id, name: row.name_snapshot, status: row.status })),
  }
}

const bookNameOf = async ({ db }: BookContext) => (await bookSettingsOf(db)).name

function remarksOf(counts: Readonly<Partial<Record<PaperRemark['kind'], number>>>): PaperRemark[] {
  return (Object.entries(counts) as [PaperRemark['kind'], number][]) // its own keys
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({ kind, count }))
}
