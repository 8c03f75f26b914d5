import { useTranslation } from 'react-i18next'
import { type DefaultCategory, defaultCategories } from '../../shared/domain/booking-category.ts'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'

/** What a category is called: as the book has it, else in the app's own words. */
export function useCategoryName(): (id: string) => string {
  const { t } = useTranslation()
  const categories = useQuery(api.bookkeeping.categories, {})
  const known = new Map(categories.state === 'ready' ? categories.value.map(({ id, name }) => [id, name]) : [])
  return (id) => known.get(id) ?? (isDefault(id) ? t(`bookkeeping.categories.${id}`) : id)
}

function isDefault(id: string): id is DefaultCategory {
  return defaultCategories.some(({ code }) => code === id)
}
