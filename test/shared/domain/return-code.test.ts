import { describe, expect, it } from 'vitest'
import { knownReturnCode, meaningOfReturn, returnCodes } from '../../../shared/domain/return-code.ts'

describe('the code of a return', () => {
  it.each(['AM04', 'MS03'])('%s lets the same mandate be used again, after a word with the person', (code) => {
    expect(meaningOfReturn(code)).toEqual({ advice: 'again', holdsMandate: false, letter: true })
  })

  it.each(['AC01', 'AC04', 'AC13', 'AG01'])('%s asks for another account', (code) => {
    expect(meaningOfReturn(code)).toEqual({ advice: 'newIban', holdsMandate: true, letter: true })
  })

  it.each(['MD01', 'MD06', 'AC06', 'SL01', 'MS02'])('%s holds the mandate until there was contact', (code) => {
    expect(meaningOfReturn(code)).toEqual({ advice: 'contact', holdsMandate: true, letter: true })
  })

  it('of somebody who died sends nothing by itself', () => {
    expect(meaningOfReturn('MD07')).toEqual({ advice: 'deceased', holdsMandate: true, letter: false })
  })

  it.each(['AM05', 'BE05', 'AG02', 'MD02'])('%s is our own mistake: no letter', (code) => {
    expect(meaningOfReturn(code)).toMatchObject({ advice: 'ownMistake', letter: false })
  })

  it('that nobody knows holds the mandate', () => {
    expect(knownReturnCode('XX99')).toBeNull()
    expect(meaningOfReturn('XX99').holdsMandate).toBe(true)
  })

  it('is known in small letters too', () => {
    expect(returnCodes.every((code) => knownReturnCode(` ${code.toLowerCase()} `) === code)).toBe(true)
  })
})
