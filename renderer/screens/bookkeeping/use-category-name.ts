import { useTranslation } from 'react-i18next'
import { defaultCategories } from '../../../shared/domain/booking-category.ts'

const usual = new Set<string>(defaultCategories.map(({ code }) => code))

/** What a category is called: by the name the book gave it, or in the app's own words. */
export function useCategoryName(): (category: { readonly id: string; readonly name: string | null }) => string {
  const { t } = useTranslation()
  return ({ id, name }) => {
    if (name !== null) return name
    if (id === 'dues') return t('bookkeeping.categories.dues')
    // One of the usual ones, which all have words.
    const code = usual.has(id) ? (id as (typeof defaultCategories)[number]['code']) : 'other_expense'
    return t(`bookkeeping.categories.${code}`)
  }
}
