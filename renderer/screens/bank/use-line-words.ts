import { useTranslation } from 'react-i18next'
import type { OpenLine } from '../../../shared/contract/bank.ts'
import { useFormat } from '../../i18n/use-format.ts'

/** "€ 30 op 3 november, Fam. de Wit": which line a question is about. */
export function useLineWords(): (line: OpenLine) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ cents, day, counterName }) =>
    t('bank.payer.sub', {
      amount: format.amount(Math.abs(cents)),
      day: format.day(day),
      name: counterName ?? t('bank.assign.noName'),
    })
}
