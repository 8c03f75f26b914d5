import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CollectionView } from '../../../shared/contract/direct-debit.ts'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayText } from '../../components/DayText.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DuesTabs } from '../../parts/DuesTabs.tsx'
import styles from './Debit.module.css'
import { ReturnsSection } from './ReturnsSection.tsx'

const MakeDialog = later(async () => (await import('./MakeDialog.tsx')).MakeDialog)

type Overview = Awaited<ReturnType<Api['directDebit']['overview']>>

/** Incasso: what is under way, what came back, and what was. Until the bank gave an identifier: what is needed for that. */
export function CollectionsScreen() {
  const { t } = useTranslation()
  const [isMaking, setMaking] = useState(false)
  const overview = useQuery(api.directDebit.overview, {})
  const earliestDay = overview.state === 'ready' ? overview.value.earliestDay : null
  return (
    <Page
      title={t('debit.title')}
      sub={t('debit.sub')}
      actions={
        earliestDay !== null && (
          <Button kind="main" onPress={() => setMaking(true)}>
            {t('debit.make.open')}
          </Button>
        )
      }
    >
      <DuesTabs />
      <Answered of={overview}>
        {(value) => (value.earliestDay === null ? <NotSetUp /> : <Filled overview={value} />)}
      </Answered>
      {isMaking && earliestDay !== null && <MakeDialog earliestDay={earliestDay} onClose={() => setMaking(false)} />}
    </Page>
  )
}

function NotSetUp() {
  const { t } = useTranslation()
  return (
    <EmptyState
      title={t('debit.off.title')}
      actions={
        <LinkButton kind="main" href={paths.settingsCollecting}>
          {t('debit.off.action')}
        </LinkButton>
      }
    >
      {t('debit.off.text')}
    </EmptyState>
  )
}

function Filled({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation()
  const { wanting: count, withMandate: ready } = overview
  return (
    <>
      <p>
        {count === 0 ? (
          t('debit.wanting.none')
        ) : (
          <Status kind={ready === count ? 'ok' : 'att'} wraps>
            {t(ready === count ? 'debit.wanting.all' : 'debit.wanting.some', { count, ready })}
          </Status>
        )}
      </p>
      <Section title={t('debit.list.title')}>
        <CollectionsList collections={overview.collections} />
      </Section>
      {overview.returns.length > 0 && <ReturnsSection returns={overview.returns} />}
    </>
  )
}

function CollectionsList({ collections }: { readonly collections: readonly CollectionView[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, goTo] = useLocation()
  if (collections.length === 0) return <p className="soft">{t('debit.list.empty')}</p>
  const columns: Column<CollectionView>[] = [
    {
      key: 'day',
      header: t('debit.columns.day'),
      kind: 'name',
      cell: ({ days, count, cents }) => (
        <>
          <DayText day={days.collectDay} />
          {count > 0 && (
            <div className={styles.account}>{t('debit.list.line', { count, amount: format.amount(cents) })}</div>
          )}
        </>
      ),
    },
    {
      key: 'state',
      header: t('debit.columns.state'),
      cell: (collection) => <StateWord collection={collection} />,
    },
    {
      key: 'actions',
      header: t('debit.columns.actions'),
      kind: 'actions',
      cell: ({ id, days }) => (
        <Button
          kind="plain"
          label={t('debit.list.openLabel', { day: format.day(days.collectDay) })}
          onPress={() => goTo(paths.collection(id))}
        >
          {t('debit.list.open')}
        </Button>
      ),
    },
  ]
  return (
    <DataTable
      label={t('debit.list.title')}
      columns={columns}
      rows={collections}
      rowKey={({ id }) => id}
      onOpen={({ id }) => goTo(paths.collection(id))}
    />
  )
}

function StateWord({ collection }: { readonly collection: CollectionView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, days, returnedCount: count } = collection
  const day = format.day(state === 'made' ? days.announceBy : days.submitBy, 'short')
  const isWaiting = state === 'made' || state === 'announced' || state === 'exported'
  const kind = isWaiting ? 'att' : state === 'cancelled' || state === 'submitted' ? 'no' : 'ok'
  return (
    <>
      <Status kind={kind} wraps>
        {t(`debit.states.${state}`, { day })}
      </Status>
      {count > 0 && <div className="soft small">{t('debit.states.returned', { count })}</div>}
    </>
  )
}
