// Lifts to a gathering: who has room, who needs a seat, and who is still without.

export const liftKinds = ['aanbod', 'nodig'] as const
export type LiftKind = (typeof liftKinds)[number]

export interface Lift {
  readonly id: string
  readonly kind: LiftKind
  readonly seats: number
  readonly offerId: string | null
  /** Who sent word of not coming needs no seat and has none to give. */
  readonly isComing: boolean
}

export interface LiftSums {
  /** Seats people offer. */
  readonly offered: number
  /** People who need a lift. */
  readonly needed: number
  /** People who need one and go with nobody yet. */
  readonly without: number
}

/** A need that names an offer which is gone, or of who does not come, is a need without. */
export function sumLifts(lifts: readonly Lift[]): LiftSums {
  const coming = lifts.filter(({ isComing }) => isComing)
  const offers = coming.filter(({ kind }) => kind === 'aanbod')
  const needs = coming.filter(({ kind }) => kind === 'nodig')
  const offerIds = new Set(offers.map(({ id }) => id))
  return {
    offered: seatsOf(offers),
    needed: seatsOf(needs),
    without: seatsOf(needs.filter(({ offerId }) => offerId === null || !offerIds.has(offerId))),
  }
}

/** Seats of an offer that nobody takes yet; below zero when more go along than fit. */
export function freeSeats(offer: Lift, lifts: readonly Lift[]): number {
  return (
    offer.seats -
    seatsOf(lifts.filter(({ kind, offerId, isComing }) => kind === 'nodig' && offerId === offer.id && isComing))
  )
}

const seatsOf = (lifts: readonly Lift[]) => lifts.reduce((sum, { seats }) => sum + seats, 0)
