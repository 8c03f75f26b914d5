import { describe, expect, it } from 'vitest'
import { wrongFuses } from '../../scripts/check-fuses.mjs'

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const asConfigured = '010011001'

const binary = (states: string, version = 1) =>
  Buffer.concat([
    Buffer.from('what stands before'),
    Buffer.from(sentinel),
    Buffer.from([version, states.length]),
    Buffer.from(states),
    Buffer.from('what stands behind'),
  ])

describe('the fuses of a packaged program', () => {
  it('pass when all are as configured', () => {
    expect(wrongFuses(binary(asConfigured))).toEqual([])
    expect(wrongFuses(binary('010011000'))).toEqual([]) // the last one is left as it is
  })

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('are refused when number %i is flipped', (index) => {
    const flipped = [...asConfigured]
    flipped[index] = flipped[index] === '1' ? '0' : '1'
    expect(wrongFuses(binary(flipped.join('')))).toHaveLength(1)
  })

  it('are refused when there is one more than is known, another version, or none', () => {
    expect(wrongFuses(binary(`${asConfigured}1`))).toEqual(['10 fuses; 9 are known here'])
    expect(wrongFuses(binary(asConfigured, 2))).toHaveLength(1)
    expect(wrongFuses(Buffer.from('nothing'))).toHaveLength(1)
  })
})
