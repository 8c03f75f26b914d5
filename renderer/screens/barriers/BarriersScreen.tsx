import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearch } from 'wouter'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { GatheringTabs } from '../../parts/GatheringTabs.tsx'
import { BarrierItem, type BarrierStep } from './BarrierItem.tsx'
import styles from './Barriers.module.css'

const BarrierDialog = later(async () => (await import('./BarrierDialogs.tsx')).BarrierDialog)
const MeasureDialog = later(async () => (await import('./BarrierDialogs.tsx')).MeasureDialog)
const JudgeDialog = later(async () => (await import('./BarrierDialogs.tsx')).JudgeDialog)

export type ListedBarriers = Awaited<ReturnType<Api['barriers']['list']>>
export type Barrier = ListedBarriers['open'][number]

/** Why people do not come, what was done about it, and whether more came afterwards. */
export function BarriersScreen() {
  const { t } = useTranslation()
  // A gathering to which few came leads here, and then asks at once.
  const place = new URLSearchParams(useSearch()).get('nieuw')
  const [opened, setOpened] = useState<
    { readonly step: BarrierStep | 'add'; readonly barrier: Barrier | null } | undefined
  >(place === null ? undefined : { step: 'add', barrier: null })
  const list = useQuery(api.barriers.list, {})
  const close = () => setOpened(undefined)
  return (
    <Page
      title={t('barriers.title')}
      sub={t('barriers.sub')}
      actions={
        <Button kind="main" onPress={() => setOpened({ step: 'add', barrier: null })}>
          {t('barriers.add')}
        </Button>
      }
    >
      <GatheringTabs />
      <Answered of={list}>
        {(listed) => (
          <>
            <Lists listed={listed} onStep={(step, barrier) => setOpened({ step, barrier })} />

            {opened && (opened.step === 'add' || opened.step === 'change') && (
              <BarrierDialog listed={listed} barrier={opened.barrier} place={place} onClose={close} />
            )}
            {opened?.step === 'measure' && opened.barrier && (
              <MeasureDialog barrier={opened.barrier} today={listed.today} onClose={close} />
            )}
            {opened?.step === 'judge' && opened.barrier && <JudgeDialog barrier={opened.barrier} onClose={close} />}
          </>
        )}
      </Answered>
    </Page>
  )
}

interface ListsProps {
  readonly listed: ListedBarriers
  readonly onStep: (step: BarrierStep, barrier: Barrier) => void
}

function Lists({ listed, onStep }: ListsProps) {
  const { t } = useTranslation()
  const { open, closed, today } = listed
  if (open.length + closed.length === 0)
    return <EmptyState title={t('barriers.emptyTitle')}>{t('barriers.emptyText')}</EmptyState>
  const items = (barriers: readonly Barrier[]) =>
    barriers.map((barrier) => (
      <BarrierItem key={barrier.id} barrier={barrier} today={today} onStep={(step) => onStep(step, barrier)} />
    ))
  return (
    <>
      <Section title={t('barriers.open')}>
        {open.length === 0 ? <p className="soft">{t('barriers.openNone')}</p> : items(open)}
      </Section>
      {closed.length > 0 && <Section title={t('barriers.closed')}>{items(closed)}</Section>}
      <p className={`${styles.rule} soft small`}>{t('barriers.effect.rule')}</p>
    </>
  )
}
