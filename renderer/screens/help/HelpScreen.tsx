import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useSearchParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { LinkButton } from '../../components/Button.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { TextField } from '../../components/TextField.tsx'
import { TitledLine, TitledLines } from '../../components/TitledLines.tsx'
import { HelpQuestions } from '../../parts/HelpQuestions.tsx'
import { findHelp } from './find-help.ts'
import styles from './Help.module.css'
import { HelpLink } from './HelpLink.tsx'
import { helpGroups, helpPageAt } from './help-pages.ts'
import { namesInText } from './names-in-text.ts'
import { useHelp, type WordedPage } from './use-help.ts'
import { useScreenName } from './use-screen-name.ts'

/** Hulp: the pages by what they are about, and a field to find one. Asked about a screen, it goes to the page of that. */
export function HelpScreen() {
  const [params] = useSearchParams()
  const about = helpPageAt(params.get('bij') ?? '')
  return about ? <Redirect to={paths.helpPage(about.slug)} replace /> : <AllPages />
}

function AllPages() {
  const { t } = useTranslation()
  const { listed } = useHelp()
  const [typed, setTyped] = useState('')
  return (
    <Page
      isForPaper
      title={t('help.title')}
      sub={t('help.sub')}
      actions={
        <>
          <LinkButton href={paths.helpKeys}>{t('help.keys.title')}</LinkButton>
          <LinkButton href={paths.news}>{t('help.news.title')}</LinkButton>
        </>
      }
    >
      <div className={`measure ${styles.find}`}>
        <TextField label={t('help.find')} type="search" value={typed} onChange={setTyped} />
      </div>
      {typed.trim() === '' ? <Groups pages={listed} /> : <Found pages={listed} typed={typed} />}
    </Page>
  )
}

function Groups({ pages }: { readonly pages: readonly WordedPage[] }) {
  const { t } = useTranslation()
  const groups = helpGroups
    .map((group) => ({ group, pages: pages.filter((page) => page.group === group) }))
    .filter((one) => one.pages.length > 0)
  return (
    <>
      <div className={styles.groups}>
        {groups.map((one) => (
          <section key={one.group} aria-labelledby={`help-${one.group}`}>
            <h2 id={`help-${one.group}`}>{t(`help.groups.${one.group}`)}</h2>
            <ul>
              {one.pages.map((page) => (
                <li key={page.code}>
                  <HelpLink page={page} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <Section title={t('help.how.title')}>
        <div className={styles.questions}>
          <HelpQuestions />
        </div>
      </Section>
    </>
  )
}

function Found({ pages, typed }: { readonly pages: readonly WordedPage[]; readonly typed: string }) {
  const { t } = useTranslation()
  const nameOf = useScreenName()
  const asRead = (text: string) =>
    namesInText(text)
      .map((piece) => ('key' in piece ? nameOf(piece.key) : piece.words))
      .join('')
  const searchable = pages.map((page) => ({
    ...page,
    texts: [...page.picture, ...page.steps, ...page.know].map(asRead),
  }))
  const found = findHelp(searchable, typed)
  return (
    <>
      <p role="status" className="soft">
        {found.length === 0 ? t('help.foundNone') : t('help.found', { count: found.length })}
      </p>
      <TitledLines label={t('app.search.results')}>
        {found.map((page) => (
          <TitledLine key={page.code} title={<HelpLink page={page} />}>
            <p className="soft">{page.lead}</p>
          </TitledLine>
        ))}
      </TitledLines>
    </>
  )
}
