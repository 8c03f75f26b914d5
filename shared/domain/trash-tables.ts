/** Tables whose rows people throw away by themselves; rows that depend on them go and return with them. */
export const trashTables = [
  'person',
  'neighbourhood',
  'gathering',
  'fee_plan',
  'follow_up',
  'subsidy',
  'barrier',
  'organisation',
  'initiative',
  'idea',
] as const
