import type { differences } from '../../../../shared/contract/differences.ts'
import { lockedTables } from '../../care/locked-tables.ts'
import type { BookContext } from '../../context.ts'
import { exchange } from '../../database/write.ts'
import type { HandlersOf } from '../../dispatch.ts'
import { listBreaches, listDifferences, listHints } from './describe-differences.ts'
import { findDifferences } from './difference-queries.ts'
import { resolveDifference } from './resolve-difference.ts'

export const differencesHandlers: HandlersOf<typeof differences, BookContext> = {
  async count(_input, { db, sealing, today, careLock }) {
    const locked = lockedTables(careLock)
    return {
      differences: (await findDifferences(db, await sealing.forReading(), locked)).length,
      hints: (await listHints(db, locked)).length,
      breaches: (await listBreaches(db, today(), locked)).length,
    }
  },
  async list(_input, { db, sealing, today, device, careLock }) {
    const locked = lockedTables(careLock)
    return {
      differences: await listDifferences(db, await sealing.forReading(), device, locked),
      hints: await listHints(db, locked),
      breaches: await listBreaches(db, today(), locked),
    }
  },
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
