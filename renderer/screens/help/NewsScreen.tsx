import { use, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { Disclosure } from '../../components/Disclosure.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { api } from '../../data/api.ts'
import { type Preferences, usePreferences } from '../../data/use-preferences.ts'
import { useQuery } from '../../data/use-query.ts'
import { changelog } from '../../i18n/changelog.ts'
import styles from './Help.module.css'
import { isNewer, type NewVersion, readChangelog } from './read-changelog.ts'

/** Wat is nieuw: the versions since the one that was used here before, and the older ones folded. */
export function NewsScreen() {
  const { t } = useTranslation()
  const versions = readChangelog(use(changelog()))
  const preferences = usePreferences()
  const updates = useQuery(api.updates.status, {})
  const isKnown = preferences.answer.state === 'ready' && updates.state === 'ready'
  return (
    <Page
      isForPaper
      title={t('help.news.title')}
      sub={isKnown ? t('help.news.sub', { version: updates.value.currentVersion }) : undefined}
      back={{ href: paths.help, label: t('help.back') }}
    >
      {isKnown && (
        <Versions
          versions={versions}
          current={updates.value.currentVersion}
          newsRead={preferences.answer.value.newsRead}
          onRead={preferences.change}
        />
      )}
    </Page>
  )
}

interface VersionsProps {
  readonly versions: readonly NewVersion[]
  readonly current: string
  readonly newsRead: Preferences['newsRead']
  readonly onRead: (change: { readonly newsRead: string }) => unknown
}

function Versions({ versions, current, newsRead, onRead }: VersionsProps) {
  const { t } = useTranslation()
  // What was new when the page was opened stays so while it is read.
  const [before] = useState(newsRead)
  useEffect(() => {
    if (newsRead !== current) onRead({ newsRead: current })
  }, [newsRead, current, onRead])
  const [latest, ...older] = versions
  const isShown = (one: NewVersion) => one === latest || isNewer(one.version, before)
  return (
    <>
      {versions.filter(isShown).map((one) => (
        <Section key={one.version} title={t('help.news.version', { version: one.version })}>
          <Groups of={one} />
        </Section>
      ))}
      {older
        .filter((one) => !isShown(one))
        .map((one) => (
          <Disclosure key={one.version} title={t('help.news.version', { version: one.version })}>
            <Groups of={one} />
          </Disclosure>
        ))}
    </>
  )
}

function Groups({ of: { groups } }: { readonly of: NewVersion }) {
  const { i18n } = useTranslation()
  return groups[i18n.language === 'en' ? 'en' : 'nl'].map(({ title, lines }) => (
    <div key={title} className={styles.news}>
      {title && <h3>{title}</h3>}
      <ul className={styles.know}>
        {lines.map((line) => (
          <li key={line}>{withNames(line)}</li>
        ))}
      </ul>
    </div>
  ))
}

/** `*Koppels*` is a name on the screen. */
function withNames(line: string) {
  return line.split('*').map((piece, at) => (at % 2 === 1 ? <b key={piece}>{piece}</b> : piece))
}
