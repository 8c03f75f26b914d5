import { useTranslation } from 'react-i18next'
import type { ReturnView } from '../../../shared/contract/direct-debit.ts'

/** Why a bank gave something back, in words. */
export function useReturnWords(): { readonly cause: (row: Pick<ReturnView, 'code' | 'knownCode'>) => string } {
  const { t } = useTranslation()
  return {
    cause: ({ code, knownCode }) =>
      knownCode === null ? t('debit.codes.unknown', { code }) : t(`debit.codes.${knownCode}`),
  }
}
