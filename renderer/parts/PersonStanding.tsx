import { useTranslation } from 'react-i18next'
import { Section } from '../components/Section.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useStandingSentence } from './use-standing-sentence.ts'

/** In a binnenbuurt's book: until when somebody has paid, as the association told it. Nothing where it told nothing. */
export function PersonStanding({ personId }: { readonly personId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const sentenceOf = useStandingSentence()
  const standing = useQuery(api.between.standing, { personId })
  if (standing.state !== 'ready' || standing.value === null) return null
  const { from, asOf } = standing.value
  return (
    <Section title={t('between.standing.title')}>
      <p className="lead">{sentenceOf(standing.value)}</p>
      <p className="soft">{t('between.standing.from', { name: from, day: format.day(asOf) })}</p>
    </Section>
  )
}
