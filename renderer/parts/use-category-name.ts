import { useTranslation } from 'react-i18next'
import { type DefaultCategory, defaultCategories } from '../../shared/domain/booking-category.ts'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'

const usual = new Set<string>(defaultCategories.map(({ code }) => code))

/** What a category is called: by the name the book gave it, or in the app's own words. */
export function useCategoryName(): (category: { readonly id: string; readonly name: string | null }) => string {
  const { t } = useTranslation()
  return ({ id, name }) => {
    if (name !== null) return name
    if (id === 'dues') return t('bookkeeping.categories.dues')
    // One of the usual ones, which all have words.
    const code = usual.has(id) ? (id as DefaultCategory) : 'other_expense'
    return t(`bookkeeping.categories.${code}`)
  }
}

/** The same where only the id is at hand. */
export function useCategoryNameById(): (id: string) => string {
  const nameOf = useCategoryName()
  const categories = useQuery(api.bookkeeping.categories, {})
  const known = new Map(categories.state === 'ready' ? categories.value.map(({ id, name }) => [id, name]) : [])
  return (id) => nameOf({ id, name: known.get(id) ?? null })
}
