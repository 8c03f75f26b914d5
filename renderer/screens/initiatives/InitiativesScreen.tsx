import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Initiatives.module.css'
import { VerdictStatus } from './VerdictStatus.tsx'

const InitiativeDialog = later(async () => (await import('./InitiativeDialog.tsx')).InitiativeDialog)

type Summary = Awaited<ReturnType<Api['initiatives']['list']>>['initiatives'][number]

/** What people want to bring about together, and how far it is. */
export function InitiativesScreen() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [isAdding, setAdding] = useState(false)
  const answer = useQuery(api.initiatives.list, {})
  return (
    <Page
      title={t('initiatives.title')}
      actions={
        <Button kind="main" icon="plus" onPress={() => setAdding(true)}>
          {t('initiatives.add')}
        </Button>
      }
    >
      <Answered of={answer}>
        {({ initiatives }) =>
          initiatives.length === 0 ? (
            <EmptyState title={t('initiatives.empty')}>{t('initiatives.emptyText')}</EmptyState>
          ) : (
            <InitiativeTable rows={initiatives} />
          )
        }
      </Answered>
      {isAdding && (
        <InitiativeDialog
          initiative={null}
          onSaved={(id) => navigate(paths.initiative(id))}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  )
}

function InitiativeTable({ rows }: { readonly rows: readonly Summary[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, navigate] = useLocation()
  const columns: readonly Column<Summary>[] = [
    {
      key: 'name',
      header: t('initiatives.column.name'),
      kind: 'name',
      cell: ({ name, goal }) => (
        <>
          <Bdi>{name}</Bdi>
          {goal && <div className={styles.second}>{goal}</div>}
        </>
      ),
    },
    {
      key: 'owner',
      header: t('initiatives.column.owner'),
      isNamedInBlock: true,
      cell: ({ ownerName }) => <Bdi>{ownerName ?? t('initiatives.nobody')}</Bdi>,
    },
    { key: 'state', header: t('initiatives.column.state'), cell: ({ state }) => t(`initiatives.states.${state}`) },
    {
      key: 'next',
      header: t('initiatives.column.next'),
      isNamedInBlock: true,
      cell: ({ nextStep }) =>
        nextStep === null ? (
          <span className="soft">{t('initiatives.noStep')}</span>
        ) : (
          <>
            <div>{nextStep.what}</div>
            {nextStep.dueDay !== null && (
              <div className={styles.second}>
                {nextStep.isLate ? (
                  <Status kind="att" wraps>
                    {t('initiatives.step.late', { day: format.day(nextStep.dueDay) })}
                  </Status>
                ) : (
                  t('initiatives.step.due', { day: format.day(nextStep.dueDay) })
                )}
              </div>
            )}
          </>
        ),
    },
    {
      key: 'targets',
      header: t('initiatives.column.targets'),
      cell: ({ targets: { count, reached, verdict } }) =>
        verdict === null ? (
          <Status kind="no">{t('initiatives.noTarget')}</Status>
        ) : (
          <VerdictStatus verdict={verdict}>{t('initiatives.reached', { reached, count })}</VerdictStatus>
        ),
    },
  ]
  return (
    <DataTable
      label={t('initiatives.title')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      onOpen={({ id }) => navigate(paths.initiative(id))}
    />
  )
}
