import type { Scope } from '../database/declare-table.ts'
import type { Transaction } from '../database/transaction.ts'
import type { Removals } from './folder/sync-options.ts'
import { parseLine } from './merge/change-line.ts'

/** How many people these lines would take out of the book, by throwing them away, removing or erasing them. */
export async function countRemovals(tx: Transaction, scope: Scope, lines: readonly string[]): Promise<Removals> {
  if (scope !== 'leden') return { removed: 0, of: 1 }
  const { of } = await tx
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('of'))
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  const gone = new Set<unknown>()
  for (const text of lines) {
    const line = parseLine(text)
    const isRemoved = line.r === 'person' && ('x' in line || 'k' in line)
    if (isRemoved || line.e === 'person') gone.add(line.i)
  }
  return { removed: gone.size, of }
}
