import type { lifts } from '../../../shared/contract/lifts.ts'
import { freeSeats, sumLifts } from '../../../shared/domain/lifts.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { addLift, matchLift, removeLift } from './arrange-lift.ts'
import { liftsTo } from './lift-queries.ts'

export const liftsHandlers: HandlersOf<typeof lifts, BookContext> = {
  async list({ gatheringId }, { db }) {
    const all = await liftsTo(db, [gatheringId])
    const offers = new Set(all.filter(({ kind, isComing }) => kind === 'aanbod' && isComing).map(({ id }) => id))
    return {
      lifts: all
        .map(({ gatheringId: _gathering, ...lift }) => ({
          ...lift,
          offerId: lift.offerId !== null && offers.has(lift.offerId) ? lift.offerId : null,
          free: lift.kind === 'aanbod' ? freeSeats(lift, all) : null,
        }))
        .sort((a, b) => Number(a.kind === 'nodig') - Number(b.kind === 'nodig')),
      ...sumLifts(all),
    }
  },
  add: (input, context) => addLift(context, input),
  async match(input, context) {
    await matchLift(context, input)
    return null
  },
  async remove({ id }, context) {
    await removeLift(context, id)
    return null
  },
}
