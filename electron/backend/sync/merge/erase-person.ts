// Erasing somebody for good: here at once, and on the other computers as soon as they hear of it. Nothing can take it back.
import type { BookContext } from '../../context.ts'
import { write } from '../../database/write.ts'
import { RuleBroken } from '../../rule-broken.ts'
import { erase, eraseAlong, leaveNoTrace, rewriteSearch } from './erase-rows.ts'
import { endedHousehold } from './erase-rules.ts'
import { hereOf } from './here.ts'
import { stampOwn } from './stamp-own.ts'
import { forgetOldValues } from './write-heard.ts'

/** @throws RuleBroken notFound; eraseNotInTrash: throwing away comes first, and leaves time to think. */
export async function erasePerson(context: BookContext, id: string): Promise<void> {
  const at = context.now().toISOString()
  await write(context, { kind: 'personErased' }, async (tx, action) => {
    const person = await tx
      .selectFrom('person')
      .select(['household_id', 'deleted_at'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!person) throw new RuleBroken('notFound', { table: 'person' })
    if (person.deleted_at === null) throw new RuleBroken('eraseNotInTrash')
    // What was done before gets its stamps while its values are still there.
    await stampOwn(tx, hereOf(context, context.newId()), action.seq)
    await erase(tx, 'person', id, at)
    // The address goes too when nobody else was ever written down there, and what that household paid was theirs.
    const mate = await tx
      .selectFrom('person')
      .select('id')
      .where('household_id', '=', person.household_id)
      .executeTakeFirst()
    if (!mate) {
      await tx.deleteFrom('household').where('id', '=', person.household_id).execute()
      await forgetOldValues(tx, 'household', [person.household_id])
      await erase(tx, endedHousehold, person.household_id, at)
    }
    await eraseAlong(tx, at)
    await rewriteSearch(tx)
  })
  await leaveNoTrace(context.db)
}
