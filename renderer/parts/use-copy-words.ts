import { useTranslation } from 'react-i18next'
import type { BackupCounts } from '../../shared/contract/backups.ts'
import { useFormat } from '../i18n/use-format.ts'

/** What is in a copy, in words: "52 mensen, 9 bijeenkomsten en 140 betalingen". Nothing that there is none of. */
export function useCopyWords(): (counts: BackupCounts) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ people, gatherings, payments }) => {
    const words = [t('backups.people', { count: people })]
    if (gatherings > 0) words.push(t('backups.gatherings', { count: gatherings }))
    if (payments > 0) words.push(t('backups.payments', { count: payments }))
    return format.list(words)
  }
}
