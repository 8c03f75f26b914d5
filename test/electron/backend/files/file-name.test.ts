import { expect, it } from 'vitest'
import { fileName } from '../../../../electron/backend/files/file-name.ts'

it('keeps a title as it is, without the signs that a system refuses in a name', () => {
  expect(fileName('Barbecue: wie komt er? / 2026')).toBe('Barbecue wie komt er 2026')
  expect(fileName("'s Avonds in de Merelhof, het “kleine” feest")).toBe("'s Avonds in de Merelhof, het “kleine” feest")
})

it.each([78, 79, 80])('cuts a long one before an emoji and never through it (%i signs before it)', (signs) => {
  const name = fileName(`${'a'.repeat(signs)}🎉 en daarna`)
  expect(name.length).toBeLessThanOrEqual(80)
  // The doors put it in a header, and half a sign cannot be written there.
  expect(decodeURIComponent(encodeURIComponent(name))).toBe(name)
})

it('ends with no space where it was cut', () => {
  expect(fileName(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79))
})
