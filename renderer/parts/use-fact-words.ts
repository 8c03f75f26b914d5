import { useTranslation } from 'react-i18next'
import type { TellingFact } from '../../shared/contract/imports.ts'

/** What tells somebody from people of the same name, in words: "geboren in 1948". */
export function useFactWords(): (fact: TellingFact) => string {
  const { t } = useTranslation()
  return ({ part, value }) => (value === '' ? t(`imports.notApart.${part}`) : t(`imports.apart.${part}`, { value }))
}
