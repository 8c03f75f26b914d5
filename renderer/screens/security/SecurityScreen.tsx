import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { LinkButton } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useKeepsDues } from '../../parts/use-modules.ts'
import { OpenLock } from './OpenLock.tsx'
import { PassphraseSection } from './PassphraseSection.tsx'
import styles from './Security.module.css'

export type SealingState = Awaited<ReturnType<Api['sealing']['state']>>

/** Beveiliging: what is locked away in this book, what gives the key, and the recovery sheet. */
export function SecurityScreen() {
  const { t } = useTranslation()
  const state = useQuery(api.sealing.state, {})
  return (
    <Page
      title={t('security.title')}
      sub={t('security.sub')}
      back={{ href: paths.settings, label: t('security.back') }}
    >
      <Answered of={state}>
        {(value) => (
          <>
            {!value.works && <Notice kind="att">{t('errors.sealingBroken')}</Notice>}
            {value.locked && <OpenLock reason={value.locked.reason} hasSheet={value.locked.sheet} state={value} />}
            {!(value.locked && value.sealed.length === 0) && <Sealed sealed={value.sealed} />}
            {value.state === 'open' && <KeySection state={value} />}
            {value.state !== 'locked' && <SheetSection sheet={value.sheet} isNeeded={value.state === 'open'} />}
          </>
        )}
      </Answered>
    </Page>
  )
}

function Sealed({ sealed }: { readonly sealed: SealingState['sealed'] }) {
  const { t } = useTranslation()
  const keepsDues = useKeepsDues()
  return (
    <Section title={t('security.sealed.title')}>
      <div className="stack measure">
        {sealed.length === 0 ? (
          <p>{t(keepsDues ? 'security.sealed.nothing' : 'security.sealed.nothingWithoutDues')}</p>
        ) : (
          <>
            <p>{t('security.sealed.text')}</p>
            <ul className={styles.list}>
              {sealed.map(({ scope, rows }) => (
                <li key={scope}>{t(`security.sealed.scopes.${scope}`, { count: rows })}</li>
              ))}
            </ul>
          </>
        )}
        <p className="soft">{t(keepsDues ? 'security.sealed.rest' : 'security.sealed.restWithoutDues')}</p>
      </div>
    </Section>
  )
}

function KeySection({ state }: { readonly state: SealingState }) {
  const { t } = useTranslation()
  const holder = state.holder ?? 'keyFile'
  return (
    <Section title={t('security.key.title')}>
      <div className="stack">
        <p className="measure">{t(`security.key.${holder}`, { store: state.keyStore ?? '' })}</p>
        <PassphraseSection isChosen={holder === 'passphrase'} hasSheet={state.sheet.state === 'made'} />
      </div>
    </Section>
  )
}

function SheetSection({ sheet, isNeeded }: { readonly sheet: SealingState['sheet']; readonly isNeeded: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const at = sheet.at === null ? '' : format.moment(sheet.at)
  return (
    <Section title={t('security.sheet.title')}>
      <div className="stack">
        <p className="measure">{t('security.sheet.text')}</p>
        {sheet.state === 'made' ? (
          <p>
            <Status kind="ok" wraps>
              {t('security.sheet.made', { when: at })}
            </Status>
          </p>
        ) : (
          isNeeded && (
            <p>
              <Status kind="att" wraps>
                {t(`security.sheet.${sheet.state}`, { when: at })}
              </Status>
            </p>
          )
        )}
        <div className="cluster">
          <LinkButton kind={sheet.state === 'made' ? 'outlined' : 'main'} href={paths.recoverySheet}>
            {t(`security.sheet.verbs.${sheet.state}`)}
          </LinkButton>
        </div>
      </div>
    </Section>
  )
}
