import { useTranslation } from 'react-i18next'
import type { TellingFact } from '../../shared/contract/imports.ts'

export interface ToldApart {
  readonly apart: readonly TellingFact[]
  readonly isDeceased?: boolean
}

/** What tells somebody from people of the same name, in words: "geboren in 1948", "overleden". */
export function useFactWords(): (person: ToldApart) => string[] {
  const { t } = useTranslation()
  return ({ apart, isDeceased = false }) => [
    ...apart.map(({ part, value }) =>
      value === '' ? t(`imports.notApart.${part}`) : t(`imports.apart.${part}`, { value }),
    ),
    ...(isDeceased ? [t('imports.apart.deceased')] : []),
  ]
}
