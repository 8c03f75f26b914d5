import { describe, expect, it } from 'vitest'
import {
  findPaymentReferences,
  formatPaymentReference,
  isPaymentReference,
  makePaymentReference,
} from '../../../shared/domain/payment-reference.ts'
import { seededRandom } from '../../support/random.ts'

/** Every number that differs from this one in a single digit. */
function neighbours(digits: string): string[] {
  return [...digits].flatMap((digit, place) =>
    [...'0123456789']
      .filter((other) => other !== digit)
      .map((other) => digits.slice(0, place) + other + digits.slice(place + 1)),
  )
}

const random = seededRandom(20261125)
const fifteen = () => Array.from({ length: 15 }, () => random.below(10)).join('')

describe('a betalingskenmerk', () => {
  it('of 16 digits has its check digit first', () => {
    expect(isPaymentReference('5000056789012345')).toBe(true)
    expect(makePaymentReference('000056789012345')).toBe('5000056789012345')
  })

  it('of 7 digits has no check', () => {
    expect(isPaymentReference('1234567')).toBe(true)
  })

  it.each([9, 10, 11, 12, 13, 14])('of %i digits has a check digit and the code of its length', (length) => {
    const body = '123456789012'.slice(0, length - 2)
    const valid = [...'0123456789'].flatMap((check) =>
      [...'0123456789'].map((code) => check + code + body).filter(isPaymentReference),
    )
    expect(valid).toHaveLength(1)
    expect(Number(valid[0]?.[1])).toBe((length - 2) % 10)
  })

  it('of twelve digits after the length code is the one that the banks give as example', () => {
    expect(isPaymentReference('12234534622567')).toBe(true)
  })

  it.each([
    '',
    '123456',
    '12345678',
    '123456789012345',
    '50000567890123456',
    '5000 0567 8901 2345',
    'A000056789012345',
  ])('%j is none', (text) => {
    expect(isPaymentReference(text)).toBe(false)
  })

  it('that we give out is refused with any one digit changed', () => {
    const given = ['5000056789012345', ...Array.from({ length: 2000 }, () => makePaymentReference(fifteen()) ?? '')]
    for (const reference of given.filter((one) => one !== '')) {
      expect(isPaymentReference(reference)).toBe(true)
      expect(neighbours(reference).filter(isPaymentReference)).toEqual([])
    }
  })

  it('with check digit 1 could hide a mistake, and is not given out (control)', () => {
    const refused = Array.from({ length: 2000 }, fifteen).filter((number) => makePaymentReference(number) === undefined)
    expect(refused.length).toBeGreaterThan(100)
    const hidden = refused.filter((number) => neighbours(`1${number}`).some(isPaymentReference))
    expect(hidden.length).toBe(refused.length)
  })

  it('is printed in groups of four', () => {
    expect(formatPaymentReference('5000056789012345')).toBe('5000 0567 8901 2345')
  })

  it.each([
    ['Betalingskenmerk 5000056789012345', ['5000056789012345']],
    ['contributie 5000 0567 8901 2345, dank', ['5000056789012345']],
    ['5000.0567.8901.2345', ['5000056789012345']],
    ['kenmerk 5000 0567 8901 2346', []],
    ['NL91ABNA5000056789012345', []],
    ['50000567890123451', []],
    ['lid 12, november', []],
  ])('is found in %j', (text, found) => {
    expect(findPaymentReferences(text)).toEqual(found)
  })
})
