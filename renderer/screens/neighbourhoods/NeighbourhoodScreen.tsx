import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { Columns } from '../../components/Columns.tsx'
import { Facts } from '../../components/Facts.tsx'
import { FormError } from '../../components/Form.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { InTrash } from '../../parts/InTrash.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { GroupPeople } from './GroupPeople.tsx'
import { SeatList } from './SeatList.tsx'

const dialogs = {
  change: later(async () => (await import('./NeighbourhoodDialog.tsx')).NeighbourhoodDialog),
  close: later(async () => (await import('./CloseDialog.tsx')).CloseDialog),
}

type NeighbourhoodPage = Awaited<ReturnType<Api['neighbourhoods']['get']>>

/** One binnenbuurt: its places, its gatherings of this year, its people. */
export function NeighbourhoodScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams<{ id: string }>()
  const answer = useQuery(api.neighbourhoods.get, { id })
  const [shown, setShown] = useState<keyof typeof dialogs | null>(null)
  const group = answer.state === 'ready' ? answer.value : undefined
  const isOpen = group !== undefined && isRunning(group)
  const Shown = shown && dialogs[shown]
  return (
    <Page
      title={group?.name ?? (answer.state === 'error' ? t('neighbourhoods.title') : undefined)}
      sub={group && t('neighbourhoods.page.sub', { count: group.people, members: group.members })}
      back={{ href: paths.neighbourhoods, label: t('neighbourhoods.page.back') }}
      actions={
        group !== undefined &&
        group.deletedAt === null && (
          <>
            <LinkButton icon="print" href={paths.toPrint({ binnenbuurt: id })}>
              {t('neighbourhoods.page.toPaper')}
            </LinkButton>
            <Button kind="main" icon="pencil" onPress={() => setShown('change')}>
              {t('neighbourhoods.page.change')}
            </Button>
          </>
        )
      }
    >
      <Answered of={answer}>
        {(page) => (
          <>
            {page.deletedAt !== null && <InTrash table="neighbourhood" id={page.id} />}
            <Columns>
              <div>
                {page.pattern !== 'none' && (
                  <Section title={t('neighbourhoods.page.seats')}>
                    <SeatList group={page} canChange={isOpen} />
                  </Section>
                )}
                <Section title={t('neighbourhoods.page.gatherings')}>
                  <Gatherings group={page} />
                </Section>
                <Section title={t('neighbourhoods.page.facts')}>
                  <GroupFacts group={page} />
                </Section>
                {page.deletedAt === null && <Events group={page} onClose={() => setShown('close')} />}
              </div>
              <div>
                <Section title={t('neighbourhoods.page.people')}>
                  <GroupPeople groupId={page.id} count={page.people} />
                </Section>
                <Section title={t('neighbourhoods.page.history')}>
                  <RecordHistory table="neighbourhood" id={page.id} />
                </Section>
              </div>
            </Columns>
            {Shown && <Shown group={page} onClose={() => setShown(null)} />}
          </>
        )}
      </Answered>
    </Page>
  )
}

function isRunning(group: NeighbourhoodPage): boolean {
  return group.deletedAt === null && (group.activeUntil === null || group.activeUntil > group.today)
}

function Gatherings({ group: { gatherings } }: { readonly group: NeighbourhoodPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { held, goal, perYear, from } = gatherings
  return (
    <>
      <p className="lead">
        {goal > 0
          ? t('neighbourhoods.page.gatheringsLine', { held, goal })
          : t('neighbourhoods.page.gatheringsHeld', { count: held })}
      </p>
      {goal < perYear && (
        <p className="soft">{t('neighbourhoods.page.gatheringsFrom', { count: perYear, day: format.day(from) })}</p>
      )}
      <p className="soft">
        {gatherings.planned > 0
          ? t('neighbourhoods.page.gatheringsPlanned', { count: gatherings.planned })
          : t(held > 0 ? 'neighbourhoods.page.gatheringsNone' : 'neighbourhoods.page.gatheringsNoneYet')}
      </p>
      <Link href={paths.gatherings}>{t('neighbourhoods.page.toGatherings')}</Link>
    </>
  )
}

function GroupFacts({ group }: { readonly group: NeighbourhoodPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { status, statusDay, activeUntil } = group
  return (
    <Facts
      facts={[
        {
          term: t('neighbourhoods.page.status'),
          value:
            status === null
              ? t('neighbourhoods.statusNone')
              : t('neighbourhoods.statusSince', {
                  status: t(`neighbourhoods.status.${status}`),
                  day: statusDay === null ? '' : format.day(statusDay),
                }),
        },
        { term: t('neighbourhoods.page.area'), value: group.areaNote },
        { term: t('neighbourhoods.page.chat'), value: group.chatLink },
        {
          term: t('neighbourhoods.page.size'),
          value: (
            <>
              <div>{t('neighbourhoods.page.sizeLine', { count: group.people, target: group.targetSize })}</div>
              {group.sizeAdvice && (
                <Status kind="att" wraps>
                  {t(`neighbourhoods.advice.${group.sizeAdvice}`)}
                </Status>
              )}
            </>
          ),
        },
        {
          term: t('neighbourhoods.page.cadence'),
          value: t('neighbourhoods.page.cadenceLine', { count: group.gatherings.perYear }),
        },
        {
          term: t('neighbourhoods.closed'),
          value: activeUntil && t('neighbourhoods.closedOn', { day: format.day(activeUntil) }),
        },
      ]}
    />
  )
}

function Events({ group, onClose }: { readonly group: NeighbourhoodPage; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const reopen = useCommand(api.neighbourhoods.reopen)
  const remove = useCommand(api.neighbourhoods.remove)
  return (
    <Section title={t('neighbourhoods.page.events')}>
      <div className="cluster">
        {group.activeUntil === null ? (
          <Button onPress={onClose}>{t('neighbourhoods.page.close')}</Button>
        ) : (
          <Button isBusy={reopen.isRunning} onPress={() => void reopen.run({ id: group.id })}>
            {t('neighbourhoods.page.reopen')}
          </Button>
        )}
        {group.people === 0 && (
          <Button icon="bin" isBusy={remove.isRunning} onPress={() => void remove.run({ id: group.id })}>
            {t('neighbourhoods.page.remove')}
          </Button>
        )}
      </div>
      <FormError text={reopen.formError ?? remove.formError} />
    </Section>
  )
}
