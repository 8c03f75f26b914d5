import { expect, test } from 'vitest'
import { findGaps, movedBetween } from '../../../../electron/backend/bank/statement-chain.ts'

const statement = (openDay: string, openCents: number, closeDay: string, closeCents: number) => ({
  openDay,
  openCents,
  closeDay,
  closeCents,
})
const nothingMoved = () => 0

/** One statement a day, € 1 each day, as Rabobank writes them. */
const daily = Array.from({ length: 30 }, (_none, at) => {
  const day = `2026-11-${String(at + 1).padStart(2, '0')}`
  return statement(day, at * 100, day, at * 100 + 100)
})

test('statements that follow each other have no gap, in whichever order they came', () => {
  expect(findGaps(daily, nothingMoved)).toEqual([])
  expect(findGaps(daily.toReversed(), nothingMoved)).toEqual([])
})

test('a missing statement is told with its days and amounts', () => {
  expect(findGaps(daily.toSpliced(9, 1), nothingMoved)).toEqual([
    { afterDay: '2026-11-09', afterCents: 900, beforeDay: '2026-11-11', beforeCents: 1000 },
  ])
})

test('a statement without lines that is missing leaves no gap, because nothing is missing', () => {
  const first = statement('2026-11-01', 500, '2026-11-05', 800)
  expect(findGaps([first, statement('2026-11-20', 800, '2026-11-30', 900)], nothingMoved)).toEqual([])
})

test('two statements of one day follow each other in the order in which they came', () => {
  const morning = statement('2026-11-05', 100, '2026-11-05', 250)
  expect(findGaps([morning, statement('2026-11-05', 250, '2026-11-05', 300)], nothingMoved)).toEqual([])
})

test('a statement that begins inside an earlier one is held against the lines', () => {
  const first = statement('2026-11-01', 0, '2026-11-10', 1000)
  const second = statement('2026-11-05', 400, '2026-11-15', 1700)
  const lines = [{ day: '2026-11-12', cents: 700 }]
  expect(findGaps([first, second], movedBetween(lines))).toEqual([])
  expect(findGaps([first, second], movedBetween([]))).toHaveLength(1)
})

test('the same statement from two files is one', () => {
  const one = statement('2026-11-01', 0, '2026-11-10', 1000)
  expect(findGaps([one, { ...one }, statement('2026-11-10', 1000, '2026-11-11', 900)], nothingMoved)).toEqual([])
})

test('statements without balances say nothing', () => {
  const bare = { openDay: null, openCents: null, closeDay: null, closeCents: null }
  expect(findGaps([daily[0] ?? bare, bare, daily[2] ?? bare], nothingMoved)).toHaveLength(1)
  expect(findGaps([bare], nothingMoved)).toEqual([])
})
