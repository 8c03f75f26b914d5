import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { networkPointKinds } from '../../../shared/domain/working-group.ts'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Status } from '../../components/Status.tsx'
import { TitledLine, TitledLines } from '../../components/TitledLines.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { RowVerbs } from '../../parts/RowVerbs.tsx'
import { WorkingGroupTabs } from './WorkingGroupTabs.tsx'

const PointDialog = later(async () => (await import('./PointDialog.tsx')).PointDialog)

export type NetworkPoint = Awaited<ReturnType<Api['workingGroup']['points']>>[number]

/** What goes well, what is hard, and what we ask: for the meeting of the network. */
export function PointsScreen() {
  const { t } = useTranslation()
  const [edited, setEdited] = useState<NetworkPoint | 'new' | null>(null)
  const answer = useQuery(api.workingGroup.points, {})
  return (
    <Page
      title={t('workingGroup.point.title')}
      sub={t('workingGroup.point.sub')}
      actions={
        <>
          <LinkButton icon="print" href={paths.report('network_sheet')}>
            {t('workingGroup.point.sheet')}
          </LinkButton>
          <Button kind="main" icon="plus" onPress={() => setEdited('new')}>
            {t('workingGroup.point.add')}
          </Button>
        </>
      }
    >
      <WorkingGroupTabs />
      <Answered of={answer}>
        {(points) =>
          points.length === 0 ? (
            <EmptyState title={t('workingGroup.point.empty')}>{t('workingGroup.point.emptyText')}</EmptyState>
          ) : (
            networkPointKinds.map((kind) => (
              <Section key={kind} title={t(`workingGroup.point.kinds.${kind}`)}>
                <Points points={points.filter((point) => point.kind === kind)} onChange={setEdited} />
              </Section>
            ))
          )
        }
      </Answered>
      {edited !== null && <PointDialog point={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Page>
  )
}

interface PointsProps {
  readonly points: readonly NetworkPoint[]
  readonly onChange: (point: NetworkPoint) => void
}

function Points({ points, onChange }: PointsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (points.length === 0) return <p className="soft">{t('workingGroup.point.none')}</p>
  return (
    <TitledLines>
      {points.map((point) => (
        <TitledLine
          key={point.id}
          title={point.words}
          verbs={
            <RowVerbs
              name={point.words}
              id={point.id}
              remove={api.workingGroup.removePoint}
              onChange={() => onChange(point)}
            />
          }
        >
          <div className="soft">{[point.neighbourhoodName, format.day(point.day)].filter(Boolean).join(', ')}</div>
          {point.broughtDay !== null && (
            <Status kind="ok" wraps>
              {t('workingGroup.point.brought', { day: format.day(point.broughtDay) })}
            </Status>
          )}
          {point.answer && <div>{t('workingGroup.point.answered', { answer: point.answer })}</div>}
        </TitledLine>
      ))}
    </TitledLines>
  )
}
