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

/** What can be off in a book: a module, or dues. */
export type BookPart = ModuleCode | 'dues'

export interface KeptByBook {
  readonly modules: readonly ModuleCode[]
  readonly duesEnabled: boolean
}

/** Whether the book keeps one of these parts; what needs none of them is always there. */
export function keepsOneOf(parts: readonly BookPart[], book: KeptByBook): boolean {
  return parts.length === 0 || parts.some((part) => (part === 'dues' ? book.duesEnabled : book.modules.includes(part)))
}
