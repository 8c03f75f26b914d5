import { useTranslation } from 'react-i18next'
import { type Format, formatFor } from '../../shared/domain/format.ts'

/** Days, times and amounts in the language of the screen. */
export function useFormat(): Format {
  const { i18n } = useTranslation()
  return formatFor(i18n.language)
}
