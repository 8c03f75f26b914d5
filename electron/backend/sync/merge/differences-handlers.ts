import type { differences } from '../../../../shared/contract/differences.ts'
import type { BookContext } from '../../context.ts'
import { tableNamed } from '../../database/schema.ts'
import { exchange } from '../../database/write.ts'
import type { HandlersOf } from '../../dispatch.ts'
import { listDifferences, listHints, namesOf } from './difference-queries.ts'
import { findBreaches } from './find-breaches.ts'
import { resolveDifference } from './resolve-difference.ts'
import { loadRows, type Wanted, want } from './working-set.ts'

export const differencesHandlers: HandlersOf<typeof differences, BookContext> = {
  async count(_input, { db, sealing, today }) {
    const { hints } = await db
      .selectFrom('sync_hint')
      .select((eb) => eb.fn.countAll<number>().as('hints'))
      .executeTakeFirstOrThrow()
    return {
      differences: (await listDifferences(db, await sealing.forReading())).length,
      hints,
      breaches: (await findBreaches(db, today())).length,
    }
  },
  list: async (_input, { db, sealing, today }) => ({
    differences: await listDifferences(db, await sealing.forReading()),
    hints: await listHints(db),
    breaches: await namedBreaches(db, today()),
  }),
  async resolve({ id, choice }, context) {
    await resolveDifference(context, id, choice)
    return null
  },
  async dismissHint({ id }, context) {
    await exchange(context, (tx) => tx.deleteFrom('sync_hint').where('id', '=', id).execute())
    context.announce({ topic: 'changed', tables: ['sync_hint'] })
    return null
  },
}

async function namedBreaches(db: BookContext['db'], today: string) {
  const breaches = await findBreaches(db, today)
  const wanted: Wanted = new Map()
  for (const { table, rowId } of breaches) {
    const declared = tableNamed(table)
    if (declared && rowId !== '') want(wanted, declared, rowId)
  }
  const names = await namesOf(db, [...(await loadRows(db, wanted)).values()])
  return breaches.map((breach) => ({ ...breach, name: names.get(breach.rowId) ?? null }))
}
