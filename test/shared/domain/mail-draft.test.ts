import { describe, expect, test } from 'vitest'
import { bccPortions, carriesText, longestAddress, mailtoOf } from '../../../shared/domain/mail-draft.ts'

const draft = { to: ['ria@example.org'], bcc: [], subject: 'Contributie & zo', body: 'Beste Ria,\n\nNog € 10.' }

describe('the address of a draft', () => {
  test('holds whom, what and the text, and nothing of it can add a field', () => {
    const address = new URL(mailtoOf({ ...draft, subject: 'a&bcc=kwaad@example.org' }) ?? '')
    expect([address.protocol, address.pathname]).toEqual(['mailto:', 'ria@example.org'])
    expect([...address.searchParams]).toEqual([
      ['subject', 'a&bcc=kwaad@example.org'],
      ['body', 'Beste Ria,\r\n\r\nNog € 10.'],
    ])
  })

  test.each([
    'ria@example.org?bcc=kwaad@example.org',
    'file:///etc/passwd',
    'ria',
    '',
    'ria@example.org,kwaad@example.org',
  ])('is not made for %s', (to) => {
    expect(mailtoOf({ ...draft, to: [to] })).toBeUndefined()
  })

  test('is not made for nobody', () => {
    expect(mailtoOf({ ...draft, to: [] })).toBeUndefined()
  })

  test('leaves a text out that would make it too long', () => {
    const long = { ...draft, body: 'é'.repeat(400) }
    expect(mailtoOf(long)?.length).toBeLessThanOrEqual(longestAddress)
    expect(mailtoOf(long)).not.toContain('body=')
    expect([carriesText(draft), carriesText(long)]).toEqual([true, false])
  })
})

test('many addresses go in portions that fit, all of them and each once', () => {
  const addresses = Array.from({ length: 130 }, (_, number) => `buur${number}@voorbeeldbuurt.example.org`)
  const rest = { subject: 'Bijeenkomst', body: 'Beste buren' }
  const portions = bccPortions(addresses, rest)
  expect(portions.flat()).toEqual(addresses)
  for (const bcc of portions) expect(carriesText({ to: [], bcc, ...rest })).toBe(true)
  expect(portions.length).toBeLessThanOrEqual(5)
})
