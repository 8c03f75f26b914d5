import type { WelcomeTargets } from '../../../shared/contract/newcomers.ts'
import { usualTargets } from '../../../shared/domain/newcomer.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { welcomeSettingsId } from './newcomer-table.ts'

/** Within how many days what is to be done, as the association decided; else the usual. */
export async function welcomeTargets(db: Reader): Promise<WelcomeTargets> {
  const row = await db
    .selectFrom('welcome_settings')
    .selectAll()
    .where('id', '=', welcomeSettingsId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return {
    contactWithin: row?.contact_within ?? usualTargets.contact,
    informedWithin: row?.informed_within ?? usualTargets.informed,
    visitedWithin: row?.visited_within ?? usualTargets.visited,
  }
}

export async function changeTargets(context: BookContext, targets: WelcomeTargets): Promise<void> {
  const values = {
    contact_within: targets.contactWithin,
    informed_within: targets.informedWithin,
    visited_within: targets.visitedWithin,
    deleted_at: null,
  }
  await write(context, { kind: 'welcomeTargetsChanged' }, (tx) =>
    tx
      .insertInto('welcome_settings')
      .values({ id: welcomeSettingsId, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute(),
  )
}
