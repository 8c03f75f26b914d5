import { expect, test } from 'vitest'
import { differingPart } from '../../../../renderer/screens/differences/differing-part.ts'

test.each([
  ['06-1000 2325', '06-1000 2352', ['06-1000 23', '25', '']],
  ['Meerkoetkade 21 A', 'Meerkoetkade 21', ['Meerkoetkade 21', ' A', '']],
  ['Belt liever in de avond', 'Belt liever in de ochtend', ['Belt liever in de ', 'avond', '']],
  ['zon en maan', 'zon en maan', ['zon en maan', '', '']],
  ['aa', 'a', ['a', 'a', '']],
])('of %s beside %s the part that differs stands apart', (text, other, parts) => {
  expect(differingPart(text, other).join('')).toBe(text)
  expect(differingPart(text, other)).toEqual(parts)
})
