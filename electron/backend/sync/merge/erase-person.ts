// Erasing somebody for good: here at once, and on the other computers as soon as they hear of it. Nothing can take it back.
import type { BookContext } from '../../context.ts'
import type { Transaction } from '../../database/transaction.ts'
import { RuleBroken } from '../../rule-broken.ts'
import { erase, eraseAlong } from './erase-rows.ts'
import { endedHousehold } from './erase-rules.ts'
import { writeErasure } from './write-erasure.ts'
import { forgetOldValues } from './write-heard.ts'

/** @throws RuleBroken notFound; eraseNotInTrash: throwing away comes first, and leaves time to think. */
export async function erasePerson(context: BookContext, id: string): Promise<void> {
  await writeErasure(context, { kind: 'personErased' }, async (tx, { at }) => {
    const person = await tx
      .selectFrom('person')
      .select(['household_id', 'deleted_at'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!person) throw new RuleBroken('notFound', { table: 'person' })
    if (person.deleted_at === null) throw new RuleBroken('eraseNotInTrash')
    await eraseHome(tx, { id, household_id: person.household_id }, at)
    await eraseAlong(tx, at)
  })
}

/** Inside an erasure: the person and their address; what else is theirs is for {@link eraseAlong}. */
export async function eraseHome(
  tx: Transaction,
  { id, household_id }: { readonly id: string; readonly household_id: string },
  at: string,
): Promise<void> {
  await erase(tx, 'person', id, at)
  // The address goes too when nobody else was ever written down there, and what that household paid was theirs.
  const mate = await tx.selectFrom('person').select('id').where('household_id', '=', household_id).executeTakeFirst()
  if (mate) return
  await tx.deleteFrom('household').where('id', '=', household_id).execute()
  await forgetOldValues(tx, 'household', [household_id])
  await erase(tx, endedHousehold, household_id, at)
}
