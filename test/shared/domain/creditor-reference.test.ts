import { describe, expect, it } from 'vitest'
import { isCreditorReference, makeCreditorReference } from '../../../shared/domain/creditor-reference.ts'

describe('an RF reference', () => {
  it('can exist, and is made from what it says', () => {
    expect(isCreditorReference('RF18539007547034')).toBe(true)
    expect(makeCreditorReference('539007547034')).toBe('RF18539007547034')
    expect(isCreditorReference(makeCreditorReference('BV2026LID0042'))).toBe(true)
  })

  it.each(['', 'RF18', 'RF19539007547034', 'rf18539007547034', 'RF18 5390 0754 7034', 'RF18539007547034539007547'])(
    '%j cannot',
    (text) => {
      expect(isCreditorReference(text)).toBe(false)
    },
  )

  it('with one wrong digit never passes', () => {
    const good = 'RF18539007547034'
    for (let place = 2; place < good.length; place += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const changed = good.slice(0, place) + digit + good.slice(place + 1)
        expect(isCreditorReference(changed)).toBe(changed === good)
      }
    }
  })
})
