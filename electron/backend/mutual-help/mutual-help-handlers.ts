import type { mutualHelp } from '../../../shared/contract/mutual-help.ts'
import { addDays, addMonths } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { groupsOn } from '../gatherings/gathering-queries.ts'
import { givenAndReceived, lastActs, patternsOn } from './act-queries.ts'
import { askHelp, changeRequest, closeRequest, declineHelp, findHelper } from './ask-help.ts'
import { jobsSince } from './job-queries.ts'
import { matchHelpers } from './match-helpers.ts'
import { offerHelp, stopOffering } from './offer-help.ts'
import { helpersOn, helperView, helpInMonth } from './offer-queries.ts'
import { changeJob, planJob, removeJob, setJobState } from './plan-job.ts'
import { changeAct, recordAct, removeAct } from './record-act.ts'
import { closedRequests, waitingRequests } from './request-queries.ts'

/** What ended stays in sight this long. */
const daysClosedShown = 91
const monthsOfJobs = 12
const monthsOfPerson = 12

export const mutualHelpHandlers: HandlersOf<typeof mutualHelp, BookContext> = {
  async list({ acts: limit }, { db, today: clock }) {
    const today = clock()
    const { acts, count } = await lastActs(db, limit)
    const thisMonth = await helpInMonth(db, today, { today })
    const helpers = await helpersOn(db, today)
    return {
      today,
      groups: await groupsOn(db, today),
      requests: await waitingRequests(db, today),
      closed: await closedRequests(db, addDays(today, -daysClosedShown), today),
      helpers: helpers.map((helper) => helperView(helper, thisMonth.get(helper.neighbour.id) ?? 0, today)),
      acts,
      actsInAll: count,
      jobs: await jobsSince(db, addMonths(today, -monthsOfJobs), today),
      patterns: await patternsOn(db, today),
    }
  },
  async forPerson({ personId }, { db, today: clock }) {
    const today = clock()
    const [helper] = await helpersOn(db, today, [personId])
    return {
      today,
      offer: helper ? helperView(helper, (await helpInMonth(db, today, { today })).get(personId) ?? 0, today) : null,
      requests: await waitingRequests(db, today, personId),
      ...(await givenAndReceived(db, personId, addMonths(today, -monthsOfPerson))),
      pattern: (await patternsOn(db, today)).find(({ receiver }) => receiver.id === personId) ?? null,
    }
  },
  matches: ({ requestId }, { db, today }) => matchHelpers(db, requestId, today()),
  async offer(input, context) {
    await offerHelp(context, input)
    return null
  },
  async stopOffering({ personId }, context) {
    await stopOffering(context, personId)
    return null
  },
  ask: (input, context) => askHelp(context, input),
  async changeRequest(input, context) {
    await changeRequest(context, input)
    return null
  },
  async propose(input, context) {
    await findHelper(context, { ...input, state: 'voorgesteld' })
    return null
  },
  async agree(input, context) {
    await findHelper(context, { ...input, state: 'afgesproken' })
    return null
  },
  async decline({ id }, context) {
    await declineHelp(context, id)
    return null
  },
  async closeRequest(input, context) {
    await closeRequest(context, input)
    return null
  },
  recordAct: (input, context) => recordAct(context, input),
  async changeAct(input, context) {
    await changeAct(context, input)
    return null
  },
  async removeAct({ id }, context) {
    await removeAct(context, id)
    return null
  },
  planJob: (input, context) => planJob(context, input),
  async changeJob(input, context) {
    await changeJob(context, input)
    return null
  },
  async setJobState(input, context) {
    await setJobState(context, input)
    return null
  },
  async removeJob({ id }, context) {
    await removeJob(context, id)
    return null
  },
}
