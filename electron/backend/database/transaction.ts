// Reads take a `Reader`, writes a `Transaction`: writing outside write() does not compile.
import type { Kysely, Transaction as KyselyTransaction } from 'kysely'
import type { Database } from './schema.ts'

declare const insideWrite: unique symbol

/** What a query needs: the open database or the transaction one is in. Never use the outer database inside a transaction: it waits forever. */
export type Reader = Pick<
  Kysely<Database>,
  'selectFrom' | 'with' | 'withRecursive' | 'fn' | 'getExecutor' | 'executeQuery'
>

/** Handed out by write() alone. */
export type Transaction = KyselyTransaction<Database> & { readonly [insideWrite]: true }
