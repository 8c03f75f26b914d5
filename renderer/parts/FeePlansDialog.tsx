import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Day, dayOfClock, startOfMonth } from '../../shared/domain/calendar-date.ts'
import { firstWholeMonth, type Interval } from '../../shared/domain/dues-schedule.ts'
import type { Cents } from '../../shared/domain/money.ts'
import { Button } from '../components/Button.tsx'
import { DayField } from '../components/DayField.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { FieldRow, Form } from '../components/Form.tsx'
import { MoneyField } from '../components/MoneyField.tsx'
import { TextField } from '../components/TextField.tsx'
import { Answered } from '../data/Answered.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useErrorText } from '../data/use-error-text.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import styles from './FeePlansDialog.module.css'
import { RateField } from './RateField.tsx'
import { useDuesWords } from './use-dues-words.ts'

type Plan = Awaited<ReturnType<Api['dues']['plans']>>[number]

/** The plans with their dated amounts. */
export function FeePlansDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const plans = useQuery(api.dues.plans, {})
  const [isAdding, setAdding] = useState(false)
  return (
    <Dialog
      title={t('dues.plan.title')}
      sub={t('dues.plan.sub')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('dues.plan.close')}</Button>}
    >
      <Answered of={plans}>
        {(known) => (
          <>
            {known.length === 0 && !isAdding && <p className="soft">{t('dues.plan.none')}</p>}
            <ul className={styles.plans}>
              {known.map((plan) => (
                <PlanItem key={plan.id} plan={plan} />
              ))}
            </ul>
            {isAdding || known.length === 0 ? (
              <NewPlan isFirst={known.length === 0} onDone={() => setAdding(false)} />
            ) : (
              <Button onPress={() => setAdding(true)}>{t('dues.plan.add')}</Button>
            )}
          </>
        )}
      </Answered>
    </Dialog>
  )
}

