// When a copy takes the place of a book, who was erased stays erased: an older copy still has them.
import { insertRows } from '../../database/insert-rows.ts'
import type { Row } from '../../database/schema.ts'
import type { Reader, Transaction } from '../../database/transaction.ts'
import type { WriteContext } from '../../database/write.ts'
import { erase, eraseAlong } from './erase-rows.ts'
import { endedHousehold, takenDetails } from './erase-rules.ts'
import { listed, run, select } from './working-set.ts'
import { writeErasure } from './write-erasure.ts'
import { forgetOldValues } from './write-heard.ts'

export interface CarriedErasures {
  readonly erased: readonly Pick<Row<'sync_erased'>, 'id' | 'table_name' | 'row_id' | 'is_root' | 'at'>[]
  /** Where those live whose details were taken: at no address. */
  readonly leavers: readonly Pick<Row<'person'>, 'id' | 'household_id' | 'erased_on'>[]
}

/** What to carry over; undefined when nobody was ever erased in this book. */
export async function takeErasedAlong(db: Reader): Promise<CarriedErasures | undefined> {
  const erased = await db.selectFrom('sync_erased').selectAll().execute()
  if (erased.length === 0) return undefined
  const leavers = await db
    .selectFrom('person')
    .innerJoin('sync_erased', 'sync_erased.row_id', 'person.id')
    .where('sync_erased.table_name', '=', takenDetails)
    .select(['person.id', 'person.household_id', 'person.erased_on'])
    .execute()
  return { erased, leavers }
}

/** Erases in the restored book what was erased since the copy was made. */
export async function putErasedBack({ erased, leavers }: CarriedErasures, context: WriteContext): Promise<void> {
  const known = new Set((await select(context.db, 'SELECT id FROM sync_erased')).map(({ id }) => String(id)))
  const missing = erased.filter(({ id }) => !known.has(id))
  if (missing.length === 0) return
  const details = { count: missing.length }
  await writeErasure(context, { kind: 'erasureTakenOver', details }, async (tx, { at: now }) => {
    for (const { table_name, row_id, at, is_root } of missing) await erase(tx, table_name, row_id, at, is_root === 1)
    await removeEndedHouseholds(tx)
    for (const leaver of leavers) await moveOut(tx, leaver)
    await eraseAlong(tx, now)
  })
}

async function removeEndedHouseholds(tx: Transaction): Promise<void> {
  const ended = await select(
    tx,
    `SELECT id FROM household WHERE id IN (SELECT row_id FROM sync_erased WHERE table_name = ?)
      AND NOT EXISTS (SELECT 1 FROM person WHERE person.household_id = household.id)`,
    [endedHousehold],
  )
  const ids = ended.map(({ id }) => String(id))
  await run(tx, `DELETE FROM household WHERE id IN ${listed}`, [JSON.stringify(ids)])
  await forgetOldValues(tx, 'household', ids)
}

async function moveOut(tx: Transaction, { id, household_id, erased_on }: CarriedErasures['leavers'][number]) {
  const [person] = await select(tx, 'SELECT 1 FROM person WHERE id = ? AND erased_on IS NULL', [id])
  if (!person) return
  if (!(await isThere(tx, household_id)))
    await insertRows(tx, 'household', [{ id: household_id, street: '', house_suffix: '', postcode: '', city: '' }])
  await run(tx, 'UPDATE person SET household_id = ?, erased_on = ? WHERE id = ?', [household_id, erased_on, id])
}

async function isThere(tx: Reader, household: string): Promise<boolean> {
  return (await select(tx, 'SELECT 1 FROM household WHERE id = ?', [household])).length > 0
}
