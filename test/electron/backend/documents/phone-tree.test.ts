import { expect, test } from 'vitest'
import { divideCalls } from '../../../../electron/backend/documents/phone-tree.ts'

const people = (count: number) => Array.from({ length: count }, (_each, at) => at)

test.each([0, 1, 2, 6, 7, 31, 50, 156])(
  '%i people: each but the first is rung once, after who rings them, and nobody rings too many',
  (count) => {
    const calls = divideCalls(people(count), 5)
    expect(calls.flatMap(({ called }) => called)).toEqual(people(count).slice(1))
    for (const { caller, called } of calls) {
      expect(called.length).toBeLessThanOrEqual(5)
      for (const person of called) expect(person).toBeGreaterThan(caller)
    }
  },
)

test('fifty people hear it within three calls', () => {
  const rungBy = new Map(divideCalls(people(50), 5).flatMap(({ caller, called }) => called.map((one) => [one, caller])))
  const calls = (person: number): number => (person === 0 ? 0 : 1 + calls(rungBy.get(person) ?? 0))
  expect(Math.max(...people(50).map(calls))).toBe(3)
})
