import type { barriers } from '../../../shared/contract/barriers.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { groupsOn } from '../gatherings/gathering-queries.ts'
import { allSeries } from '../series/series-queries.ts'
import { barriersWithEffect } from './barrier-queries.ts'
import { addBarrier, changeBarrier, closeBarrier, judgeMeasure, removeBarrier, takeMeasure } from './handle-barrier.ts'

export const barriersHandlers: HandlersOf<typeof barriers, BookContext> = {
  async list(_input, { db, today }) {
    const all = await barriersWithEffect(db, today())
    return {
      today: today(),
      open: all.filter(({ closedDay }) => closedDay === null),
      closed: all.filter(({ closedDay }) => closedDay !== null),
      series: (await allSeries(db)).map(({ id, title }) => ({ id, name: title })),
      groups: await groupsOn(db, today()),
    }
  },
  add: (input, context) => addBarrier(context, input),
  async change(input, context) {
    await changeBarrier(context, input)
    return null
  },
  async takeMeasure(input, context) {
    await takeMeasure(context, input)
    return null
  },
  async judge(input, context) {
    await judgeMeasure(context, input)
    return null
  },
  async close(input, context) {
    await closeBarrier(context, input)
    return null
  },
  async remove({ id }, context) {
    await removeBarrier(context, id)
    return null
  },
}
