// What a book keeps beside people, groups, gatherings and dues. A module that is off is not shown anywhere; what was written
// down under it stays.

export const moduleCodes = [
  'series',
  'forms',
  'checkins',
  'subsidy',
  'lifts',
  'barriers',
  'care',
  'help',
  'pairs',
  'newcomers',
  'leaders',
  'organisations',
  'initiatives',
  'ideas',
] as const
export type ModuleCode = (typeof moduleCodes)[number]
