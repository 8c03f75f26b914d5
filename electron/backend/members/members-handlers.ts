import type { members } from '../../../shared/contract/members.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { openDuesByPerson } from '../dues/ledger-queries.ts'
import { peopleRestricted } from '../rights/left-out.ts'
import { wrongIn } from '../rule-broken.ts'
import { changeNeighbourhoodOf, stopTakingPart, takePart } from './change-neighbourhood.ts'
import { changePerson } from './change-person.ts'
import { type Consequences, previewDeparture, previewEnd, previewMove } from './departure-preview.ts'
import { endMembership, markDeceased } from './end-membership.ts'
import { choosePeople, findSamePeople } from './find-people.ts'
import { movePeople } from './move-people.ts'
import { countPeople, listEmails, listPeople } from './people-list.ts'
import { readPersonPage } from './person-page.ts'
import { readPerson } from './read-person.ts'
import { registerMember } from './register-member.ts'
import { changeMembershipKind, rejoin } from './rejoin.ts'
import { removePerson } from './remove-person.ts'
import { previewTakeDetails, takeDetails } from './take-details.ts'

export const membersHandlers: HandlersOf<typeof members, BookContext> = {
  list: async ({ sort, direction, offset, limit, ...filter }, { db, today }) => {
    const { rows, more } = await listPeople(db, filter, { sort, direction, offset, limit }, today())
    const open = await openDuesByPerson(
      db,
      rows.map((row) => row.id),
    )
    const restricted = await peopleRestricted(db)
    return {
      more,
      rows: rows.map(({ pays, neighbourhoods, ...row }) => ({
        ...row,
        neighbourhoods: [...neighbourhoods],
        openCents: open.get(row.id) ?? (pays ? 0 : null),
        isRestricted: restricted.has(row.id),
      })),
    }
  },
  counts: async (filter, { db, today }) => ({
    ...(await countPeople(db, filter, today())),
    duesEnabled: (await bookSettingsOf(db)).duesEnabled,
  }),
  emails: (filter, { db, today }) => listEmails(db, filter, today()),
  get: ({ id }, { db, today }) => readPersonPage(db, id, today()),
  choose: async (choice, { db, today }) => {
    const people = await choosePeople(db, choice, 20, today())
    return people.map(({ id, name, address, householdId }) => ({ id, name, address, householdId }))
  },
  findSame: async (person, { db, today }) => {
    const people = await findSamePeople(db, person, today())
    return people.map(({ id, name, address, status }) => ({ id, name, address, status }))
  },

  check: ({ address, addressIn, ...fields }, { today }) =>
    wrongIn(() => readPerson(fields, address, addressIn, today())),
  register: (member, context) => registerMember(context, member),
  change: async ({ id, fields, address = {} }, context) => {
    await changePerson(context, id, fields, address)
    return null
  },
  previewMove: async (move, context) => copyOf(await previewMove(context, move)),
  move: async (move, context) => {
    await movePeople(context, move)
    return null
  },
  previewEnd: async ({ personId, day, reason }, context) =>
    copyOf(await (reason === 'overleden' ? previewDeparture : previewEnd)(context, personId, day)),
  end: async ({ personId, day, reason }, context) => {
    await endMembership(context, personId, day, reason)
    return null
  },
  markDeceased: async ({ personId, day }, context) => {
    await markDeceased(context, personId, day)
    return null
  },
  rejoin: async (rejoining, context) => {
    await rejoin(context, rejoining)
    return null
  },
  changeKind: async (change, context) => {
    await changeMembershipKind(context, change)
    return null
  },
  changeNeighbourhood: async (change, context) => {
    await changeNeighbourhoodOf(context, change)
    return null
  },
  joinNeighbourhood: async (taking, context) => {
    await takePart(context, taking)
    return null
  },
  leaveNeighbourhood: async (taking, context) => {
    await stopTakingPart(context, taking)
    return null
  },
  previewRemove: async ({ personId }, context) => copyOf(await previewDeparture(context, personId, context.today())),
  remove: async ({ personId }, context) => {
    await removePerson(context, personId)
    return null
  },
  previewTakeDetails: ({ personId }, context) => previewTakeDetails(context, personId),
  takeDetails: async ({ personId }, context) => {
    await takeDetails(context, personId)
    return null
  },
}

const copyOf = (consequences: Consequences) => ({
  ...consequences,
  roles: [...consequences.roles],
  neighbourhoods: [...consequences.neighbourhoods],
  hostOf: [...consequences.hostOf],
  mates: [...consequences.mates],
  goesOn: {
    ...consequences.goesOn,
    pairs: [...consequences.goesOn.pairs],
    looksInOn: [...consequences.goesOn.looksInOn],
  },
})
