import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { isAccountNear } from '../../../shared/domain/subsidies.ts'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Facts } from '../../components/Facts.tsx'
import { FormError } from '../../components/Form.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { GatheringTabs } from '../../parts/GatheringTabs.tsx'
import styles from './Subsidies.module.css'

const SubsidyDialog = later(async () => (await import('./SubsidyDialogs.tsx')).SubsidyDialog)
const AccountDialog = later(async () => (await import('./SubsidyDialogs.tsx')).AccountDialog)

export type Subsidy = Awaited<ReturnType<Api['subsidies']['list']>>['open'][number]
type Opened = { readonly step: 'add' } | { readonly step: 'change' | 'account'; readonly subsidy: Subsidy }

/** Who gave money, what it went to, and before which day that must be told. */
export function SubsidiesScreen() {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<Opened>()
  const list = useQuery(api.subsidies.list, {})
  const close = () => setOpened(undefined)
  return (
    <Page
      title={t('subsidies.title')}
      actions={
        <Button kind="main" onPress={() => setOpened({ step: 'add' })}>
          {t('subsidies.add')}
        </Button>
      }
    >
      <GatheringTabs />
      <Answered of={list}>
        {({ today, open, accounted }) => (
          <>
            {open.length + accounted.length === 0 && (
              <EmptyState title={t('subsidies.emptyTitle')}>{t('subsidies.emptyText')}</EmptyState>
            )}
            {[...open, ...accounted].map((subsidy) => (
              <OneSubsidy key={subsidy.id} subsidy={subsidy} today={today} onOpen={setOpened} />
            ))}
            {open.length + accounted.length > 0 && (
              <div className={styles.after}>
                <LinkButton href={paths.report('subsidy_account')} icon="print">
                  {t('subsidies.report')}
                </LinkButton>
              </div>
            )}

            {opened?.step === 'add' && <SubsidyDialog subsidy={null} today={today} onClose={close} />}
            {opened?.step === 'change' && <SubsidyDialog subsidy={opened.subsidy} today={today} onClose={close} />}
            {opened?.step === 'account' && <AccountDialog subsidy={opened.subsidy} today={today} onClose={close} />}
          </>
        )}
      </Answered>
    </Page>
  )
}

interface OneSubsidyProps {
  readonly subsidy: Subsidy
  readonly today: string
  readonly onOpen: (opened: Opened) => void
}

function OneSubsidy({ subsidy, today, onOpen }: OneSubsidyProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const remove = useCommand(api.subsidies.remove)
  const name = t('subsidies.heading', { purpose: subsidy.purpose, giver: subsidy.giver })
  const { leftCents, returnedCents } = subsidy
  return (
    <Section title={name}>
      <div className="stack">
        <Facts
          facts={[
            {
              term: t('subsidies.facts.granted'),
              value: `${format.amount(subsidy.grantedCents)}, ${format.day(subsidy.grantedDay)}`,
            },
            { term: t('subsidies.facts.spent'), value: format.amount(subsidy.spentCents) },
            {
              term: t('subsidies.facts.other'),
              value:
                subsidy.otherCents > 0 &&
                [format.amount(subsidy.otherCents), subsidy.otherNote].filter(Boolean).join(', '),
            },
            { term: t('subsidies.facts.returned'), value: returnedCents !== null && format.amount(returnedCents) },
            {
              term: t(leftCents < 0 ? 'subsidies.facts.over' : 'subsidies.facts.left'),
              value: format.amount(Math.abs(leftCents)),
            },
            {
              term: t('subsidies.facts.planned'),
              value: subsidy.plannedCents > 0 && format.amount(subsidy.plannedCents),
            },
            { term: t('subsidies.facts.due'), value: <AccountDay subsidy={subsidy} /> },
          ]}
        />
        <PaidGatherings subsidy={subsidy} today={today} />
        <div className="cluster">
          {subsidy.accountedDay === null && (
            <Button label={t('subsidies.accountLabel', { name })} onPress={() => onOpen({ step: 'account', subsidy })}>
              {t('subsidies.account')}
            </Button>
          )}
          <Button label={t('subsidies.changeLabel', { name })} onPress={() => onOpen({ step: 'change', subsidy })}>
            {t('subsidies.change')}
          </Button>
          <Button
            label={t('subsidies.removeLabel', { name })}
            isBusy={remove.isRunning}
            onPress={() => void remove.run({ id: subsidy.id })}
          >
            {t('subsidies.remove')}
          </Button>
        </div>
        <FormError text={remove.formError} />
      </div>
    </Section>
  )
}

/** A day that is near or past asks for somebody; one that was kept does not. */
function AccountDay({ subsidy }: { readonly subsidy: Subsidy }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { accountDay, accountedDay, daysLeft } = subsidy
  if (accountedDay !== null)
    return <Status kind="ok">{`${t('subsidies.facts.accounted')} ${format.day(accountedDay)}`}</Status>
  if (accountDay === null || daysLeft === null) return null
  const day = format.day(accountDay)
  if (!isAccountNear(daysLeft)) return t('subsidies.daysLeft', { day, count: daysLeft })
  const words =
    daysLeft > 0
      ? t('subsidies.daysLeft', { day, count: daysLeft })
      : t(daysLeft === 0 ? 'subsidies.today' : 'subsidies.late', { day })
  return <Status kind="att">{words}</Status>
}

function PaidGatherings({ subsidy, today }: { readonly subsidy: Subsidy; readonly today: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  type Paid = Subsidy['gatherings'][number]
  if (subsidy.gatherings.length === 0) return <p className="soft">{t('subsidies.noGatherings')}</p>
  const columns: Column<Paid>[] = [
    {
      key: 'what',
      header: t('subsidies.what'),
      kind: 'name',
      cell: ({ id, title }) => (
        <Link href={paths.gathering(id)}>
          <bdi>{title}</bdi>
        </Link>
      ),
    },
    { key: 'day', header: t('subsidies.day'), cell: ({ day }) => format.dayNear(day, today) },
    {
      key: 'came',
      header: t('subsidies.came'),
      cell: ({ isHeld, isCalledOff, came }) =>
        isHeld ? format.count(came) : t(isCalledOff ? 'subsidies.calledOff' : 'subsidies.notHeld'),
      isNamedInBlock: true,
    },
    {
      key: 'cost',
      header: t('subsidies.cost'),
      cell: ({ costCents }) => (costCents === null ? t('subsidies.noCost') : format.amount(costCents)),
      isNamedInBlock: true,
    },
  ]
  return (
    <>
      <DataTable
        label={t('subsidies.gatherings')}
        columns={columns}
        rows={subsidy.gatherings}
        rowKey={({ id }) => id}
        isCompact
      />
      {subsidy.gatherings.some(({ isCalledOff }) => isCalledOff) && (
        <p className="soft measure">{t('subsidies.calledOffCounts')}</p>
      )}
    </>
  )
}
