import { expect, it } from 'vitest'
import { effectOf } from '../../../shared/domain/barriers.ts'

const held = (...counts: readonly (readonly [day: string, came: number])[]) =>
  counts.map(([day, came]) => ({ id: day, day, title: 'Fietsles', came }))

it('the day of the measure itself is after', () => {
  const effect = effectOf(held(['2026-09-01', 2], ['2026-09-08', 6]), '2026-09-08')
  expect([effect.averageBefore, effect.averageAfter]).toEqual([2, 6])
})

it('takes the nearest three on either side, so that nobody can pick the ones that look best', () => {
  const lessons = held(
    ['2026-08-01', 40],
    ['2026-08-08', 1],
    ['2026-08-15', 2],
    ['2026-08-22', 3],
    ['2026-09-01', 4],
    ['2026-09-08', 5],
    ['2026-09-15', 6],
    ['2026-09-22', 40],
  )
  const effect = effectOf(lessons, '2026-09-01')
  expect([effect.averageBefore, effect.averageAfter]).toEqual([2, 5])
})

it('says nothing where nothing was held, and halves where they are', () => {
  const effect = effectOf(held(['2026-09-08', 6], ['2026-09-15', 7]), '2026-09-01')
  expect([effect.averageBefore, effect.averageAfter]).toEqual([null, 6.5])
})
