// What goes by itself when its day has come, in the words of those who read it.

export const expiringKinds = [
  'care_6_months',
  'contact_moment_1_year',
  'follow_up_6_months',
  'gathering_1_year',
  'pair_1_year',
] as const
export type ExpiringKind = (typeof expiringKinds)[number]
