import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { NotFoundScreen } from '../../app/NotFoundScreen.tsx'
import { paths } from '../../app/paths.ts'
import { LinkButton } from '../../components/Button.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Drawing } from './Drawing.tsx'
import styles from './Help.module.css'
import { HelpLink } from './HelpLink.tsx'
import { HelpText } from './HelpText.tsx'
import { useHelp, type WordedPage } from './use-help.ts'

/** One task on one page: what it is about in three drawings, the steps, and what is good to know. */
export function HelpPageScreen() {
  const { t } = useTranslation()
  const { slug } = useParams()
  const { listed, all } = useHelp()
  // By its own address a page is there in every book: who was sent it may read it.
  const page = all.find((one) => one.slug === slug)
  if (!page) return <NotFoundScreen />
  const screen = page.screens.find((address) => !address.endsWith('*'))
  const goesThere = screen !== undefined && listed.some(({ code }) => code === page.code)
  const also = listed.filter(({ code }) => page.also?.includes(code))
  return (
    <Page isForPaper title={page.title} sub={page.lead} back={{ href: paths.help, label: t('help.back') }}>
      <Picture page={page} />
      <Section title={t('help.steps')}>
        <ol className={styles.steps}>
          {page.steps.map((step) => (
            <li key={step}>
              <span>
                <HelpText text={step} />
              </span>
            </li>
          ))}
        </ol>
        {goesThere && (
          <div className={styles.go}>
            <LinkButton href={screen}>{t('help.goThere')}</LinkButton>
          </div>
        )}
      </Section>
      <Section title={t('help.know')}>
        <ul className={styles.know}>
          {page.know.map((sentence) => (
            <li key={sentence}>
              <HelpText text={sentence} />
            </li>
          ))}
        </ul>
      </Section>
      {also.length > 0 && (
        <Section title={t('help.also')}>
          <ul>
            {also.map((one) => (
              <li key={one.code}>
                <HelpLink page={one} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

/** The task as a row of drawings; the words under them say the same. */
function Picture({ page }: { readonly page: WordedPage }) {
  const { t } = useTranslation()
  return (
    <ol aria-label={t('help.picture')} className={styles.picture}>
      {page.drawings.map((name, at) => (
        <li key={page.picture[at]}>
          <Drawing name={name} />
          <span>{page.picture[at]}</span>
        </li>
      ))}
    </ol>
  )
}
