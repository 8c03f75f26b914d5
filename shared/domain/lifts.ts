// Lifts to a gathering: who has room, who needs a seat, and who is still without.

export const liftKinds = ['aanbod', 'nodig'] as const
export type LiftKind = (typeof liftKinds)[number]

export interface Lift {
  readonly id: string
  readonly kind: LiftKind
  readonly seats: number
  readonly offerId: string | null
}

export interface LiftSums {
  /** Seats people offer. */
  readonly offered: number
  /** People who need a lift. */
  readonly needed: number
  /** People who need one and go with nobody yet. */
  readonly without: number
}

/** A need that names an offer which is gone is a need without. */
export function sumLifts(lifts: readonly Lift[]): LiftSums {
  const offers = new Set(lifts.filter(({ kind }) => kind === 'aanbod').map(({ id }) => id))
  const needs = lifts.filter(({ kind }) => kind === 'nodig')
  return {
    offered: seatsOf(lifts.filter(({ kind }) => kind === 'aanbod')),
    needed: seatsOf(needs),
    without: seatsOf(needs.filter(({ offerId }) => offerId === null || !offers.has(offerId))),
  }
}

/** Seats of an offer that nobody takes yet; below zero when more go along than fit. */
export function freeSeats(offer: Lift, lifts: readonly Lift[]): number {
  return offer.seats - seatsOf(lifts.filter(({ kind, offerId }) => kind === 'nodig' && offerId === offer.id))
}

const seatsOf = (lifts: readonly Lift[]) => lifts.reduce((sum, { seats }) => sum + seats, 0)
