import { useTranslation } from 'react-i18next'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'

/** Who can see what is written down in care: their names, and the sentence that stands at every note. */
export function useReaders(): { readonly names: string; readonly sentence: string } {
  const { t } = useTranslation()
  const format = useFormat()
  const readers = useQuery(api.care.readers, {})
  const { you, others } = readers.state === 'ready' ? readers.value : { you: null, others: [] }
  const names = format.list([you ?? t('care.readers.you'), ...others])
  return {
    names,
    sentence: others.length === 0 ? t('care.readers.onlyYou') : t('care.readers.named', { names }),
  }
}
