import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { CollectionProposal } from '../../../shared/contract/direct-debit.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { paths } from '../../app/paths.ts'
import { Amount } from '../../components/Amount.tsx'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { DayField } from '../../components/DayField.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { Notice } from '../../components/Notice.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { AccountLine } from './AccountLine.tsx'
import { LeftOutList } from './LeftOutList.tsx'

type Item = CollectionProposal['items'][number]

/** On which day, from whom and from whom not; what is written only when it is made. */
export function MakeDialog({ earliestDay, onClose }: { readonly earliestDay: Day; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, goTo] = useLocation()
  const [collectDay, setDay] = useState<Day | null>(earliestDay)
  const [text, setText] = useState(t('debit.make.textUsual'))
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set())
  const proposal = useQuery(
    api.directDebit.propose,
    { collectDay: collectDay ?? earliestDay },
    { keep: true, isWanted: collectDay !== null },
  )
  const make = useCommand(api.directDebit.make)
  const chosen = proposal.state === 'ready' ? chosenOf(proposal.value, without) : []
  const cents = chosen.reduce((sum, item) => sum + item.cents, 0)

  const submit = async () => {
    if (collectDay === null) return
    const outcome = await make.run({ collectDay, text, without: [...without] })
    if (!outcome.ok) return
    onClose()
    goTo(paths.collection(outcome.value.ids[0] ?? ''))
  }
  return (
    <FormDialog
      title={t('debit.make.title')}
      size="wide"
      submit={chosen.length === 0 ? t('debit.make.open') : t('debit.make.submit', { amount: format.amount(cents) })}
      isEmpty={chosen.length === 0}
      command={make}
      onSubmit={submit}
      onClose={onClose}
    >
      <DayField
        label={t('debit.make.day')}
        hint={t('debit.make.dayHint', { day: format.dayNear(earliestDay, earliestDay) })}
        isRequired
        value={collectDay}
        onChange={setDay}
        error={make.fieldError('collectDay')}
      />
      <TextField label={t('debit.make.text')} isRequired maxLength={100} value={text} onChange={setText} />
      {collectDay !== null && (
        <Answered of={proposal}>
          {(value) => (
            <>
              <DayNotice proposal={value} collectDay={collectDay} onDay={setDay} />
              <Chosen proposal={value} cents={cents} without={without} onWithout={setWithout} />
            </>
          )}
        </Answered>
      )}
    </FormDialog>
  )
}

const chosenOf = (proposal: CollectionProposal, without: ReadonlySet<string>) =>
  proposal.items.filter(({ mandateId }) => !without.has(mandateId))

interface DayNoticeProps {
  readonly proposal: CollectionProposal
  readonly collectDay: Day
  readonly onDay: (day: Day) => void
}

/** A day that cannot be used says which one can; another says by when what must be done. */
function DayNotice({ proposal, collectDay, onDay }: DayNoticeProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { nextDay, earliestDay, days } = proposal
  const better = collectDay < earliestDay ? earliestDay : nextDay
  const shortDay = format.dayNear(better, better)
  if (better !== collectDay)
    return (
      <Notice
        kind="att"
        action={<Button onPress={() => onDay(better)}>{t('debit.make.useDay', { day: shortDay })}</Button>}
      >
        {collectDay < earliestDay
          ? t('debit.make.soon', { day: shortDay })
          : t('debit.make.closed', { day: format.day(collectDay, 'full'), next: shortDay })}
      </Notice>
    )
  return (
    <p>
      {t('debit.make.days', {
        announce: format.dayNear(days.announceBy, collectDay),
        submit: format.dayNear(days.submitBy, collectDay),
      })}
    </p>
  )
}

interface ChosenProps {
  readonly proposal: CollectionProposal
  readonly cents: number
  readonly without: ReadonlySet<string>
  readonly onWithout: (without: ReadonlySet<string>) => void
}

function Chosen({ proposal, cents, without, onWithout }: ChosenProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { items, leftOut, monthCents, monthLimitCents } = proposal
  const chosen = chosenOf(proposal, without)
  const tooMuch = monthLimitCents === null ? 0 : monthCents + cents - monthLimitCents
  const columns: Column<Item>[] = [
    {
      key: 'name',
      header: t('debit.columns.name'),
      kind: 'name',
      cell: ({ name, iban, newAccount }) => (
        <>
          <Bdi>{name}</Bdi>
          <AccountLine iban={iban} newAccount={newAccount} />
        </>
      ),
    },
    {
      key: 'amount',
      header: t('debit.columns.amount'),
      kind: 'number',
      cell: (item) => <Amount cents={item.cents} exact />,
    },
  ]
  return (
    <>
      {tooMuch > 0 && <Notice kind="att">{t('debit.make.overMonth', { tooMuch: format.amount(tooMuch) })}</Notice>}
      {items.length === 0 ? (
        <p>{t('debit.make.none')}</p>
      ) : (
        <>
          <p role="status">{t('debit.make.chosen', { count: chosen.length, amount: format.amount(cents) })}</p>
          <DataTable
            label={t('debit.make.who')}
            columns={columns}
            rows={items}
            rowKey={({ mandateId }) => mandateId}
            isCompact
            selection={{
              keys: new Set(chosen.map(({ mandateId }) => mandateId)),
              onChange: (keys) =>
                onWithout(new Set(items.map(({ mandateId }) => mandateId).filter((id) => !keys.has(id)))),
            }}
            selectLabel={({ name }) => t('debit.make.choose', { name })}
          />
        </>
      )}
      {leftOut.length > 0 && (
        <Disclosure title={t('debit.make.leftOut', { count: leftOut.length })} isOpenAtFirst={items.length === 0}>
          <LeftOutList leftOut={leftOut} />
        </Disclosure>
      )}
    </>
  )
}
