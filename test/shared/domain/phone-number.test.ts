import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDutchPhone, readPhone, readPhoneDigits, readPhones } from '../../../shared/domain/phone-number.ts'

describe('one number has one spelling', () => {
  test.each([
    ['06-1000 2214', '06-1000 2214'],
    ['0610002214', '06-1000 2214'],
    ['+31 (0)6 1000 2214', '06-1000 2214'],
    ['0031610002214', '06-1000 2214'],
    ['Tel: 06 10002214', '06-1000 2214'],
    ["'0610002214", '06-1000 2214'],
    ['(020) 000 00 12', '020-000 0012'],
    ['0344-123456', '0344-12 34 56'],
    ['0800-1234', '0800-1234'],
    ['+32 470 12 34 56', '+32470123456'],
  ])('%s', (written, phone) => {
    expect(readPhone(written)).toMatchObject({ ok: true, phone, repaired: false })
  })

  test('reading what was written down changes nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[1-79]\d{8}$/), (digits) => {
        const reading = readPhone(digits)
        if (!reading.ok) throw new Error(digits)
        expect(readPhone(reading.phone)).toMatchObject({ ok: true, phone: reading.phone })
        expect(readPhoneDigits(reading.phone)).toBe(digits)
      }),
    )
  })
})

describe('what Excel did to a number', () => {
  test.each([
    [610002214, '06-1000 2214'],
    ['610002214.0', '06-1000 2214'],
    ['6,10002214E+8', '06-1000 2214'],
    ['31610002214', '06-1000 2214'],
  ])('%s is put right', (written, phone) => {
    expect(readPhone(written)).toMatchObject({ ok: true, phone, repaired: true })
  })

  test.each(['6.12346E+8', '6,1000221E+8', '6E+08'])('%s has lost digits for good', (written) => {
    expect(readPhone(written)).toMatchObject({ ok: false, problem: 'digitsLost' })
  })
})

test.each([
  ['06-1000 229', 'tooShort', 1],
  ['1234567', 'tooShort', 2],
  ['06-1000 22140', 'tooLong', 0],
  ['06-10OO 2214', 'letters', 0],
  ['+31 6 1000', 'tooShort', 4],
  ['', 'tooShort', 9],
])('%j is refused with its reason', (written, problem, missing) => {
  expect(readPhone(written)).toEqual({ ok: false, problem, missing })
})

test('a cell may hold two numbers', () => {
  const phones = (text: string) => readPhones(text).map((reading) => (reading.ok ? reading.phone : reading.problem))
  expect(phones('020-0000012 / 06-10002214')).toEqual(['020-000 0012', '06-1000 2214'])
  expect(phones('06/10002214')).toEqual(['06-1000 2214'])
  expect(phones('06-10002214 / 12')).toEqual(['tooLong'])
})

test('half a number is grouped as far as it goes', () => {
  expect(formatDutchPhone('06100')).toBe('06-100')
  expect(readPhoneDigits('+31 6 1000')).toBe('061000')
})
