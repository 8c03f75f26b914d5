import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Facts } from '../../components/Facts.tsx'
import { later } from '../../components/later.tsx'
import { Section } from '../../components/Section.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { RecordPage } from '../../parts/RecordPage.tsx'
import { CountingGatherings } from './CountingGatherings.tsx'
import type { InitiativePage } from './InitiativeDialog.tsx'
import { OwnGoals } from './OwnGoals.tsx'
import { SignUps } from './SignUps.tsx'
import { Steps } from './Steps.tsx'
import { Targets } from './Targets.tsx'

const InitiativeDialog = later(async () => (await import('./InitiativeDialog.tsx')).InitiativeDialog)

/** One initiative: what it wants, the steps, how far it is, and who joined. */
export function InitiativeScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams<{ id: string }>()
  const answer = useQuery(api.initiatives.get, { id })
  return (
    <RecordPage
      of={answer}
      table="initiative"
      sub={({ goal }) => goal}
      back={{ href: paths.initiatives, label: t('initiatives.back') }}
      words={{
        title: t('initiatives.title'),
        change: t('initiatives.change'),
        history: t('initiatives.history'),
        remove: t('initiatives.remove'),
      }}
      remove={api.initiatives.remove}
      dialog={(page, onClose) => <InitiativeDialog initiative={page} onClose={onClose} />}
    >
      {(page) => [
        <Fragment key="start">
          <Section title={t('initiatives.target.title')}>
            <Targets initiative={page} />
          </Section>
          <Section title={t('initiatives.step.title')}>
            <Steps initiative={page} />
          </Section>
          <Section title={t('initiatives.facts')}>
            <InitiativeFacts initiative={page} />
          </Section>
        </Fragment>,
        <Fragment key="end">
          <Section title={t('initiatives.signUp.title')}>
            <SignUps initiative={page} />
          </Section>
          <Section title={t('initiatives.gathering.title')}>
            <CountingGatherings initiative={page} />
          </Section>
          <Section title={t('initiatives.ownGoal.title')}>
            <OwnGoals initiative={page} />
          </Section>
        </Fragment>,
      ]}
    </RecordPage>
  )
}

function InitiativeFacts({ initiative }: { readonly initiative: InitiativePage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { ownerName, ownerPersonId, organisationId, organisationName, state, from, plannedEnd, note } = initiative
  return (
    <Facts
      facts={[
        { term: t('initiatives.column.state'), value: t(`initiatives.states.${state}`) },
        {
          term: t('initiatives.column.owner'),
          value:
            ownerPersonId === null ? (
              ownerName
            ) : (
              <Link href={paths.person(ownerPersonId)}>
                <Bdi>{ownerName}</Bdi>
              </Link>
            ),
        },
        {
          term: t('initiatives.field.organisation'),
          value: organisationId !== null && <Link href={paths.organisation(organisationId)}>{organisationName}</Link>,
        },
        { term: t('initiatives.field.from'), value: from && format.day(from) },
        { term: t('initiatives.field.plannedEnd'), value: plannedEnd && format.day(plannedEnd) },
        { term: t('initiatives.field.note'), value: note },
      ]}
    />
  )
}
