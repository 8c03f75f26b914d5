import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { later } from '../../components/later.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import type { Helping } from '../../parts/help-draft.ts'
import { ActList } from './ActList.tsx'
import { ClosedRequests } from './ClosedRequests.tsx'
import { HelperList } from './HelperList.tsx'
import { JobList } from './JobList.tsx'
import { RequestList } from './RequestList.tsx'

const ActDialog = later(async () => (await import('./ActDialog.tsx')).ActDialog)
const RequestDialog = later(async () => (await import('./RequestDialog.tsx')).RequestDialog)
const OfferDialog = later(async () => (await import('../../parts/OfferDialog.tsx')).OfferDialog)
const JobDialog = later(async () => (await import('./JobDialog.tsx')).JobDialog)

const actsAtFirst = 20
const actsAtMost = 1000

/** Elkaar helpen: what is asked, what neighbours would gladly do, what was done, and jobs at one house. */
export function HelpingScreen() {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<'act' | 'ask' | 'offer' | 'job'>()
  const [acts, setActs] = useState(actsAtFirst)
  const answer = useQuery(api.mutualHelp.list, { acts }, { keep: true })
  const close = () => setOpened(undefined)
  const groups = answer.state === 'ready' ? answer.value.groups : []
  return (
    <Page
      title={t('mutualHelp.title')}
      actions={
        <>
          <Button onPress={() => setOpened('offer')}>{t('mutualHelp.main.offer')}</Button>
          <Button onPress={() => setOpened('ask')}>{t('mutualHelp.main.ask')}</Button>
          <Button kind="main" onPress={() => setOpened('act')}>
            {t('mutualHelp.main.act')}
          </Button>
        </>
      }
    >
      <Answered of={answer}>
        {(helping) => (
          <>
            {isEmpty(helping) && (
              <EmptyState title={t('mutualHelp.emptyTitle')}>{t('mutualHelp.emptyText')}</EmptyState>
            )}
            <Section title={t('mutualHelp.requests.title')}>
              <RequestList requests={helping.requests} groups={groups} today={helping.today} />
              {helping.closed.length > 0 && <ClosedRequests requests={helping.closed} today={helping.today} />}
              {helping.patterns.length > 0 && <Patterns patterns={helping.patterns} />}
            </Section>
            <Section title={t('mutualHelp.offers.title')}>
              <HelperList helpers={helping.helpers} today={helping.today} />
            </Section>
            <Section title={t('mutualHelp.acts.title')}>
              <ActList
                acts={helping.acts}
                groups={groups}
                today={helping.today}
                total={helping.actsInAll}
                onMore={() => setActs(actsAtMost)}
              />
            </Section>
            <Section
              title={t('mutualHelp.jobs.title')}
              action={
                <Button kind="plain" onPress={() => setOpened('job')}>
                  {t('mutualHelp.main.job')}
                </Button>
              }
            >
              <JobList jobs={helping.jobs} groups={groups} today={helping.today} />
            </Section>
          </>
        )}
      </Answered>

      {opened === 'act' && <ActDialog act={null} request={null} groups={groups} onClose={close} />}
      {opened === 'ask' && <RequestDialog request={null} groups={groups} onClose={close} />}
      {opened === 'offer' && <OfferDialog person={null} offer={null} onClose={close} />}
      {opened === 'job' && <JobDialog job={null} groups={groups} onClose={close} />}
    </Page>
  )
}

const isEmpty = ({ requests, closed, helpers, actsInAll, jobs }: Helping) =>
  requests.length + closed.length + helpers.length + actsInAll + jobs.length === 0

/** A quiet hint for whoever arranges the help; closed until it is asked for. */
function Patterns({ patterns }: Pick<Helping, 'patterns'>) {
  const { t } = useTranslation()
  return (
    <Disclosure title={t('mutualHelp.patternsTitle')}>
      <p className="soft small">{t('mutualHelp.patternsNote')}</p>
      {patterns.map(({ receiver, giver, times, days }) => (
        <Notice key={receiver.id}>
          {t('mutualHelp.pattern', { receiver: receiver.name, giver: giver.name, count: times, days })}
        </Notice>
      ))}
    </Disclosure>
  )
}
