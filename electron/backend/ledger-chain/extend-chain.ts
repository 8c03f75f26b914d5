// Ties every row of the ledger that an action wrote to the rows before it. write() calls this, whatever code did the writing.
import { CompiledQuery } from 'kysely'
import type { Table } from '../database/declare-table.ts'
import { insertRows } from '../database/insert-rows.ts'
import { allTables } from '../database/schema.ts'
import type { Transaction } from '../database/transaction.ts'
import { blocksAfter, endOf } from './chain-blocks.ts'
import { type LedgerValues, ledgerShape } from './chain-text.ts'

const ledger = new Map(allTables.filter((table) => table.class === 'fact').map((table) => [table.name, table]))
const ledgerNames = [...ledger.keys()].map((name) => `'${name}'`).join(', ')

export interface LedgerRow {
  readonly table: Table
  readonly values: LedgerValues
}

/** A multiple of what a block of the chain holds, so that the blocks of a long action are full. */
const rowsPerPage = 5_000

/**
 * The rows an action added to the ledger, in order, page by page: of a dues run over a large association there are hundreds of
 * thousands, and to hold them all costs more than to read them.
 * @param touched the tables it wrote in
 */
export async function* ledgerRowsOf(
  tx: Transaction,
  actionSeq: number,
  touched: readonly string[],
): AsyncGenerator<LedgerRow[]> {
  if (!touched.some((name) => ledger.has(name))) return
  for (let last = 0; ; ) {
    const { rows } = await tx.executeQuery(
      CompiledQuery.raw(
        `SELECT seq, table_name, after FROM change WHERE action_seq = ? AND seq > ? AND table_name IN (${ledgerNames})
          ORDER BY seq LIMIT ${rowsPerPage}`,
        [actionSeq, last],
      ) as CompiledQuery<{ seq: number; table_name: string; after: string }>, // a row of the ledger is only ever inserted, so there is an after
    )
    if (rows.length > 0)
      yield rows.flatMap(({ table_name, after }) => {
        const table = ledger.get(table_name)
        return table ? [{ table, values: JSON.parse(after) as LedgerValues }] : [] // the journal's own JSON of a flat row
      })
    if (rows.length < rowsPerPage) return
    last = rows.at(-1)?.seq ?? last
  }
}

export async function extendChain(tx: Transaction, device: string, rows: readonly LedgerRow[]): Promise<void> {
  if (rows.length === 0) return
  // From the end: the last block is nearly always of this computer.
  const last = await tx
    .selectFrom('ledger_chain')
    .selectAll()
    .where('device', '=', device)
    .orderBy('row_no', 'desc')
    .limit(1)
    .executeTakeFirst()
  const linked = rows.map(({ table: { name }, values }) => ({
    table: name,
    columns: ledgerShape.get(name) ?? [],
    values,
  }))
  await insertRows(tx, 'ledger_chain', blocksAfter(endOf(last), device, linked))
}
