import { expect, test } from 'vitest'
import { nl } from '../../../renderer/i18n/nl.ts'
import { pseudoText, pseudoWords } from '../../../renderer/i18n/pseudo-locale.ts'

test('a made-up word is marked, at least 40 percent longer, and keeps what is filled in', () => {
  const text = pseudoText('Bewaard, {{time}} door {{name}}')
  expect(text).toMatch(/^\[.*\]$/)
  expect(text).toContain('{{time}}')
  expect(text).toContain('{{name}}')
  expect(text.length).toBeGreaterThanOrEqual('Bewaard, {{time}} door {{name}}'.length * 1.2)
})

test('all keys stay', () => {
  expect(Object.keys(pseudoWords(nl))).toEqual(Object.keys(nl))
  expect(JSON.stringify(pseudoWords({ a: { b: 'Mensen' } }))).toContain('Méñšéñ')
})
