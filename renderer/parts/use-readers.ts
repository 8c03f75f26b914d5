import { useTranslation } from 'react-i18next'
import { type Api, api } from '../data/api.ts'
import { type Answer, useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'

type Readers = Awaited<ReturnType<Api['care']['readers']>>

/** Who can see what is written down in care: their names, and the sentence that stands at every note. */
export function useReaders(): { readonly names: string | null; readonly sentence: string } {
  const { t } = useTranslation()
  const format = useFormat()
  const readers = readersIn(useQuery(api.care.readers, {}))
  if (readers === null) return { names: null, sentence: t('care.readers.unknown') }
  const names = format.list([readers.you ?? t('care.readers.you'), ...readers.others])
  return {
    names,
    sentence: readers.others.length === 0 ? t('care.readers.onlyYou') : t('care.readers.named', { names }),
  }
}

/** null as long as it is not known: "only you" would be a promise. */
export const readersIn = (answer: Answer<Readers>): Readers | null => (answer.state === 'ready' ? answer.value : null)
