import type { subsidies } from '../../../shared/contract/subsidies.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { accountForSubsidy, addSubsidy, changeSubsidy, removeSubsidy } from './keep-subsidy.ts'
import { subsidiesWithSpending } from './subsidy-queries.ts'

export const subsidiesHandlers: HandlersOf<typeof subsidies, BookContext> = {
  async list(_input, { db, today }) {
    const all = await subsidiesWithSpending(db, today())
    return {
      today: today(),
      open: all.filter(({ accountedDay }) => accountedDay === null),
      accounted: all.filter(({ accountedDay }) => accountedDay !== null),
    }
  },
  async names(_input, { db }) {
    const rows = await db
      .selectFrom('subsidy')
      .select(['id', 'giver', 'purpose'])
      .where('deleted_at', 'is', null)
      .orderBy('granted_day', 'desc')
      .execute()
    return rows.map(({ id, giver, purpose }) => ({ id, name: `${giver}: ${purpose}` }))
  },
  add: (input, context) => addSubsidy(context, input),
  async change(input, context) {
    await changeSubsidy(context, input)
    return null
  },
  async account(input, context) {
    await accountForSubsidy(context, input)
    return null
  },
  async remove({ id }, context) {
    await removeSubsidy(context, id)
    return null
  },
}
