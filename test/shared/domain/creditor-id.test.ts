import { describe, expect, it } from 'vitest'
import { creditorIdOfKvk, isCreditorId, plainCreditorId } from '../../../shared/domain/creditor-id.ts'

describe('a creditor identifier', () => {
  it('with the right check digits can exist', () => {
    expect(isCreditorId('NL51ZZZ405365330000')).toBe(true)
    expect(isCreditorId('DE98ZZZ09999999999')).toBe(true)
  })

  it.each([
    '',
    'NL50ZZZ405365330000',
    'NL51ZZZ40536533000',
    'NL51ZZZ4053653300000',
    'NL51ZZZ40536533000A',
    'nl51zzz405365330000',
    '51ZZZ405365330000',
  ])('%s cannot', (id) => {
    expect(isCreditorId(id)).toBe(false)
  })

  it('keeps its check digits whatever the business code', () => {
    expect(isCreditorId('NL51001405365330000')).toBe(true)
  })

  it('with one wrong digit never passes', () => {
    const good = 'NL51ZZZ405365330000'
    for (let place = 7; place < good.length; place += 1)
      for (let digit = 0; digit < 10; digit += 1) {
        const changed = good.slice(0, place) + digit + good.slice(place + 1)
        expect(isCreditorId(changed)).toBe(changed === good)
      }
  })

  it('follows from the KvK number', () => {
    expect(creditorIdOfKvk('40536533')).toBe('NL51ZZZ405365330000')
    expect(creditorIdOfKvk(' 4053 6533 ')).toBe('NL51ZZZ405365330000')
    expect(creditorIdOfKvk('4053653')).toBeUndefined()
    expect(creditorIdOfKvk('4053653a')).toBeUndefined()
  })

  it('made from any KvK number is a good one', () => {
    for (let number = 1; number < 99_999_999; number += 654_321)
      expect(isCreditorId(creditorIdOfKvk(String(number).padStart(8, '0')) ?? '')).toBe(true)
  })

  it('is kept without spaces and small letters', () => {
    expect(plainCreditorId(' nl51 zzz 4053 6533 0000 ')).toBe('NL51ZZZ405365330000')
  })
})
