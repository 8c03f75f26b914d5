import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { LinkButton } from '../../components/Button.tsx'
import { Section } from '../../components/Section.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'

/** The way to another book; only in a book that can have one. */
export function BetweenSection() {
  const { t } = useTranslation()
  const state = useQuery(api.between.state, {})
  if (state.state !== 'ready' || !state.value.isFor) return null
  return (
    <Section title={t('between.title')}>
      <div className="stack">
        <p className="measure">{t('between.settings.text')}</p>
        <div className="cluster">
          <LinkButton href={paths.between}>{t('between.settings.link')}</LinkButton>
        </div>
      </div>
    </Section>
  )
}
