import { useTranslation } from 'react-i18next'
import type { CallError } from '../../shared/contract/create-client.ts'
import { formatDetails } from '../i18n/format-details.ts'
import { useFormat } from '../i18n/use-format.ts'

/** Words for an error of the backend: what is wrong and what helps. */
export function useErrorText(): (error: Pick<CallError, 'code' | 'details'>) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return (error) => t(`errors.${error.code}`, formatDetails(error.details, format))
}
