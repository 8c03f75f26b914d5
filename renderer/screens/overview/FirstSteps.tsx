import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { LinkButton } from '../../components/Button.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import styles from './Overview.module.css'
import type { Overview } from './OverviewScreen.tsx'

/** An empty book: what can be done first. Nothing of it has to. */
export function FirstSteps({ begun }: { readonly begun: Overview['begun'] }) {
  const { t } = useTranslation()
  const steps = [
    { key: 'list', href: paths.takeIn, isDone: false, icon: 'takeIn' },
    { key: 'people', href: paths.people, isDone: begun.people, icon: 'person' },
    { key: 'groups', href: paths.neighbourhoods, isDone: begun.neighbourhoods, icon: 'house' },
    ...(begun.hasSeats && begun.neighbourhoods
      ? [{ key: 'roles', href: paths.neighbourhoods, isDone: begun.roles, icon: 'person' } as const]
      : []),
    { key: 'gatherings', href: `${paths.gatherings}?plan`, isDone: begun.gatherings, icon: 'calendar' },
  ] as const
  return (
    <Section title={t('overview.begin.title')} isRuled>
      <p className={styles.lead}>{t('overview.begin.lead')}</p>
      <ul className={`${styles.tasks} ${styles.steps}`}>
        {steps.map(({ key, href, isDone, icon }, index) => (
          <li key={key}>
            <Icon name={icon} className={styles.step} />
            <div>
              <h3>{t(`overview.begin.${key}`)}</h3>
              <p className="soft">{t(`overview.begin.${key}Reason`)}</p>
            </div>
            <div className={styles.verb}>
              {isDone ? (
                <Status kind="ok">{t('overview.begin.done')}</Status>
              ) : (
                <LinkButton kind={index === 0 ? 'main' : 'outlined'} href={href}>
                  {t(`overview.begin.${key}Verb`)}
                </LinkButton>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
