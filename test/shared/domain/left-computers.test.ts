import { expect, test } from 'vitest'
import { leftComputers } from '../../../shared/domain/left-computers.ts'

const now = new Date('2026-11-27T10:00:00Z')
const computer = (name: string, heardAt: string | null, isHere = false) => ({
  ...{ id: `${name} ${heardAt}`, name, isHere, heardAt },
})

test('a computer of which nothing came for a month is named with the day, and one that is here or just joined is not', () => {
  expect(
    leftComputers(
      [
        computer('Joyce', '2026-08-01T09:00:00Z', true),
        computer('Wim', '2026-10-01T09:00:00Z'),
        computer('Ria', '2026-11-20T09:00:00Z'),
        computer('Bep', null),
      ],
      now,
    ),
  ).toEqual({ quiet: [{ name: 'Wim', since: '2026-10-01T09:00:00Z' }], doubled: [] })
})

test('a name that stands there twice after a copy was put back is told, heard of or not', () => {
  expect(leftComputers([computer('Joyce', null, true), computer('Joyce', null), computer('Wim', null)], now)).toEqual({
    quiet: [],
    doubled: ['Joyce'],
  })
})
