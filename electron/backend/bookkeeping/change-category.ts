import type { CategoryKind } from '../../../shared/domain/booking-category.ts'
import type { BookContext } from '../context.ts'
import type { Transaction } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { BookingCategory } from './category-queries.ts'
import { categoryById } from './category-queries.ts'

export async function addCategory(context: BookContext, kind: CategoryKind, name: string): Promise<{ id: string }> {
  const id = context.newId()
  await write(context, { kind: 'bookingCategoryAdded', subject: { table: 'booking_category', id } }, (tx) =>
    tx.insertInto('booking_category').values({ id, kind, name, is_hidden: 0, deleted_at: null }).execute(),
  )
  return { id }
}

/** @throws RuleBroken notFound */
export async function changeCategory(
  context: BookContext,
  id: string,
  wish: { readonly name?: string | undefined; readonly isHidden?: boolean | undefined },
): Promise<void> {
  await write(context, { kind: 'bookingCategoryChanged', subject: { table: 'booking_category', id } }, async (tx) => {
    const known = await categoryById(tx, id)
    if (!known) throw new RuleBroken('notFound', { table: 'booking_category' })
    await saveCategory(tx, { ...known, name: wish.name ?? known.name, isHidden: wish.isHidden ?? known.isHidden })
  })
}

// One of the usual categories has no row until something about it is different.
async function saveCategory(tx: Transaction, { id, kind, name, isHidden }: BookingCategory): Promise<void> {
  const values = { name, is_hidden: isHidden ? 1 : 0 }
  const { numUpdatedRows } = await tx
    .updateTable('booking_category')
    .set(values)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n)
    await tx
      .insertInto('booking_category')
      .values({ id, kind, ...values, deleted_at: null })
      .execute()
}
