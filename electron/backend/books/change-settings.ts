import type { BookChange, BookPractices, BookRules, BookSettings } from '../../../shared/contract/books.ts'
import type { BookContext } from '../context.ts'
import { write } from '../database/write.ts'
import { carryRoles } from '../roles/carry-roles.ts'
import { RuleBroken } from '../rule-broken.ts'
import { bookSettingsOf, setPractices, updateBook } from './book-queries.ts'
import { bookId } from './book-table.ts'

/** Writes down what the association decided. @throws RuleBroken `badInput` when dues have no first day */
export async function changeSettings(change: BookChange, context: BookContext): Promise<BookSettings> {
  const { preset, modules, carry, ...rules } = change
  checkSettings(rules)
  const subject = { table: 'book' as const, id: bookId }
  const action =
    carry.length > 0
      ? { kind: 'rolesCarriedOver' as const, subject, details: { count: carry.length } }
      : { kind: 'bookChanged' as const, subject }
  await write(context, action, async (tx) => {
    await updateBook(tx, rules)
    await carryRoles(tx, context, rules.rolePattern, carry)
    if (preset !== undefined && modules !== undefined) await setPractices(tx, { preset, modules })
  })
  return bookSettingsOf(context.db)
}

/** Chooses what is kept from now on; nothing that was written down goes away. */
export async function useModules(practices: BookPractices, context: BookContext): Promise<BookSettings> {
  await write(context, { kind: 'modulesChosen', subject: { table: 'book', id: bookId } }, (tx) =>
    setPractices(tx, practices),
  )
  return bookSettingsOf(context.db)
}

/** After how many months without intervision a leader of a group is named. */
export async function setIntervisionMonths(context: BookContext, months: number): Promise<void> {
  await write(context, { kind: 'bookChanged', subject: { table: 'book', id: bookId } }, (tx) =>
    tx.updateTable('book').set({ intervision_months: months }).where('id', '=', bookId).execute(),
  )
}

/** Dues without a first day would be asked from the beginning of time. */
export function checkSettings(rules: BookRules): void {
  if (rules.duesEnabled && rules.accountingStart === null)
    throw new RuleBroken('badInput', { field: 'accountingStart' })
}
