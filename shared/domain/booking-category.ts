// What money that is no dues was for. Every book has these; the words for them are in the locales, and a book may add its own.

export const categoryKinds = ['income', 'expense'] as const
export type CategoryKind = (typeof categoryKinds)[number]

/** The money that was missing from the cash box, or found in it, at a count; nobody chooses it by hand. */
export const cashDifference = 'cash_difference'

/** Whether a category is one to choose from for money of a kind. */
export const isOffered = (
  category: { readonly id: string; readonly kind: CategoryKind; readonly isHidden: boolean },
  kind: CategoryKind,
): boolean => category.kind === kind && !category.isHidden && category.id !== cashDifference

/** The code is the id of the category, so that two computers mean the same one. */
export const defaultCategories = [
  { code: 'subsidy', kind: 'income' },
  { code: 'gift', kind: 'income' },
  { code: 'activity_income', kind: 'income' },
  { code: 'other_income', kind: 'income' },
  { code: 'activity', kind: 'expense' },
  { code: 'hall', kind: 'expense' },
  { code: 'printing', kind: 'expense' },
  { code: 'bank_costs', kind: 'expense' },
  { code: 'other_expense', kind: 'expense' },
  { code: cashDifference, kind: 'expense' },
] as const satisfies readonly { code: string; kind: CategoryKind }[]

export type DefaultCategory = (typeof defaultCategories)[number]['code']
