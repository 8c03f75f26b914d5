import { expect, it } from 'vitest'
import { pairPapers } from '../../../shared/domain/pair-papers.ts'

const today = '2026-04-01'

it('asks for consent and for a certificate that is missing, over, or ends within two months', () => {
  const parentConsentOn = '2026-01-01'
  expect(pairPapers({ parentConsentOn: null, vogUntil: null }, today)).toEqual(['parentConsent', 'vogMissing'])
  expect(pairPapers({ parentConsentOn, vogUntil: '2026-03-31' }, today)).toEqual(['vogMissing'])
  expect(pairPapers({ parentConsentOn, vogUntil: '2026-05-30' }, today)).toEqual(['vogEnds'])
  expect(pairPapers({ parentConsentOn, vogUntil: '2026-05-31' }, today)).toEqual([])
})
