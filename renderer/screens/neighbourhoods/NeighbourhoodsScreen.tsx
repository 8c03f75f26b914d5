import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { AssociationRoles } from './AssociationRoles.tsx'
import styles from './Neighbourhood.module.css'
import { SeatStatus } from './SeatStatus.tsx'

const NeighbourhoodDialog = later(async () => (await import('./NeighbourhoodDialog.tsx')).NeighbourhoodDialog)

type Listed = Awaited<ReturnType<Api['neighbourhoods']['list']>>
type Summary = Listed['open'][number]

/** Binnenbuurten: how each of them stands; the roles of the whole association under them. */
export function NeighbourhoodsScreen() {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const answer = useQuery(api.neighbourhoods.list, {})
  return (
    <Page
      title={t('neighbourhoods.title')}
      sub={answer.state === 'ready' && answer.value.open.length > 0 ? <Sub list={answer.value} /> : undefined}
      actions={
        <Button kind="main" icon="plus" onPress={() => setAdding(true)}>
          {t('neighbourhoods.add')}
        </Button>
      }
    >
      <Answered of={answer}>
        {({ open, closed, pattern, today }) => (
          <>
            {open.length === 0 ? (
              <EmptyState title={t('neighbourhoods.empty')}>{t('neighbourhoods.emptyText')}</EmptyState>
            ) : (
              <>
                <NeighbourhoodTable rows={open} hasSeats={pattern !== 'none'} />
                <div className={styles.tools}>
                  <ExportButton wanted={{ list: 'neighbourhoods' }} />
                </div>
              </>
            )}
            <AssociationRoles today={today} />
            {closed.length > 0 && (
              <Section title={t('neighbourhoods.closed')}>
                <ul className={styles.lines}>
                  {closed.map((group) => (
                    <ClosedOne key={group.id} group={group} />
                  ))}
                </ul>
              </Section>
            )}
          </>
        )}
      </Answered>
      {isAdding && <NeighbourhoodDialog group={null} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Sub({ list }: { readonly list: Listed }) {
  const { t } = useTranslation()
  const { open, withoutNeighbourhood } = list
  const well = open.filter(({ status }) => status === 'loopt_goed').length
  return (
    <>
      {t('neighbourhoods.sub', { count: open.length })}
      {well > 0 && ` · ${t('neighbourhoods.running', { count: well, total: open.length })}`}
      {open.length > 0 && withoutNeighbourhood > 0 && (
        <>
          {' · '}
          <Link href={`${paths.people}?binnenbuurt=none`}>
            {t('neighbourhoods.without', { count: withoutNeighbourhood })}
          </Link>
        </>
      )}
    </>
  )
}

function NeighbourhoodTable({ rows, hasSeats }: { readonly rows: readonly Summary[]; readonly hasSeats: boolean }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const columns: readonly Column<Summary>[] = [
    {
      key: 'name',
      header: t('neighbourhoods.column.name'),
      kind: 'name',
      cell: ({ name, sizeAdvice }) => (
        <>
          <Bdi>{name}</Bdi>
          {sizeAdvice && <div className={styles.advice}>{t(`neighbourhoods.advice.${sizeAdvice}`)}</div>}
        </>
      ),
    },
    {
      key: 'people',
      header: t('neighbourhoods.column.people'),
      kind: 'number',
      isNamedInBlock: true,
      cell: ({ people }) => people,
    },
    { key: 'seats', header: t('neighbourhoods.column.seats'), cell: (group) => <SeatStatus group={group} /> },
    {
      key: 'gatherings',
      header: t('neighbourhoods.column.gatherings'),
      isNamedInBlock: true,
      cell: ({ gatherings: { held, goal, planned } }) => {
        const met = goal > 0 ? t('neighbourhoods.gatherings', { held, goal }) : String(held)
        return planned > 0 ? t('neighbourhoods.gatheringsPlanned', { met, count: planned }) : met
      },
    },
    {
      key: 'status',
      header: t('neighbourhoods.column.status'),
      cell: ({ status }) =>
        status === null ? <Status kind="no">{t('neighbourhoods.statusNone')}</Status> : <GoingStatus status={status} />,
    },
  ]
  return (
    <DataTable
      label={t('neighbourhoods.label')}
      columns={columns.filter(({ key }) => key !== 'seats' || hasSeats)}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => navigate(paths.neighbourhood(id))}
    />
  )
}

function GoingStatus({ status }: { readonly status: NonNullable<Summary['status']> }) {
  const { t } = useTranslation()
  const kind = status === 'loopt_goed' ? 'ok' : status === 'aandacht' ? 'att' : 'no'
  return <Status kind={kind}>{t(`neighbourhoods.status.${status}`)}</Status>
}

function ClosedOne({ group: { id, name, activeUntil } }: { readonly group: Summary }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <li>
      <Link href={paths.neighbourhood(id)}>
        <Bdi>{name}</Bdi>
      </Link>
      {activeUntil !== null && `, ${t('neighbourhoods.closedOn', { day: format.day(activeUntil) })}`}
    </li>
  )
}
