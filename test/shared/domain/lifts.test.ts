import { expect, it } from 'vitest'
import { freeSeats, type Lift, sumLifts } from '../../../shared/domain/lifts.ts'

const offer: Lift = { id: 'a', kind: 'aanbod', seats: 3, offerId: null, isComing: true }
const need = (id: string, seats: number, offerId: string | null): Lift => ({
  id,
  kind: 'nodig',
  seats,
  offerId,
  isComing: true,
})

it('counts people, not rows, and who goes with nobody is without', () => {
  const lifts = [offer, need('b', 2, 'a'), need('c', 2, null)]
  expect(sumLifts(lifts)).toEqual({ offered: 3, needed: 4, without: 2 })
  expect(freeSeats(offer, lifts)).toBe(1)
})

it('a need that names an offer which is gone is without', () => {
  expect(sumLifts([need('b', 2, 'a')])).toEqual({ offered: 0, needed: 2, without: 2 })
})

it('two computers may fill the same seats: then fewer than none are free', () => {
  expect(freeSeats(offer, [offer, need('b', 2, 'a'), need('c', 2, 'a')])).toBe(-1)
})

it('who does not come takes no seat, and gives none', () => {
  const lifts = [offer, { ...need('b', 2, 'a'), isComing: false }, need('c', 1, 'a')]
  expect(sumLifts(lifts)).toEqual({ offered: 3, needed: 1, without: 0 })
  expect(freeSeats(offer, lifts)).toBe(2)
  expect(sumLifts([{ ...offer, isComing: false }, need('c', 1, 'a')])).toEqual({ offered: 0, needed: 1, without: 1 })
})
