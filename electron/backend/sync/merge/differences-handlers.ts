import type { differences } from '../../../../shared/contract/differences.ts'
import type { BookContext } from '../../context.ts'
import { exchange } from '../../database/write.ts'
import type { HandlersOf } from '../../dispatch.ts'
import { listBreaches, listDifferences, listHints } from './describe-differences.ts'
import { findDifferences } from './difference-queries.ts'
import { findBreaches } from './find-breaches.ts'
import { resolveDifference } from './resolve-difference.ts'

export const differencesHandlers: HandlersOf<typeof differences, BookContext> = {
  count: async (_input, { db, sealing, today }) => ({
    differences: (await findDifferences(db, await sealing.forReading())).length,
    hints: (await listHints(db)).length,
    breaches: (await findBreaches(db, today())).length,
  }),
  list: async (_input, { db, sealing, today, device }) => ({
    differences: await listDifferences(db, await sealing.forReading(), device),
    hints: await listHints(db),
    breaches: await listBreaches(db, today()),
  }),
  async resolve({ id, choice }, context) {
    await resolveDifference(context, id, choice)
    return null
  },
  async dismissHint({ ids }, context) {
    await exchange(context, (tx) => tx.deleteFrom('sync_hint').where('id', 'in', ids).execute())
    context.announce({ topic: 'changed', tables: ['sync_hint'] })
    return null
  },
}
