// Links of the chain in blocks, as they are kept.
import { chainStart, chainText, type LedgerValues, nextHash } from './chain-text.ts'

export interface ChainBlock {
  readonly id: string
  readonly device: string
  readonly place: number
  readonly links: number
  readonly rows: string
  readonly hash: string
}

export interface ChainEnd {
  readonly place: number
  readonly hash: string
}

export interface RowToLink {
  readonly table: string
  readonly columns: readonly string[]
  readonly values: LedgerValues
}

export interface Link {
  readonly table: string
  readonly id: string
  /** The beginning of its hash; enough to see which link it is that does not hold. */
  readonly mark: string
}

/** Where a chain stands after its last block; undefined: there is none. */
export const endOf = (last: ChainBlock | undefined): ChainEnd =>
  last ? { place: last.place + last.links - 1, hash: last.hash } : { place: 0, hash: chainStart }

const linksPerBlock = 500
const markLength = 16

export const markOf = (hash: string): string => hash.slice(0, markLength)

/** The blocks that go on from `end`. */
export function blocksAfter(end: ChainEnd, device: string, rows: readonly RowToLink[]): ChainBlock[] {
  const blocks: ChainBlock[] = []
  let { place, hash } = end
  for (let start = 0; start < rows.length; start += linksPerBlock) {
    const block = rows.slice(start, start + linksPerBlock)
    const first = place + 1
    const lines: string[] = []
    for (const { table, columns, values } of block) {
      hash = nextHash(hash, chainText(table, columns, values))
      lines.push(`${table} ${values.id} ${markOf(hash)}`)
    }
    place += block.length
    blocks.push({ id: `${device}/${first}`, device, place: first, links: block.length, rows: lines.join('\n'), hash })
  }
  return blocks
}

export function linksOf(block: ChainBlock): Link[] {
  return block.rows.split('\n').map((line) => {
    const [table = '', id = '', mark = ''] = line.split(' ')
    return { table, id, mark }
  })
}
