import { describe, expect, it } from 'vitest'
import { isIban, plainIban } from '../../../shared/domain/iban.ts'

describe('an account number', () => {
  it.each(['NL13TEST0123456789', 'NL91ABNA0417164300', 'DE89370400440532013000', 'BE68539007547034'])(
    '%s can exist',
    (iban) => {
      expect(isIban(iban)).toBe(true)
    },
  )

  it.each([
    '',
    'NL13TEST0123456788',
    'NL31TEST0123456789',
    'NL13TEST012345678',
    'NL130TEST123456789',
    '13TEST0123456789',
    'nl13test0123456789',
  ])('%s cannot', (iban) => {
    expect(isIban(iban)).toBe(false)
  })

  it('is kept without spaces, points and small letters', () => {
    expect(plainIban(' nl13 test.0123-4567 89 ')).toBe('NL13TEST0123456789')
  })

  it('with one wrong digit never passes', () => {
    const good = 'NL13TEST0123456789'
    for (let place = 8; place < good.length; place += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const changed = good.slice(0, place) + digit + good.slice(place + 1)
        expect(isIban(changed)).toBe(changed === good)
      }
    }
  })
})
