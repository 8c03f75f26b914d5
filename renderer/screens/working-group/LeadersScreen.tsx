import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation } from 'wouter'
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
import { useModules } from '../../parts/use-modules.ts'
import { useRoleWords } from '../../parts/use-role-words.ts'
import styles from './WorkingGroup.module.css'
import { WorkingGroupTabs } from './WorkingGroupTabs.tsx'

const IntervisionDialog = later(async () => (await import('./IntervisionDialog.tsx')).IntervisionDialog)

type Listed = Awaited<ReturnType<Api['workingGroup']['leaders']>>
type Leader = Listed['leaders'][number]

/** Who leads a group, and when they last talked over their questions with the others. */
export function LeadersScreen() {
  const has = useModules()
  // Of a working group that keeps ideas alone, those are what it opens with.
  return has('ideas') && !has('leaders') ? <Redirect to={paths.ideas} replace /> : <Leaders />
}

function Leaders() {
  const { t } = useTranslation()
  const [isSetting, setSetting] = useState(false)
  const answer = useQuery(api.workingGroup.leaders, {})
  const late = answer.state === 'ready' ? answer.value.leaders.filter((each) => each.lacksIntervision).length : 0
  return (
    <Page title={t('workingGroup.title')} sub={late > 0 && t('workingGroup.leader.late', { count: late })}>
      <WorkingGroupTabs />
      <Answered of={answer}>
        {({ leaders, intervisionMonths }) =>
          leaders.length === 0 ? (
            <EmptyState title={t('workingGroup.leader.empty')}>{t('workingGroup.leader.emptyText')}</EmptyState>
          ) : (
            <>
              <LeaderTable leaders={leaders} />
              <div className={styles.tools}>
                <span className="soft">{t('workingGroup.leader.rule', { count: intervisionMonths })}</span>
                <Button kind="plain" onPress={() => setSetting(true)}>
                  {t('workingGroup.leader.changeRule')}
                </Button>
              </div>
              {isSetting && <IntervisionDialog months={intervisionMonths} onClose={() => setSetting(false)} />}
            </>
          )
        }
      </Answered>
    </Page>
  )
}

function LeaderTable({ leaders }: { readonly leaders: readonly Leader[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const roleWords = useRoleWords()
  const [, navigate] = useLocation()
  const columns: readonly Column<Leader>[] = [
    { key: 'name', header: t('workingGroup.leader.name'), kind: 'name', cell: ({ name }) => <Bdi>{name}</Bdi> },
    {
      key: 'roles',
      header: t('workingGroup.leader.roles'),
      cell: ({ roles }) =>
        roles.map(({ termId, role, side, neighbourhoodName }) => (
          <div key={termId}>
            {t('workingGroup.leader.roleOf', { role: roleWords(role, side), of: neighbourhoodName })}
          </div>
        )),
    },
    {
      key: 'since',
      header: t('workingGroup.leader.since'),
      isNamedInBlock: true,
      cell: ({ since }) => format.day(since),
    },
    {
      key: 'intervision',
      header: t('workingGroup.leader.intervision'),
      isNamedInBlock: true,
      cell: ({ lastIntervision, lacksIntervision }) => {
        const said = lastIntervision === null ? t('workingGroup.leader.never') : format.day(lastIntervision)
        return lacksIntervision ? <Status kind="att">{said}</Status> : said
      },
    },
    {
      key: 'trainings',
      header: t('workingGroup.leader.trainings'),
      kind: 'number',
      isNamedInBlock: true,
      cell: ({ trainings }) => trainings,
    },
  ]
  return (
    <DataTable
      label={t('workingGroup.leader.label')}
      columns={columns}
      rows={leaders}
      rowKey={({ personId }) => personId}
      onOpen={({ personId }) => navigate(paths.person(personId))}
    />
  )
}
