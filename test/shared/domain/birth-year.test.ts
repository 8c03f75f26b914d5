import { expect, test } from 'vitest'
import { isBirthYear, readBirthYear } from '../../../shared/domain/birth-year.ts'

test('a year of birth lies within a long life', () => {
  expect([1905, 1906, 2026, 2027, 1948.5].map((year) => isBirthYear(year, 2026))).toEqual([
    false,
    true,
    true,
    false,
    false,
  ])
})

test.each([
  ['1948', 1948],
  [1948, 1948],
  ['12-03-1948', 1948],
  ['1948-03-12', 1948],
  ['maart', null],
  ['1948 of 1949', null],
  ['19480', null],
])('%j', (text, year) => {
  expect(readBirthYear(text, 2026)).toBe(year)
})
