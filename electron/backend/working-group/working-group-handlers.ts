import type { workingGroup } from '../../../shared/contract/working-group.ts'
import { setIntervisionMonths } from '../books/change-settings.ts'
import type { BookContext } from '../context.ts'
import { removeRow, saveRow } from '../database/rows.ts'
import type { HandlersOf } from '../dispatch.ts'
import { saveMeeting } from './save-meeting.ts'
import { findIdeas, findLeaders, findMeetings, findPoints, findRolesOn } from './working-group-queries.ts'

export const workingGroupHandlers: HandlersOf<typeof workingGroup, BookContext> = {
  async leaders(_input, context) {
    const today = context.today()
    return { today, ...(await findLeaders(context.db, today)) }
  },
  async setIntervisionMonths({ months }, context) {
    await setIntervisionMonths(context, months)
    return null
  },
  meetings: (_input, { db }) => findMeetings(db),
  rolesOn: ({ day }, { db }) => findRolesOn(db, day),
  saveMeeting: (meeting, context) => saveMeeting(context, meeting),
  async removeMeeting({ id }, context) {
    await removeRow(context, { name: 'leader_meeting', id }, { kind: 'leaderMeetingRemoved' })
    return null
  },
  ideas: (_input, { db }) => findIdeas(db),
  async saveIdea({ id, ...fields }, context) {
    const rowId = id ?? context.newId()
    const values = {
      what: fields.what,
      day: fields.day,
      neighbourhood_id: fields.neighbourhoodId,
      from_words: fields.neighbourhoodId === null ? fields.fromWords : null,
    }
    return saveRow(context, 'idea', { id: rowId, isNew: id === null }, values, {
      kind: 'ideaSaved',
      subject: { table: 'idea', id: rowId },
    })
  },
  async removeIdea({ id }, context) {
    await removeRow(context, { name: 'idea', id }, { kind: 'ideaRemoved', subject: { table: 'idea', id } })
    return null
  },
  async saveTrial({ id, ...fields }, context) {
    const values = {
      idea_id: fields.ideaId,
      neighbourhood_id: fields.neighbourhoodId,
      by_words: fields.neighbourhoodId === null ? fields.byWords : null,
      day: fields.day,
      worked: fields.worked,
      note: fields.note,
    }
    return saveRow(context, 'idea_trial', id, values, {
      kind: 'trialSaved',
      subject: { table: 'idea', id: fields.ideaId },
    })
  },
  async removeTrial({ id }, context) {
    await removeRow(context, { name: 'idea_trial', id }, { kind: 'trialRemoved' })
    return null
  },
  points: (_input, { db }) => findPoints(db),
  async savePoint({ id, ...fields }, context) {
    const values = {
      kind: fields.kind,
      words: fields.words,
      neighbourhood_id: fields.neighbourhoodId,
      day: fields.day,
      brought_day: fields.broughtDay,
      answer: fields.answer,
    }
    return saveRow(context, 'network_point', id, values, { kind: 'networkPointSaved' })
  },
  async removePoint({ id }, context) {
    await removeRow(context, { name: 'network_point', id }, { kind: 'networkPointRemoved' })
    return null
  },
}
