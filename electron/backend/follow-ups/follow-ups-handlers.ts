import type { followUps } from '../../../shared/contract/follow-ups.ts'
import { followUpDays } from '../../../shared/domain/attendance.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { changeFollowUp, finishFollowUp, lapseFollowUp, planFollowUp } from './agree-follow-up.ts'
import { followUpsLike, seatHoldersNear } from './follow-up-queries.ts'

/** Closed ones stay in the list this long. */
const daysShown = 183

export const followUpsHandlers: HandlersOf<typeof followUps, BookContext> = {
  async list({ closed }, context) {
    const today = context.today()
    const open = await followUpsLike(context.db, { states: ['open'] }, today)
    const shown = closed
      ? await followUpsLike(context.db, { states: ['gedaan', 'vervallen'], dueFrom: addDays(today, -daysShown) }, today)
      : []
    return { today, open, closed: shown.reverse() }
  },
  async forPerson({ personId }, context) {
    const all = await followUpsLike(
      context.db,
      { states: ['open', 'gedaan', 'vervallen'], personIds: [personId] },
      context.today(),
    )
    return all.reverse()
  },
  async proposal({ personId }, context) {
    const today = context.today()
    return { dueDay: addDays(today, followUpDays), owners: await seatHoldersNear(context.db, personId, today) }
  },
  plan: (input, context) => planFollowUp(context, input),
  async change(input, context) {
    await changeFollowUp(context, input)
    return null
  },
  async finish(input, context) {
    await finishFollowUp(context, input)
    return null
  },
  async lapse({ id }, context) {
    await lapseFollowUp(context, id)
    return null
  },
}
