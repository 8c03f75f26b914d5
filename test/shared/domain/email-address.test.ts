import { expect, test } from 'vitest'
import { readEmail } from '../../../shared/domain/email-address.ts'

test.each([
  [' Ria@Voorbeeld.NL ', 'Ria@voorbeeld.nl'],
  ['mailto:ria.berg+buurt@post.voorbeeld.nl', 'ria.berg+buurt@post.voorbeeld.nl'],
  ['Ria van den Berg <ria@voorbeeld.nl>', 'ria@voorbeeld.nl'],
])('%s is an address', (text, email) => {
  expect(readEmail(text)).toBe(email)
})

test.each([
  '',
  'ria',
  'ria@',
  'ria@voorbeeld',
  'ria@@voorbeeld.nl',
  'ria@voorbeeld..nl',
  'ria berg@voorbeeld.nl',
  'a@b.nl, c@d.nl',
  '.a@b.nl',
  'a@1.2.3.4',
])('%j is none', (text) => {
  expect(readEmail(text)).toBeNull()
})
