// Looks whether the ledger is still as it was written: every link worked out again, and every row looked for.
import { CompiledQuery } from 'kysely'
import type { Reader } from '../database/transaction.ts'
import { chainStart, chainText, type LedgerValues, ledgerShape, nextHash } from './chain-text.ts'

export interface ChainFault {
  /** altered: the row says something else than it did. missing: the row is gone. added: it was put in from outside. */
  readonly fault: 'altered' | 'missing' | 'added'
  readonly table: string
  readonly id: string
}

/** The first row that is not as it was written; null when the whole ledger is. */
export async function checkChain(db: Reader, shape = ledgerShape): Promise<ChainFault | null> {
  const links = await rows<Link>(
    db,
    'SELECT id, device, place, table_name AS tableName, hash FROM ledger_chain ORDER BY device, place',
  )
  const rowsByTable = new Map<string, Map<string, LedgerValues>>()
  for (const table of shape.keys()) rowsByTable.set(table, await rowsById(db, table))
  let before = { device: '', place: 0, hash: chainStart }
  for (const link of links) {
    if (link.device !== before.device) before = { device: link.device, place: 0, hash: chainStart }
    const at = { table: link.tableName, id: link.id }
    if (link.place !== before.place + 1) return { fault: 'missing', ...at }
    const columns = shape.get(link.tableName)
    const values = rowsByTable.get(link.tableName)?.get(link.id)
    if (!columns || !values) return { fault: 'missing', ...at }
    if (nextHash(before.hash, chainText(link.tableName, columns, values)) !== link.hash)
      return { fault: 'altered', ...at }
    before = link
  }
  return unlinkedRow(links, rowsByTable)
}

/** The end of each chain: as long as nothing is added, two books with the same ends hold the same ledger. */
export async function chainEnds(db: Reader): Promise<{ device: string; place: number; hash: string }[]> {
  return rows(
    db,
    `SELECT c.device, c.place, c.hash FROM ledger_chain c
      JOIN (SELECT device, max(place) AS place FROM ledger_chain GROUP BY device) e ON e.device = c.device AND e.place = c.place
      ORDER BY c.device`,
  )
}

interface Link {
  readonly id: string
  readonly device: string
  readonly place: number
  readonly tableName: string
  readonly hash: string
}

function unlinkedRow(
  links: readonly Link[],
  rowsByTable: ReadonlyMap<string, ReadonlyMap<string, LedgerValues>>,
): ChainFault | null {
  const linked = new Set(links.map(({ id }) => id))
  for (const [table, byId] of rowsByTable)
    for (const id of byId.keys()) if (!linked.has(id)) return { fault: 'added', table, id }
  return null
}

async function rowsById(db: Reader, table: string): Promise<Map<string, LedgerValues>> {
  const all = await rows<LedgerValues>(db, `SELECT * FROM ${table}`)
  return new Map(all.map((values) => [String(values.id), values]))
}

async function rows<Row>(db: Reader, statement: string): Promise<Row[]> {
  const answer = await db.executeQuery(CompiledQuery.raw(statement) as CompiledQuery<Row>) // the caller wrote its columns
  return answer.rows
}
