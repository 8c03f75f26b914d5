import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { recordPath } from '../../parts/record-path.ts'
import styles from './DifferencesScreen.module.css'
import type { Found } from './DifferencesScreen.tsx'

/** Rules that held on each computer and do not hold for both together: somebody has to look. */
export function Breaches({ breaches }: { readonly breaches: Found['breaches'] }) {
  const { t } = useTranslation()
  if (breaches.length === 0) return null
  return (
    <Section title={t('differences.breaches')}>
      <ul className={styles.list}>
        {breaches.map(({ kind, rowId, about }) => {
          const sentence = t(`differences.breach.${kind}`)
          return (
            <li key={`${kind}-${rowId}`}>
              <Status kind="att" wraps>
                {about?.name ? t('history.about', { sentence, name: about.name }) : sentence}
              </Status>
              <Look about={about} />
            </li>
          )
        })}
      </ul>
      <p className="soft measure">{t('differences.look')}</p>
    </Section>
  )
}

/** What merging brought about, until somebody has read it: what only people can settle first. */
export function Hints({ hints }: { readonly hints: Found['hints'] }) {
  const { t } = useTranslation()
  const isForPeople = ({ kind }: Found['hints'][number]) => kind === 'moneyInTrash'
  return (
    <>
      <HintList title={t('differences.forPeople')} hints={hints.filter(isForPeople)} />
      <HintList title={t('differences.hints')} hints={hints.filter((hint) => !isForPeople(hint))} />
    </>
  )
}

function HintList({ title, hints }: { readonly title: string; readonly hints: Found['hints'] }) {
  const { t } = useTranslation()
  const dismiss = useCommand(api.differences.dismissHint)
  if (hints.length === 0) return null
  return (
    <Section title={title}>
      <FormError text={dismiss.formError} />
      <ul className={styles.list}>
        {hints.map(({ ids, kind, about }) => {
          const sentence = t(`differences.hint.${kind}`, { name: about?.name ?? t('differences.something') })
          return (
            <li key={ids[0]}>
              <span className="measure">{sentence}</span>
              <span className="cluster">
                <Look about={about} />
                <Button
                  kind="plain"
                  label={`${t('differences.read')}: ${sentence}`}
                  onPress={() => void dismiss.run({ ids: [...ids] })}
                >
                  {t('differences.read')}
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function Look({ about }: { readonly about: Found['hints'][number]['about'] }) {
  const { t } = useTranslation()
  const path = about ? recordPath(about) : undefined
  if (!path) return null
  return (
    <Link href={path} aria-label={t('differences.openOf', { name: about?.name ?? t('differences.unnamed') })}>
      {t('differences.open')}
    </Link>
  )
}
