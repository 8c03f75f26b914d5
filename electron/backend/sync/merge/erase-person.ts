// Erasing somebody for good: here at once, and on the other computers as soon as they hear of it. Nothing can take it back.
import type { BookContext } from '../../context.ts'
import { write } from '../../database/write.ts'
import { RuleBroken } from '../../rule-broken.ts'
import { erase, eraseAlong, rewriteSearch } from './erase-rows.ts'
import { hereOf } from './here.ts'
import { stampOwn } from './stamp-own.ts'
import { run } from './working-set.ts'
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
    await eraseAlong(tx, at)
    // The address goes too when nobody else was ever written down there.
    await run(tx, 'DELETE FROM household WHERE id = ? AND NOT EXISTS (SELECT 1 FROM person WHERE household_id = ?)', [
      person.household_id,
      person.household_id,
    ])
    const left = await tx.selectFrom('household').select('id').where('id', '=', person.household_id).executeTakeFirst()
    if (!left) await forgetOldValues(tx, 'household', [person.household_id])
    await rewriteSearch(tx)
  })
}
