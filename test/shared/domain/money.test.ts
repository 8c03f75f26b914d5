import fc from 'fast-check'
import { expect, test } from 'vitest'
import { centsAsTyped, parseCents } from '../../../shared/domain/money.ts'

test.each([
  ['60', 6000],
  ['60,00', 6000],
  ['60.00', 6000],
  ['60,5', 6050],
  ['€ 60,00', 6000],
  ['EUR 60', 6000],
  ['€ 1.234,50', 123_450],
  ['1,234.50', 123_450],
  ['1.234', 123_400],
  ['60,-', 6000],
  ['60,--', 6000],
  ['-5', -500],
  ['€ -5,25', -525],
  ['0', 0],
  [' 7 , 50 ', 750],
  ['€ 1 234,50', 123_450],
  ['1\u00a0000\u00a0000', 100_000_000],
])('%s is %i cents', (typed, cents) => {
  expect(parseCents(typed)).toBe(cents)
})

test.each([
  '',
  'tien',
  '1,2,3',
  '1.234.50',
  '1.23.456',
  '12.34,56',
  '12,345',
  '1,234.567,89',
  '5-',
  '9999999999',
  '1e5',
  '12 50',
  '12 5',
  '1 2345',
  '€',
])('%s is no amount', (typed) => {
  expect(parseCents(typed)).toBeUndefined()
})

test('what a field shows is read back as the same amount', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100_000_000, max: 100_000_000 }),
      (cents) => parseCents(centsAsTyped(cents)) === cents,
    ),
  )
})

test('negative amounts below a euro keep their sign', () => {
  expect(centsAsTyped(-5)).toBe('-0,05')
})
