import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { LinkButton } from '../../components/Button.tsx'
import { Section } from '../../components/Section.tsx'

/** To what the association keeps of people, and what it tells them. */
export function PrivacySection() {
  const { t } = useTranslation()
  return (
    <Section title={t('privacy.title')}>
      <div className="stack">
        <p>{t('privacy.sub')}</p>
        <div>
          <LinkButton href={paths.privacy}>{t('rights.title')}</LinkButton>
        </div>
      </div>
    </Section>
  )
}
