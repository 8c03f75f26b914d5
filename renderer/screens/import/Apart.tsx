import { useTranslation } from 'react-i18next'
import { Bdi } from '../../components/Bdi.tsx'
import { useFactWords } from '../../parts/use-fact-words.ts'
import type { PreviewRow } from './use-reason-text.ts'

type Other = PreviewRow['alike'][number]

/** What tells somebody from people of the same name: Merelhof 3 · geboren in 1948. */
export function Apart({ of: { apart, isDeceased = false } }: { readonly of: Pick<Other, 'apart'> & Partial<Other> }) {
  const { t } = useTranslation()
  const words = apart.map(useFactWords())
  if (isDeceased) words.push(t('imports.apart.deceased'))
  return words.map((word, at) => (
    <span key={word}>
      {at > 0 && ' · '}
      <Bdi>{word}</Bdi>
    </span>
  ))
}

export function isToldApart({ apart, isDeceased }: Other): boolean {
  return apart.length > 0 || isDeceased
}
