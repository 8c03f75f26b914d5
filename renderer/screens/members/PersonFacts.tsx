import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Facts } from '../../components/Facts.tsx'
import { PhoneText } from '../../components/PhoneText.tsx'
import { Status } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useRoleWords } from '../../parts/use-role-words.ts'
import { disputedFields } from './disputed-fields.ts'
import styles from './Person.module.css'
import type { PersonRightsAnswer } from './PersonRights.tsx'
import type { PersonPage } from './person-draft.ts'

interface PersonFactsProps {
  readonly person: PersonPage
  readonly disputes: PersonRightsAnswer['disputes']
}

/** What is written down about somebody, as term and value. */
export function PersonFacts({ person, disputes }: PersonFactsProps) {
  const { t } = useTranslation()
  const groups = useQuery(api.neighbourhoods.names, {})
  const hasGroups = groups.state === 'ready' && groups.value.length > 0
  // A mark stands wherever the value does; what is about everything is told at the top of the page.
  const disputed = new Set<string>(
    disputedFields.flatMap(([column, key]) => (disputes.some(({ about }) => about === column) ? [t(key)] : [])),
  )
  return (
    <Facts
      facts={[
        { term: t('members.field.mobile'), value: person.mobile && <PhoneText phone={person.mobile} /> },
        { term: t('members.field.phone'), value: person.phone && <PhoneText phone={person.phone} /> },
        { term: t('members.field.email'), value: person.email && <Bdi>{person.email}</Bdi> },
        {
          term: t('members.field.preferredContact'),
          value: person.preferredContact && t(`members.preferred.${person.preferredContact}`),
        },
        { term: t('members.person.address'), value: person.addressLine && <Bdi>{person.addressLine}</Bdi> },
        { term: t('members.person.household'), value: mates(person, t('members.person.together')) },
        {
          term: t('members.person.neighbourhood'),
          // A book without binnenbuurten has nothing to say of them.
          value: (hasGroups || person.neighbourhoods.length > 0) && <Neighbourhoods person={person} />,
        },
        { term: t('members.person.role'), value: person.roles.some(hasLasted) && <Roles person={person} /> },
        {
          term: t('members.person.membership'),
          value: person.memberships.some(hasLasted) && <Memberships person={person} />,
        },
        { term: t('members.field.birthYear'), value: person.birthYear },
        { term: t('members.field.languages'), value: person.languages },
        {
          term: t('members.field.emergencyContact'),
          value: person.emergencyContact && <Bdi>{person.emergencyContact}</Bdi>,
        },
        { term: t('members.field.note'), value: person.note && <Bdi>{person.note}</Bdi> },
      ].map(({ term, value }) => ({
        term,
        value:
          value && disputed.has(term) ? (
            <>
              {value} <Status kind="att">{t('rights.dispute.mark')}</Status>
            </>
          ) : (
            value || null
          ),
      }))}
    />
  )
}

function mates(person: PersonPage, together: string): ReactNode {
  const here = person.mates.filter(({ status }) => status !== 'overleden')
  if (here.length === 0) return null
  return (
    <>
      {together}{' '}
      {here.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <Link href={paths.person(id)}>
            <Bdi>{name}</Bdi>
          </Link>
        </span>
      ))}
    </>
  )
}

function Neighbourhoods({ person }: { readonly person: PersonPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!person.neighbourhoods.some(hasLasted)) return <span className="soft">{t('members.person.noNeighbourhood')}</span>
  return (
    <div className={styles.lines}>
      {person.neighbourhoods.filter(hasLasted).map(({ id, neighbourhoodId, name, from, until }) => (
        <div key={id} className={until === null || until > person.today ? undefined : 'soft'}>
          <Link href={paths.neighbourhood(neighbourhoodId)}>
            <Bdi>{name}</Bdi>
          </Link>
          ,{' '}
          {until === null
            ? t('members.person.neighbourhoodSince', { day: format.day(from) })
            : t('members.person.neighbourhoodUntil', { last: format.day(addDays(until, -1)) })}
        </div>
      ))}
    </div>
  )
}

function Roles({ person }: { readonly person: PersonPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const roleWords = useRoleWords()
  return (
    <div className={styles.lines}>
      {person.roles
        .filter(hasLasted)
        .map(({ id, role, side, neighbourhoodName, organisationName, from, until, plannedEnd, current, endsSoon }) => {
          const name = roleWords(role, side)
          const of = neighbourhoodName ?? organisationName
          return (
            <div key={id} className={current ? undefined : 'soft'}>
              <div>{of === null ? name : t('members.person.roleOf', { role: name, neighbourhood: of })}</div>
              <div className="soft">
                {until === null
                  ? t(from > person.today ? 'members.person.roleFrom' : 'members.person.roleSince', {
                      day: format.day(from),
                    })
                  : t('members.person.rolePeriod', { from: format.day(from), last: format.day(addDays(until, -1)) })}
              </div>
              {endsSoon && plannedEnd !== null && (
                <Status kind="att" wraps>
                  {t(plannedEnd < person.today ? 'members.person.roleEnded' : 'members.person.roleEnds', {
                    day: format.day(plannedEnd),
                  })}
                </Status>
              )}
            </div>
          )
        })}
    </div>
  )
}

function Memberships({ person }: { readonly person: PersonPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className={styles.lines}>
      {person.memberships.filter(hasLasted).map(({ id, kind, from, until, endReason, number }) => {
        const words = { kind: t(`members.kind.${kind}`), day: format.day(from), from: format.day(from) }
        const last = until === null ? '' : format.day(addDays(until, -1))
        const ended = until !== null && until <= person.today
        const key = until === null ? (from > person.today ? 'from' : 'since') : ended ? 'period' : 'untilLast'
        return (
          <div key={id} className={ended ? 'soft' : undefined}>
            {t(`members.person.${key}`, { ...words, last })}
            {endReason !== null && ` (${t(`members.person.endReason.${endReason}`)})`}
            {number !== null && ` · ${t('members.field.number')} ${number}`}
          </div>
        )
      })}
    </div>
  )
}

/** A period that ended the day it began was a mistake put right. */
function hasLasted({ from, until }: { readonly from: string; readonly until: string | null }): boolean {
  return from !== until
}
