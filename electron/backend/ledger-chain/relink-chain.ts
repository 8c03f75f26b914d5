// A row that two computers made got the words of the other one: the links of the chain it stands in are worked out again from there.
import { CompiledQuery } from 'kysely'
import type { Transaction } from '../database/transaction.ts'
import { blocksAfter, endOf, linksOf, type RowToLink } from './chain-blocks.ts'
import { type LedgerValues, ledgerShape } from './chain-text.ts'

export async function relinkChain(tx: Transaction, table: string, id: string): Promise<void> {
  const found = await tx
    .selectFrom('ledger_chain')
    .select(['device', 'place'])
    .where('rows', 'like', `%${table} ${id} %`)
    .executeTakeFirst()
  if (!found) return
  const blocks = await tx
    .selectFrom('ledger_chain')
    .selectAll()
    .where('device', '=', found.device)
    .orderBy('place')
    .execute()
  const at = blocks.findIndex(({ place }) => place === found.place)
  let end = endOf(blocks[at - 1])
  for (const block of blocks.slice(at)) {
    const rows: RowToLink[] = []
    for (const link of linksOf(block)) rows.push(await rowToLink(tx, link.table, link.id))
    const [made] = blocksAfter(end, block.device, rows)
    if (!made) continue
    await tx.updateTable('ledger_chain').set({ rows: made.rows, hash: made.hash }).where('id', '=', block.id).execute()
    end = endOf({ ...block, ...made, id: block.id })
  }
}

async function rowToLink(tx: Transaction, table: string, id: string): Promise<RowToLink> {
  const columns = ledgerShape.get(table) ?? []
  const { rows } = await tx.executeQuery(
    CompiledQuery.raw(`SELECT * FROM ${table} WHERE id = ?`, [id]) as CompiledQuery<LedgerValues>, // flat rows of texts and whole numbers
  )
  return { table, columns, values: rows[0] ?? { id } }
}
