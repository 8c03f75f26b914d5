import { describe, expect, it } from 'vitest'
import type { MandateFacts } from '../../../shared/domain/mandate.ts'
import { mandateState } from '../../../shared/domain/mandate.ts'

const aMandate = (facts: Partial<MandateFacts> = {}): MandateFacts => ({
  kind: 'RCUR',
  signedOn: '2025-03-01',
  heldOn: null,
  endedOn: null,
  lastUsedOn: null,
  ...facts,
})

describe('a mandate', () => {
  it.each([
    ['signed', {}, 'active'],
    ['that did not come back signed', { signedOn: null }, 'unsigned'],
    ['on hold', { heldOn: '2026-11-01' }, 'hold'],
    ['that ended', { endedOn: '2026-12-01' }, 'ended'],
    ['that ends later', { endedOn: '2026-12-02' }, 'active'],
    ['for one collection, used', { kind: 'OOFF', lastUsedOn: '2026-06-01' }, 'used'],
    ['for one collection, not used', { kind: 'OOFF' }, 'active'],
  ] as const)('%s on 1 December 2026', (_words, facts, state) => {
    expect(mandateState(aMandate(facts), '2026-12-01')).toBe(state)
  })

  it('may no longer be used from 36 months after the last time, or after the signature when it never was', () => {
    const used = aMandate({ signedOn: '2015-01-01', lastUsedOn: '2023-12-01' })
    expect(mandateState(used, '2026-11-30')).toBe('active')
    expect(mandateState(used, '2026-12-01')).toBe('unused')
    const never = aMandate({ signedOn: '2023-12-01' })
    expect(mandateState(never, '2026-11-30')).toBe('active')
    expect(mandateState(never, '2026-12-01')).toBe('unused')
  })
})
