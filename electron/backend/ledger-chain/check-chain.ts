// Looks whether the ledger is still as it was written: every link worked out again, and every row looked for.
import { CompiledQuery } from 'kysely'
import type { Reader } from '../database/transaction.ts'
import { type ChainBlock, endOf, type Link, linksOf, markOf } from './chain-blocks.ts'
import { chainText, type LedgerValues, ledgerShape, nextHash } from './chain-text.ts'

export interface ChainFault {
  /** altered: the row says something else than it did. missing: the row is gone. added: it was put in from outside. */
  readonly fault: 'altered' | 'missing' | 'added'
  readonly table: string
  readonly id: string
}

/** The first row that is not as it was written; null when the whole ledger is. */
export async function checkChain(db: Reader, shape = ledgerShape): Promise<ChainFault | null> {
  const ledger = new Map<string, Map<string, LedgerValues>>()
  for (const table of shape.keys()) ledger.set(table, await rowsById(db, table))
  let before: ChainBlock | undefined
  for (const block of await blocksInOrder(db)) {
    const fault = checkBlock(block, before?.device === block.device ? before : undefined, ledger, shape)
    if (fault) return fault
    before = block
  }
  // Every link took its row out.
  for (const [table, left] of ledger) for (const id of left.keys()) return { fault: 'added', table, id }
  return null
}

/** The end of each chain: as long as nothing is added, two books with the same ends hold the same ledger. */
export async function chainEnds(db: Reader): Promise<{ device: string; place: number; hash: string }[]> {
  const last = new Map<string, ChainBlock>()
  for (const block of await blocksInOrder(db)) last.set(block.device, block)
  return [...last].map(([device, block]) => ({ device, ...endOf(block) }))
}

function checkBlock(
  block: ChainBlock,
  before: ChainBlock | undefined,
  ledger: ReadonlyMap<string, Map<string, LedgerValues>>,
  shape: typeof ledgerShape,
): ChainFault | null {
  let { place, hash } = endOf(before)
  let last: Link = { table: 'ledger_chain', id: block.id, mark: '' }
  if (block.place !== place + 1) return { fault: 'missing', ...firstOf(block) }
  for (const link of linksOf(block)) {
    const at = { table: link.table, id: link.id }
    const values = ledger.get(link.table)?.get(link.id)
    if (!values) return { fault: 'missing', ...at }
    hash = nextHash(hash, chainText(link.table, shape.get(link.table) ?? [], values))
    if (markOf(hash) !== link.mark) return { fault: 'altered', ...at }
    ledger.get(link.table)?.delete(link.id)
    place += 1
    last = link
  }
  const isWhole = place === block.place + block.links - 1 && hash === block.hash
  return isWhole ? null : { fault: 'altered', table: last.table, id: last.id }
}

function firstOf(block: ChainBlock): { table: string; id: string } {
  const [first] = linksOf(block)
  return { table: first?.table ?? 'ledger_chain', id: first?.id ?? block.id }
}

const blocksInOrder = (db: Reader) =>
  rows<ChainBlock>(db, 'SELECT id, device, place, links, rows, hash FROM ledger_chain ORDER BY device, place')

async function rowsById(db: Reader, table: string): Promise<Map<string, LedgerValues>> {
  const all = await rows<LedgerValues>(db, `SELECT * FROM ${table}`)
  return new Map(all.map((values) => [String(values.id), values]))
}

async function rows<Row>(db: Reader, statement: string): Promise<Row[]> {
  const answer = await db.executeQuery(CompiledQuery.raw(statement) as CompiledQuery<Row>) // the caller wrote its columns
  return answer.rows
}
