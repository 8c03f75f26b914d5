import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { LinkButton } from '../../components/Button.tsx'
import { Columns } from '../../components/Columns.tsx'
import { Facts } from '../../components/Facts.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { HelpQuestions } from '../../parts/HelpQuestions.tsx'

const parts = ['overview', 'people', 'neighbourhoods', 'gatherings', 'dues', 'history', 'settings'] as const
const keys = ['search', 'undo', 'print', 'back', 'help', 'arrows', 'ends', 'enter', 'space', 'escape'] as const

/** Hulp: what is where, the questions people ask, and the keys. */
export function HelpScreen() {
  const { t } = useTranslation()
  return (
    <Page title={t('help.title')} sub={t('help.sub')}>
      <Columns>
        <div>
          <Section title={t('help.how.title')}>
            <div className="stack">
              <HelpQuestions />
              <p>{t('help.more')}</p>
              <div className="cluster">
                <LinkButton href={paths.settings}>{t('help.moreLink')}</LinkButton>
              </div>
            </div>
          </Section>
        </div>
        <div>
          <Section title={t('help.where.title')}>
            <Facts facts={parts.map((part) => ({ term: t(`app.nav.${part}`), value: t(`help.where.${part}`) }))} />
          </Section>
          <Section title={t('help.keys.title')}>
            <Facts facts={keys.map((key) => ({ term: t(`help.keys.${key}Key`), value: t(`help.keys.${key}`) }))} />
          </Section>
        </div>
      </Columns>
    </Page>
  )
}
