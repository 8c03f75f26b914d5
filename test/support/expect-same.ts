// Apart from the books themselves: figures open those too, where nobody expects.
import { expect } from 'vitest'
import { checkChain } from '../../electron/backend/ledger-chain/check-chain.ts'
import { type SharedBook, scopes } from './shared-books.ts'

/** Every part of the book is the same on all of them, and no chain of the ledger is broken. */
export async function expectSame(...books: readonly SharedBook[]): Promise<void> {
  for (const scope of scopes) {
    const digests = new Set<string>()
    for (const book of books) digests.add(await book.digest(scope))
    expect([scope, digests.size]).toEqual([scope, 1])
  }
  for (const book of books) expect(await checkChain(book.context.db)).toBeNull()
}
