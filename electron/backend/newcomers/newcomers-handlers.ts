import type { newcomers } from '../../../shared/contract/newcomers.ts'
import { addDays, addMonths } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { gatheringSummaries } from '../gatherings/gathering-queries.ts'
import { neighboursById } from '../mutual-help/neighbour-queries.ts'
import { byWhatIsDue, candidatesOn, chainTo, isNew, type NewcomerView, newcomersLike } from './newcomer-queries.ts'
import { markStep, removeNewcomer, saveNewcomer, settleNewcomer } from './welcome-newcomer.ts'
import { changeTargets, welcomeTargets } from './welcome-settings.ts'

const monthsSettledShown = 12
/** What lies further ahead is no news yet. */
const daysAhead = 61

export const newcomersHandlers: HandlersOf<typeof newcomers, BookContext> = {
  async list(_input, { db, today: clock }) {
    const today = clock()
    const from = addMonths(today, -monthsSettledShown)
    const all = await newcomersLike(db, today, { settledSince: from })
    return {
      today,
      targets: await welcomeTargets(db),
      newcomers: all.filter(isNew).sort(byWhatIsDue).map(shown),
      settled: all
        .filter(({ settledDay, isHere }) => isHere && settledDay !== null)
        .sort((a, b) => ((a.settledDay ?? '') < (b.settledDay ?? '') ? 1 : -1))
        .map(shown),
      candidates: await candidatesOn(db, today),
    }
  },
  async forPerson({ personId }, { db, today }) {
    const [newcomer] = await newcomersLike(db, today(), { personIds: [personId] })
    return { newcomer: newcomer ? shown(newcomer) : null, chain: await chainTo(db, personId) }
  },
  async whatIsOn({ personId }, { db, today: clock }) {
    const today = clock()
    const person = (await neighboursById(db, [personId], today)).get(personId)
    const mine = new Set(person?.groups.map(({ id }) => id))
    const planned = await gatheringSummaries(
      db,
      { stored: 'gepland', from: today, until: addDays(today, daysAhead) },
      today,
    )
    return {
      preferredContact: person?.preferredContact ?? null,
      gatherings: planned
        .filter(({ groupId }) => groupId === null || mine.has(groupId))
        .map(({ id, title, day, startTime, place }) => ({ id, title, day, startTime, place })),
    }
  },
  async save(input, context) {
    await saveNewcomer(context, input)
    return null
  },
  async markStep(input, context) {
    await markStep(context, input)
    return null
  },
  async settle(input, context) {
    await settleNewcomer(context, input)
    return null
  },
  async remove({ personId }, context) {
    await removeNewcomer(context, personId)
    return null
  },
  async changeTargets(input, context) {
    await changeTargets(context, input)
    return null
  },
}

const shown = ({ isHere: _isHere, ...view }: NewcomerView) => view
