// What goes by itself when its day has come, in the words of those who read it.

export const expiringKinds = [
  'care_6_months',
  'contact_moment_1_year',
  'follow_up_6_months',
  'gathering_1_year',
  'pair_1_year',
] as const
export type ExpiringKind = (typeof expiringKinds)[number]

/** Of these an older program promised nothing: a book that was made with it asks once before they go. */
export const newlyExpiringKinds = [
  'follow_up_6_months',
  'gathering_1_year',
  'pair_1_year',
] as const satisfies readonly ExpiringKind[]

/** So many months after somebody left, or died, their details are kept: an association may choose fewer than usual, and not more. */
export const termsAfterLeaving = [24, 12, 6, 3, 0] as const
export type TermAfterLeaving = (typeof termsAfterLeaving)[number]
export const usualTermAfterLeaving: TermAfterLeaving = 24
