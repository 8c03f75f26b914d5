import { describe, expect, it } from 'vitest'
import { type PaymentQr, paymentQrText } from '../../../shared/domain/payment-qr.ts'

const request: PaymentQr = {
  holder: 'Stadsdorp Oosterweide',
  iban: 'NL13TEST0123456789',
  cents: 3005,
  about: { kind: 'words', text: 'Betalingskenmerk 5000056789012345' },
}

describe('the text of a payment code', () => {
  it('asks with words of our own', () => {
    expect(paymentQrText(request).split('\n')).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      '',
      'Stadsdorp Oosterweide',
      'NL13TEST0123456789',
      'EUR30.05',
      '',
      '',
      'Betalingskenmerk 5000056789012345',
    ])
  })

  it('asks with an RF reference, and then says nothing more', () => {
    const lines = paymentQrText({ ...request, about: { kind: 'reference', rf: 'RF18539007547034' } }).split('\n')
    expect(lines.slice(8)).toEqual(['', 'RF18539007547034'])
  })

  it.each([
    [1, 'EUR0.01'],
    [100, 'EUR1.00'],
    [123_456, 'EUR1234.56'],
    [99_999_999_999, 'EUR999999999.99'],
  ])('writes %i cents as %s', (cents, amount) => {
    expect(paymentQrText({ ...request, cents }).split('\n')[7]).toBe(amount)
  })

  it.each<[string, Partial<PaymentQr>]>([
    ['no amount', { cents: 0 }],
    ['part of a cent', { cents: 10.5 }],
    ['no name', { holder: ' ' }],
    ['a name of 71 letters', { holder: 'a'.repeat(71) }],
    ['a name that goes on in the next line', { holder: 'Stadsdorp\nNL91ABNA0417164300' }],
    ['an IBAN that cannot exist', { iban: 'NL13TEST0123456788' }],
    ['an RF that cannot exist', { about: { kind: 'reference', rf: 'RF19539007547034' } }],
    ['a betalingskenmerk in the place of an RF', { about: { kind: 'reference', rf: '5000056789012345' } }],
    ['words of 141 letters', { about: { kind: 'words', text: 'a'.repeat(141) } }],
    ['more than 331 bytes', { holder: 'é'.repeat(70), about: { kind: 'words', text: 'é'.repeat(140) } }],
  ])('is not made of %s', (_what, change) => {
    expect(() => paymentQrText({ ...request, ...change })).toThrow(/cannot hold/)
  })
})
