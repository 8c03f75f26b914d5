import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import { type Role, type Side, soonDays } from '../../../shared/domain/role-seats.ts'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { Status } from '../../components/Status.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useRoleWords } from '../../parts/use-role-words.ts'
import styles from './Neighbourhood.module.css'

const dialogs = {
  handOver: later(async () => (await import('./RoleTermDialogs.tsx')).HandOverDialog),
  planned: later(async () => (await import('./RoleTermDialogs.tsx')).PlannedEndDialog),
  end: later(async () => (await import('../../parts/EndRoleDialog.tsx')).EndRoleDialog),
}
const verbs = ['handOver', 'planned', 'end'] as const

export interface Holder {
  readonly termId: string
  readonly personId: string
  readonly name: string
  readonly from: Day
  readonly until: Day | null
  readonly plannedEnd: Day | null
}

export interface HolderLineProps {
  readonly holder: Holder
  readonly role: Role
  readonly side: Side | null
  readonly neighbourhoodId: string | null
  readonly today: Day
}

/** Somebody in a role, since when, until when, and what can be done about it. */
export function HolderLine({ holder, role, side, neighbourhoodId, today }: HolderLineProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const roleWords = useRoleWords()
  const [shown, setShown] = useState<(typeof verbs)[number] | null>(null)
  const { name, personId, from, until, plannedEnd } = holder
  const end = until ?? plannedEnd
  const Shown = shown && dialogs[shown]
  return (
    <div className={styles.holder}>
      <div>
        <div>
          <Link href={paths.person(personId)}>
            <Bdi>{name}</Bdi>
          </Link>{' '}
          <span className="soft">{t('neighbourhoods.page.since', { day: format.day(from) })}</span>
        </div>
        {end !== null &&
          (end <= addDays(today, soonDays) ? (
            <Status kind="att" wraps>
              {t(end < today ? 'neighbourhoods.page.ended' : 'neighbourhoods.page.endsSoon', { day: format.day(end) })}
            </Status>
          ) : (
            <div className="soft">{t('neighbourhoods.page.endsSoon', { day: format.day(end) })}</div>
          ))}
      </div>
      <div className={styles.verbs}>
        {verbs
          .filter((verb) => until === null || verb === 'end')
          .map((verb) => {
            const action = t(`roles.action.${verb}`)
            return (
              <Button
                key={verb}
                kind="plain"
                label={t('roles.action.of', { action, role: roleWords(role, side), name })}
                onPress={() => setShown(verb)}
              >
                {action}
              </Button>
            )
          })}
      </div>
      {Shown && (
        <Shown
          holder={holder}
          role={role}
          neighbourhoodId={neighbourhoodId}
          today={today}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  )
}
