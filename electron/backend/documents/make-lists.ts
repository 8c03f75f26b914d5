// Lists of people for paper: who stands on them is looked up here, how they look is said in a file of its own.
import type { PaperRemark, PaperWish } from '../../../shared/contract/documents.ts'
import { readPaperLanguage } from '../../../shared/domain/paper-language.ts'
import { isCurrent, isNeighbourhoodRole } from '../../../shared/domain/role-seats.ts'
import type { BookContext } from '../context.ts'
import { findNeighbourhood } from '../neighbourhoods/neighbourhood-queries.ts'
import { findTerms } from '../roles/role-queries.ts'
import { attendanceSheet, participantList } from './attendance-sheet.ts'
import { nameBadges } from './label-sheets.ts'
import { memberList } from './member-list.ts'
import { type PaperPerson, peopleOf } from './paper-people.ts'
import { bookNameOf, comingTo, gatheringOf, type MadePaper, namesFor, peopleOfWish } from './paper-sources.ts'
import { paperWords } from './paper-words.ts'
import { beginsElsewhere, phoneTree } from './phone-tree.ts'

type Wish<Document extends PaperWish['document']> = Extract<PaperWish, { document: Document }>

export async function makeMemberList(context: BookContext, wish: Wish<'members'>): Promise<MadePaper> {
  const { neighbourhood } = wish.who
  const everybody = await peopleOfWish(context, wish.who)
  const { people, remarks } = await namesFor(context, wish.audience, everybody.people)
  const group =
    neighbourhood === null || neighbourhood === 'none' ? null : await findNeighbourhood(context.db, neighbourhood)
  return {
    paper: memberList(
      {
        bookName: await bookNameOf(context),
        group: group && { id: group.id, name: group.name },
        people,
        isHandedOut: wish.audience === 'handOut',
        letters: wish.letters,
        day: context.today(),
      },
      paperWords(wish.language),
    ),
    remarks: [...everybody.remarks, ...remarks, ...nobodyIf(people.length === 0)],
  }
}

export async function makePhoneTree(context: BookContext, wish: Wish<'tree'>): Promise<MadePaper> {
  const { id, name } = await findNeighbourhood(context.db, wish.neighbourhoodId)
  const neighbours = await peopleOfWish(context, { neighbourhood: id, kind: 'now', personId: null })
  const everybody = await withContacts(context, id, neighbours.people)
  const { people, remarks } = await namesFor(context, wish.audience, everybody)
  // Neighbours ring neighbours.
  const byStreet = people.toSorted((a, b) => a.street.localeCompare(b.street, 'nl', { numeric: true }))
  const noPhone = people.filter(({ phones }) => phones.length === 0).length
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
    remarks: [
      ...neighbours.remarks,
      ...remarks,
      ...(noPhone > 0 ? [{ kind: 'noPhone' as const, count: noPhone }] : []),
      ...(noPhone < people.length && beginsElsewhere(people, everybody, id)
        ? [{ kind: 'otherFirst' as const, count: 0 }]
        : []),
      ...nobodyIf(people.length === 0),
    ],
  }
}

/** Whoever looks after a group need not take part in it, and is the one who rings first all the same. */
async function withContacts(
  { db, today }: BookContext,
  groupId: string,
  neighbours: readonly PaperPerson[],
): Promise<readonly PaperPerson[]> {
  const day = today()
  const known = new Set(neighbours.map(({ id }) => id))
  const others = (await findTerms(db, { neighbourhoodId: groupId }))
    .filter((term) => isNeighbourhoodRole(term.role) && isCurrent(term, day) && !known.has(term.personId))
    .map(({ personId }) => personId)
  return [...(await peopleOf(db, [...new Set(others)], day)), ...neighbours]
}

export async function makeParticipantList(context: BookContext, wish: Wish<'participants'>): Promise<MadePaper> {
  const { gathering, invited } = await gatheringOf(context, wish.gatheringId)
  const coming = await peopleOf(context.db, comingTo(invited), context.today())
  const { people, remarks } = await namesFor(context, wish.audience, coming)
  return {
    paper: participantList(
      { gathering, people, letters: wish.letters, day: context.today() },
      paperWords(wish.language),
    ),
    remarks: [...remarks, ...nobodyIf(people.length === 0)],
  }
}

export async function makeAttendanceSheet(context: BookContext, wish: Wish<'attendance'>): Promise<MadePaper> {
  const { gathering, invited } = await gatheringOf(context, wish.gatheringId)
  const people = invited.map(({ name, status }) => ({ name, hasExcused: status === 'afgemeld' }))
  return { paper: attendanceSheet({ gathering, people }, paperWords(wish.language)), remarks: [] }
}

export async function makeBadges(context: BookContext, wish: Wish<'badges'>): Promise<MadePaper> {
  const { gathering, invited } = await gatheringOf(context, wish.gatheringId)
  const people = await peopleOf(context.db, comingTo(invited), context.today())
  const badges = people.map(({ given, family, groups, languages }) => ({
    given: given || family,
    family: given ? family : '',
    groupName: groups[0]?.name ?? null,
    language: (wish.ownLanguage && readPaperLanguage(languages)) || wish.language,
  }))
  const { start, nudge, language } = wish
  return {
    paper: nameBadges({ title: gathering.title, language, badges, start, nudge }),
    remarks: nobodyIf(badges.length === 0),
  }
}

const nobodyIf = (isEmpty: boolean): PaperRemark[] => (isEmpty ? [{ kind: 'nobody', count: 0 }] : [])
