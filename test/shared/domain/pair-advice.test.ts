import { describe, expect, it } from 'vitest'
import { adviseOnPair, sharedWords } from '../../../shared/domain/pair-advice.ts'

const good = { sharedGround: 'Koken', aBrings: 'Recepten', bBrings: 'Taal', isOnce: false, hasCoach: true }

describe('advice on a pair', () => {
  it('is silent when there is shared ground, both bring something, often, with somebody who guides', () => {
    expect(adviseOnPair(good)).toEqual([])
  })

  it('names what is missing', () => {
    expect(adviseOnPair({ ...good, sharedGround: ' ' })).toEqual(['noGround'])
    expect(adviseOnPair({ ...good, bBrings: null })).toEqual(['onlyA'])
    expect(adviseOnPair({ ...good, aBrings: '' })).toEqual(['onlyB'])
    expect(adviseOnPair({ ...good, aBrings: '', bBrings: '' })).toEqual(['neitherBrings'])
    expect(adviseOnPair({ ...good, isOnce: true, hasCoach: false })).toEqual(['once', 'noCoach'])
  })
})

describe('shared words', () => {
  it('are those in both lists, whatever the capitals, accents and separators', () => {
    expect(sharedWords('Wandelen, koken en Muziek', 'muziek; KOKEN / zwemmen')).toEqual(['koken', 'Muziek'])
    expect(sharedWords('Café bezoeken', 'cafe bezoeken')).toEqual(['Café bezoeken'])
    expect(sharedWords(null, 'koken')).toEqual([])
  })
})
