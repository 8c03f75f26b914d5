import { describe, expect, it } from 'vitest'
import { hideSmall } from '../../../../electron/backend/reports/hide-small.ts'
import {
  cents,
  count,
  facts,
  persons,
  personsOf,
  shareOfPersons,
  table,
  text,
  word,
} from '../../../../electron/backend/reports/report-cells.ts'

const cellsOf = (rows: Parameters<typeof table>[2], total?: Parameters<typeof table>[3]) => {
  const [block] = hideSmall({ blocks: [table('people', ['group', 'people'], rows, total)] }).blocks
  if (block?.kind !== 'table') throw new Error('a table went in')
  return block.rows.map(({ cells }) => cells[1])
}

describe('a number of people', () => {
  it('is not said when it is one to four', () => {
    const page = hideSmall({ blocks: [facts(null, { people: persons(4), others: persons(5), nobody: persons(0) })] })
    expect(page.blocks[0]).toMatchObject({
      facts: [
        { label: 'people', value: { kind: 'persons', n: null } },
        { label: 'others', value: { kind: 'persons', n: 5 } },
        { label: 'nobody', value: { kind: 'persons', n: 0 } },
      ],
    })
  })

  it('cannot be worked out from the total beside it', () => {
    const shown = cellsOf(
      [
        [text('Noord'), persons(12)],
        [text('Zuid'), persons(3)],
      ],
      [word('total'), persons(15)],
    )
    expect(shown).toEqual([{ kind: 'persons', n: 12 }, { kind: 'persons', n: null }, { kind: 'hidden' }])
  })

  it('cannot be worked out from the same sum elsewhere on the page', () => {
    const rows = [[text('Noord'), persons(12)] as const, [text('Zuid'), persons(3)] as const]
    const [above] = hideSmall({
      blocks: [facts(null, { all: persons(15), others: persons(16) }), table('people', ['group', 'people'], rows)],
    }).blocks
    expect(above).toMatchObject({
      facts: [
        { label: 'all', value: { kind: 'hidden' } },
        { label: 'others', value: { kind: 'persons', n: 16 } },
      ],
    })
  })

  it('has its total where several are hidden that could be this or that, but not where they must all be one', () => {
    const rows = (counts: readonly number[]) => counts.map((n) => [text('groep'), persons(n)] as const)
    expect(cellsOf(rows([12, 2, 3]), [word('total'), persons(17)]).at(-1)).toEqual(persons(17))
    expect(cellsOf(rows([12, 1, 1]), [word('total'), persons(14)]).at(-1)).toEqual({ kind: 'hidden' })
    expect(cellsOf(rows([12, 4, 4]), [word('total'), persons(20)]).at(-1)).toEqual({ kind: 'hidden' })
  })

  it('that is part of another is not said where the rest is a few', () => {
    expect([personsOf(38, 40), personsOf(40, 40), personsOf(20, 40), personsOf(3, 40)]).toEqual([
      { kind: 'hidden' },
      persons(40),
      persons(20),
      persons(3),
    ])
  })

  it('has its total where nothing beside it is hidden', () => {
    const shown = cellsOf(
      [
        [text('Noord'), persons(12)],
        [text('Zuid'), persons(8)],
      ],
      [word('total'), persons(20)],
    )
    expect(shown.at(-1)).toEqual({ kind: 'persons', n: 20 })
  })

  it('has no share that tells of a few: not of those who did, nor of those who did not', () => {
    expect([shareOfPersons(3, 20), shareOfPersons(18, 20), shareOfPersons(10, 20), shareOfPersons(0, 20)]).toEqual([
      { kind: 'hidden' },
      { kind: 'hidden' },
      { kind: 'share', part: 10, whole: 20 },
      { kind: 'share', part: 0, whole: 20 },
    ])
  })
})

describe('the control', () => {
  it('a number of things, or an amount, is said however small it is', () => {
    const rows = [[text('Noord'), count(2)] as const, [text('Zuid'), cents(400)] as const]
    expect(cellsOf(rows)).toEqual([count(2), cents(400)])
  })
})
