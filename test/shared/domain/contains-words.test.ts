import { expect, test } from 'vitest'
import { containsWords } from '../../../shared/domain/contains-words.ts'

test('every word that was typed is somewhere in the text, in any order and without its accents', () => {
  expect(containsWords('Zoë de Wit, Kerkstraat 4', 'kerk zoe')).toBe(true)
  expect(containsWords('Zoë de Wit, Kerkstraat 4', 'kerk anna')).toBe(false)
  expect(containsWords('Zoë de Wit', '  ')).toBe(true)
})
