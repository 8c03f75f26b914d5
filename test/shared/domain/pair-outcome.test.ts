import { expect, it } from 'vitest'
import { outcomeOf } from '../../../shared/domain/pair-outcome.ts'

it('counts every pair that was formed, also those of whom nobody heard', () => {
  expect(outcomeOf([0, 0, 1, 2, 9])).toEqual({ pairs: 5, never: 2, once: 1, oftener: 2 })
  expect(outcomeOf([])).toEqual({ pairs: 0, never: 0, once: 0, oftener: 0 })
})
