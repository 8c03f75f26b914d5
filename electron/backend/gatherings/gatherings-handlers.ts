import type { gatherings } from '../../../shared/contract/gatherings.ts'
import { countRunningAbsences, isAbsent } from '../../../shared/domain/attendance.ts'
import { gatheringState } from '../../../shared/domain/gathering-state.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import { peopleAwayOn } from '../care/planned-absence.ts'
import type { BookContext } from '../context.ts'
import { liveRow } from '../database/rows.ts'
import type { HandlersOf } from '../dispatch.ts'
import { peopleRestricted } from '../rights/left-out.ts'
import { answerContact } from './answer-contact.ts'
import { invitationsOf, inviteesOf } from './attendance-queries.ts'
import { gatheringDetail } from './gathering-detail.ts'
import { gatheringSummaries, groupsOn, yearsWithGatherings } from './gathering-queries.ts'
import { countToInvite, findNotInvited, peopleToInvite } from './invitation-queries.ts'
import { invitePeople, uninvitePerson } from './invite-people.ts'
import {
  completeGathering,
  expectPerson,
  markPerson,
  markRest,
  recordHeadcount,
  setAbsenceReason,
  setGatheringNote,
  setGuests,
} from './mark-attendance.ts'
import {
  cancelGathering,
  changeGathering,
  moveGathering,
  planGathering,
  reinstateGathering,
  removeGathering,
} from './plan-gathering.ts'

const hostsOffered = 300

export const gatheringsHandlers: HandlersOf<typeof gatherings, BookContext> = {
  async list({ year, group }, { db, today: clock }) {
    const today = clock()
    const years = await yearsWithGatherings(db)
    const chosen = year ?? years.find((known) => known <= Number(today.slice(0, 4))) ?? Number(today.slice(0, 4))
    const open = await gatheringSummaries(db, { group, stored: 'gepland' }, today)
    const calledOff = await gatheringSummaries(db, { group, stored: 'afgelast', from: today }, today)
    const ofYear = await gatheringSummaries(
      db,
      { group, from: `${chosen}-01-01`, until: `${chosen + 1}-01-01`, newestFirst: true },
      today,
    )
    return {
      today,
      groups: await groupsOn(db, today),
      years,
      year: chosen,
      planned: [...open.filter(({ state }) => state === 'gepland'), ...calledOff].sort((a, b) =>
        a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
      ),
      toRecord: open.filter((gathering) => gathering.state === 'niet_vastgelegd'),
      past: ofYear.filter(({ state, day }) => state === 'gehouden' || (state === 'afgelast' && day < today)),
    }
  },
  detail: ({ id }, context) => gatheringDetail(context.db, id, context.today()),
  async invitees({ gatheringId, find, limit }, { db }) {
    const { day } = await liveRow(db, 'gathering', gatheringId)
    const { rows, total } = await inviteesOf(db, gatheringId, find, limit)
    const away = await peopleAwayOn(db, day)
    const restricted = await peopleRestricted(db)
    return {
      total,
      rows: rows.map((row) => ({
        personId: row.person_id,
        name: row.name_snapshot,
        groupName: row.neighbourhood_snapshot,
        status: row.status,
        reason: isAbsent(row.status) ? row.reason : null,
        coming: row.said_coming === 1,
        away: away.has(row.person_id) ? { until: away.get(row.person_id) ?? null } : null,
        isRestricted: restricted.has(row.person_id),
      })),
    }
  },
  async findInvitable({ gatheringId, find }, { db }) {
    const words = foldText(find).split(' ').filter(Boolean)
    if (words.length === 0) return []
    return findNotInvited(db, await liveRow(db, 'gathering', gatheringId), words)
  },
  async planning({ groupId, day }, { db, today }) {
    const on = day ?? today()
    const people = await peopleToInvite(db, groupId, on, hostsOffered)
    return {
      groups: await groupsOn(db, today()),
      ...(await countToInvite(db, groupId, on)),
      hosts: people.map(({ personId, name }) => ({ personId, name })),
    }
  },
  async forPerson({ personId, limit }, { db, today }) {
    const all = await invitationsOf(db, personId)
    const recorded = all.filter((row) => row.state === 'gehouden').map((row) => row.status)
    return {
      total: all.length,
      rows: all.slice(0, limit).map((row) => ({
        gatheringId: row.id,
        day: row.day,
        title: row.title,
        state: gatheringState(row.state, row.day, today()),
        status: row.status,
        coming: row.said_coming === 1,
      })),
      ...countRunningAbsences(recorded),
    }
  },

  plan: (input, context) => planGathering(context, input),
  async change(input, context) {
    await changeGathering(context, input)
    return null
  },
  async move(input, context) {
    await moveGathering(context, input)
    return null
  },
  async cancel({ id }, context) {
    await cancelGathering(context, id)
    return null
  },
  async reinstate({ id }, context) {
    await reinstateGathering(context, id)
    return null
  },
  async remove({ id }, context) {
    await removeGathering(context, id)
    return null
  },

  invite: ({ gatheringId, personIds }, context) => invitePeople(context, gatheringId, personIds),
  async uninvite({ gatheringId, personId }, context) {
    await uninvitePerson(context, gatheringId, personId)
    return null
  },
  async expect(input, context) {
    await expectPerson(context, input)
    return null
  },
  async mark(input, context) {
    await markPerson(context, input)
    return null
  },
  markRest: ({ gatheringId }, context) => markRest(context, gatheringId),
  async setReason(input, context) {
    await setAbsenceReason(context, input)
    return null
  },
  async answerContact(input, context) {
    await answerContact(context, input)
    return null
  },
  async setGuests({ gatheringId, guests }, context) {
    await setGuests(context, gatheringId, guests)
    return null
  },
  async recordHeadcount(input, context) {
    await recordHeadcount(context, input)
    return null
  },
  async setNote({ gatheringId, note }, context) {
    await setGatheringNote(context, gatheringId, note)
    return null
  },
  complete: ({ gatheringId }, context) => completeGathering(context, gatheringId),
}