function PlanItem({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const textOf = useErrorText()
  const [open, setOpen] = useState<'rate' | 'name' | null>(null)
  const remove = useCommand(api.dues.removePlan)
  const removeRate = useCommand(api.dues.removeRate)
  const error = remove.error ?? removeRate.error
  const { rateMonths } = plan
  const now =
    plan.rateCents > 0 ? t('dues.plan.now', { rate: words.rate(plan.rateCents, rateMonths) }) : t('dues.plan.free')
  const used = plan.agreements > 0 ? t('dues.plan.used', { count: plan.agreements }) : t('dues.plan.unused')
  return (
    <li>
      <h3>{plan.name}</h3>
      <p className="soft">{`${now}, ${used}.`}</p>
      <ul className={styles.rates} aria-label={t('dues.plan.ratesLabel', { name: plan.name })}>
        {plan.rates.map((rate) => {
          const values = { rate: words.rate(rate.amountCents, rateMonths), day: format.day(rate.validFrom) }
          return (
            <li key={rate.id}>
              <span>{t('dues.plan.rate', values)}</span>
              {plan.rates.length > 1 && (
                <Button
                  kind="plain"
                  label={t('dues.plan.removeRateLabel', values)}
                  onPress={() => void removeRate.run({ rateId: rate.id })}
                >
                  {t('dues.plan.removeRate')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {error && <p role="alert">{textOf(error)}</p>}
      {open === 'rate' && <NewRate plan={plan} onDone={() => setOpen(null)} />}
      {open === 'name' && <Rename plan={plan} onDone={() => setOpen(null)} />}
      {open === null && (
        <div className="cluster">
          <Button label={t('dues.plan.newRateFor', { name: plan.name })} onPress={() => setOpen('rate')}>
            {t('dues.plan.newRate')}
          </Button>
          <Button kind="plain" label={t('dues.plan.renameFor', { name: plan.name })} onPress={() => setOpen('name')}>
            {t('dues.plan.rename')}
          </Button>
          {plan.agreements === 0 && (
            <Button
              kind="plain"
              label={t('dues.plan.removeFor', { name: plan.name })}
              onPress={() => void remove.run({ planId: plan.id })}
            >
              {t('dues.plan.remove')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function NewPlan({ isFirst, onDone }: { readonly isFirst: boolean; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [amount, setAmount] = useState<Cents | null>(null)
  const [from, setFrom] = useState<Day | null>(() => `${dayOfClock(new Date()).slice(0, 4)}-01-01`)
  const [months, setMonths] = useState<Interval>(1)
  const add = useCommand(api.dues.addPlan)
  return (
    <Form
      onSubmit={async () => {
        if (amount === null || from === null) return
        const outcome = await add.run({ name, amountCents: amount, rateMonths: months, validFrom: from })
        if (outcome.ok) onDone()
      }}
      error={add.formError}
      actions={
        <>
          {!isFirst && <Button onPress={onDone}>{t('app.dialog.cancel')}</Button>}
          <Button kind="main" type="submit" isBusy={add.isRunning}>
            {t('dues.plan.addSave')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('dues.plan.name')}
        hint={t('dues.plan.nameHint')}
        value={name}
        onChange={setName}
        maxLength={80}
        isRequired
        isFirst
      />
      <FieldRow>
        <RateField cents={amount} onCents={setAmount} months={months} onMonths={setMonths} isRequired />
        <DayField label={t('dues.plan.from')} value={from} onChange={setFrom} isRequired />
      </FieldRow>
      <MidMonth from={from} />
    </Form>
  )
}

function NewRate({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const label = t('dues.plan.newAmount', { interval: t(`dues.interval.${plan.rateMonths}`) })
  const month = startOfMonth(dayOfClock(new Date()))
  const [amount, setAmount] = useState<Cents | null>(null)
  const [from, setFrom] = useState<Day | null>(`${Number(month.slice(0, 4)) + 1}-01-01`)
  const set = useCommand(api.dues.setRate)
  return (
    <Form
      onSubmit={async () => {
        if (amount === null || from === null) return
        const outcome = await set.run({ planId: plan.id, amountCents: amount, validFrom: from })
        if (outcome.ok) onDone()
      }}
      error={set.formError}
      actions={
        <>
          <Button onPress={onDone}>{t('app.dialog.cancel')}</Button>
          <Button kind="main" type="submit" isBusy={set.isRunning}>
            {t('dues.plan.rateSave')}
          </Button>
        </>
      }
    >
      <FieldRow>
        <MoneyField label={label} value={amount} onChange={setAmount} isRequired isFirst />
        <DayField label={t('dues.plan.from')} value={from} onChange={setFrom} isRequired />
      </FieldRow>
      <MidMonth from={from} />
      {from !== null && from <= month && <p className="soft">{t('dues.plan.ratePast')}</p>}
    </Form>
  )
}

/** A month costs what holds on its first day: an amount from within a month is asked from the next one on. */
function MidMonth({ from }: { readonly from: Day | null }) {
  const { t } = useTranslation()
  const words = useDuesWords()
  if (from === null || firstWholeMonth(from) === from) return null
  return <p className="soft">{t('dues.plan.midMonth', { month: words.months([firstWholeMonth(from)]) })}</p>
}

function Rename({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(plan.name)
  const rename = useCommand(api.dues.renamePlan)
  return (
    <Form
      onSubmit={async () => {
        const outcome = await rename.run({ planId: plan.id, name })
        if (outcome.ok) onDone()
      }}
      error={rename.formError}
      actions={
        <>
          <Button onPress={onDone}>{t('app.dialog.cancel')}</Button>
          <Button kind="main" type="submit" isBusy={rename.isRunning}>
            {t('dues.plan.renameSave')}
          </Button>
        </>
      }
    >
      <TextField label={t('dues.plan.name')} value={name} onChange={setName} maxLength={80} isRequired isFirst />
    </Form>
  )
}
