import { expect, test } from 'vitest'
import { parseTime } from '../../../shared/domain/time-of-day.ts'

test.each([
  ['16', '16:00'],
  ['16.00', '16:00'],
  ['16:30', '16:30'],
  ['1630', '16:30'],
  ['930', '09:30'],
  ['9.30 uur', '09:30'],
  ['9u', '09:00'],
  ['0:00', '00:00'],
])('%s is %s', (typed, time) => {
  expect(parseTime(typed)).toBe(time)
})

test.each(['', '24:00', '12:60', 'vier uur', '12:3', '-1'])('%s is no time', (typed) => {
  expect(parseTime(typed)).toBeUndefined()
})
