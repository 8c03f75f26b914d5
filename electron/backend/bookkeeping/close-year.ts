// Closing a year, and what is expected of one.
import { yearOf } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import { write } from '../database/write.ts'
import { chainEnds } from '../ledger-chain/check-chain.ts'
import { RuleBroken } from '../rule-broken.ts'
import { positionAtEnd } from './year-positions.ts'
import { yearReport } from './year-report.ts'

/**
 * From now on the year takes no row. Its balances and the end of the chain are kept with the close.
 * @throws RuleBroken yearNotOver, yearClosed, yearOutOfOrder (`year` to close first), yearDuesToRun
 */
export async function closeYear(context: BookContext, year: number): Promise<void> {
  const today = context.today()
  // On the first day of January a waiver may still bear the date of the day before, where the clock of the world is behind ours.
  if (yearOf(today) <= year || today === `${year + 1}-01-01`) throw new RuleBroken('yearNotOver', { year })
  await write(context, { kind: 'yearClosed', details: { year } }, async (tx) => {
    const { isClosed, toClose, toDo } = await yearReport(tx, year, today)
    if (isClosed) throw new RuleBroken('yearClosed', { year })
    if (toClose !== null && toClose < year) throw new RuleBroken('yearOutOfOrder', { year: toClose })
    if (toDo.duesToRun > 0) throw new RuleBroken('yearDuesToRun', { year })
    const { accounts, ...position } = await positionAtEnd(tx, year, today)
    await tx
      .insertInto('year_close')
      .values({
        id: context.newId(),
        created_at: context.now().toISOString(),
        created_by: context.device,
        year,
        chain_hash: JSON.stringify(await chainEnds(tx)),
        balances: JSON.stringify({ ...position, accounts: Object.fromEntries(accounts) }),
        amount_cents: position.capitalCents,
        reverses_id: null,
      })
      .execute()
  })
}

/** @param lines per category what is expected; null takes it away. `dues` stands for the dues themselves. */
export async function setBudget(
  context: BookContext,
  year: number,
  lines: readonly { readonly categoryId: string; readonly cents: number | null }[],
): Promise<void> {
  await write(context, { kind: 'budgetSet', details: { year } }, async (tx) => {
    for (const { categoryId, cents } of lines) {
      const known = await tx
        .selectFrom('budget_line')
        .select(['id', 'cents'])
        .where('year', '=', year)
        .where('category_id', '=', categoryId)
        .executeTakeFirst()
      if (cents === null) {
        if (known) await tx.deleteFrom('budget_line').where('id', '=', known.id).execute()
      } else if (known) {
        if (known.cents !== cents)
          await tx.updateTable('budget_line').set({ cents }).where('id', '=', known.id).execute()
      } else {
        await tx
          .insertInto('budget_line')
          .values({ id: context.newId(), year, category_id: categoryId, cents, deleted_at: null })
          .execute()
      }
    }
  })
}
