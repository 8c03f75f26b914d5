import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuesOverview, PayerView } from '../../../shared/contract/dues.ts'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DuesTabs } from '../../parts/DuesTabs.tsx'
import { RunNotice } from '../../parts/RunNotice.tsx'
import { DuesSums } from './DuesSums.tsx'
import { NotAgreed } from './NotAgreed.tsx'
import { OpenPayers } from './OpenPayers.tsx'
import { PaymentsSection } from './PaymentsSection.tsx'

const PaymentDialog = later(async () => (await import('../../parts/PaymentDialog.tsx')).PaymentDialog)
const FeePlansDialog = later(async () => (await import('../../parts/FeePlansDialog.tsx')).FeePlansDialog)

type Open = 'plans' | { payer?: PayerView; openCents?: number } | null

const pageSize = 100

/** What is due this year, what came in, and who has something open, longest behind first. */
export function DuesScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const [open, setOpen] = useState<Open>(null)
  const [limit, setLimit] = useState(pageSize)
  const overview = useQuery(api.dues.overview, { limit }, { keep: true })
  const known = overview.state === 'ready' ? overview.value : undefined
  const isUsed = known !== undefined && known.planCount > 0
  return (
    <Page
      title={t('dues.title')}
      sub={isUsed && known && <Sub overview={known} month={(day) => format.month(day, known.today)} />}
      actions={
        isUsed && (
          <>
            <Button onPress={() => setOpen('plans')}>{t('dues.plans')}</Button>
            {/* The green one is the next step: while nobody pays yet that is agreeing on dues. */}
            <Button kind={hasDues(known) ? 'main' : 'outlined'} onPress={() => setOpen({})}>
              {t('dues.record')}
            </Button>
          </>
        )
      }
    >
      <DuesTabs />
      <RunNotice />
      <Answered of={overview}>
        {(value) => (
          <Filled
            overview={value}
            onPlans={() => setOpen('plans')}
            onPay={(payer, openCents) => setOpen({ payer, openCents })}
            onMore={() => setLimit(limit + pageSize * 5)}
          />
        )}
      </Answered>

      {open === 'plans' && <FeePlansDialog onClose={() => setOpen(null)} />}
      {open !== null && open !== 'plans' && <PaymentDialog {...open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Sub({ overview, month }: { readonly overview: DuesOverview; readonly month: (day: string) => string }) {
  const { t } = useTranslation()
  return overview.raisedTo === null ? t('dues.subNever') : t('dues.sub', { month: month(overview.raisedTo) })
}

interface FilledProps {
  readonly overview: DuesOverview
  readonly onPlans: () => void
  readonly onPay: (payer: PayerView, openCents: number) => void
  readonly onMore: () => void
}

function Filled({ overview, onPlans, onPay, onMore }: FilledProps) {
  const { t } = useTranslation()
  if (overview.planCount === 0)
    return (
      <EmptyState
        title={t('dues.empty.noPlanTitle')}
        actions={
          <Button kind="main" onPress={onPlans}>
            {t('dues.empty.noPlanAction')}
          </Button>
        }
      >
        {t('dues.empty.noPlanText')}
      </EmptyState>
    )
  return (
    <>
      {hasDues(overview) ? (
        <>
          <DuesSums overview={overview} />
          <Section title={t('dues.open.title')}>
            <OpenPayers overview={overview} onPay={onPay} onMore={onMore} />
            <NotAgreed isFirst={false} />
          </Section>
        </>
      ) : (
        <NotAgreed isFirst />
      )}
      <PaymentsSection />
    </>
  )
}

function hasDues(overview: DuesOverview): boolean {
  return overview.agreementCount > 0 || overview.raisedTo !== null || overview.payerCount > 0
}
