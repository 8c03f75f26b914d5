import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { Columns } from '../../components/Columns.tsx'
import { Facts } from '../../components/Facts.tsx'
import { FormError } from '../../components/Form.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { InTrash } from '../../parts/InTrash.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { CountingGatherings } from './CountingGatherings.tsx'
import type { InitiativePage } from './InitiativeDialog.tsx'
import { OwnGoals } from './OwnGoals.tsx'
import { SignUps } from './SignUps.tsx'
import { Steps } from './Steps.tsx'
import { Targets } from './Targets.tsx'

const InitiativeDialog = lazy(async () => ({ default: (await import('./InitiativeDialog.tsx')).InitiativeDialog }))

/** One initiative: what it wants, the steps, how far it is, and who joined. */
export function InitiativeScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams<{ id: string }>()
  const answer = useQuery(api.initiatives.get, { id })
  const [isChanging, setChanging] = useState(false)
  const known = answer.state === 'ready' ? answer.value : undefined
  return (
    <Page
      title={known?.name ?? (answer.state === 'error' ? t('initiatives.title') : undefined)}
      sub={known?.goal}
      back={{ href: paths.initiatives, label: t('initiatives.back') }}
      actions={
        known?.deletedAt === null && (
          <Button kind="main" icon="pencil" onPress={() => setChanging(true)}>
            {t('initiatives.change')}
          </Button>
        )
      }
    >
      <Answered of={answer}>
        {(page) => (
          <>
            {page.deletedAt !== null && <InTrash table="initiative" id={page.id} />}
            <Columns>
              <div>
                <Section title={t('initiatives.target.title')}>
                  <Targets initiative={page} />
                </Section>
                <Section title={t('initiatives.step.title')}>
                  <Steps initiative={page} />
                </Section>
                <Section title={t('initiatives.facts')}>
                  <InitiativeFacts initiative={page} />
                </Section>
              </div>
              <div>
                <Section title={t('initiatives.signUp.title')}>
                  <SignUps initiative={page} />
                </Section>
                <Section title={t('initiatives.gathering.title')}>
                  <CountingGatherings initiative={page} />
                </Section>
                <Section title={t('initiatives.ownGoal.title')}>
                  <OwnGoals initiative={page} />
                </Section>
                <Section title={t('initiatives.history')}>
                  <RecordHistory table="initiative" id={page.id} />
                </Section>
                {page.deletedAt === null && <Remove id={page.id} />}
              </div>
            </Columns>
            {isChanging && (
              <Suspense fallback={null}>
                <InitiativeDialog initiative={page} onClose={() => setChanging(false)} />
              </Suspense>
            )}
          </>
        )}
      </Answered>
    </Page>
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

function Remove({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const remove = useCommand(api.initiatives.remove)
  return (
    <>
      <Button icon="bin" isBusy={remove.isRunning} onPress={() => void remove.run({ id })}>
        {t('initiatives.remove')}
      </Button>
      <FormError text={remove.formError} />
    </>
  )
}
