import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgreementView, Payer, PersonDues } from '../../shared/contract/dues.ts'
import { addDays, type Day, dayOfClock, endOfMonth, startOfMonth } from '../../shared/domain/calendar-date.ts'
import { firstMonthAsked, paymentMethods } from '../../shared/domain/dues-schedule.ts'
import { Button } from '../components/Button.tsx'
import { ChoiceGroup } from '../components/ChoiceGroup.tsx'
import { DayField } from '../components/DayField.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { FieldRow, Form } from '../components/Form.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import { BeforeBooksNotice } from './BeforeBooksNotice.tsx'
import { PayerField } from './PayerField.tsx'
import { PlanFields } from './PlanFields.tsx'
import { noReduction, type ReductionDraft, ReductionFields, reductionOf } from './ReductionFields.tsx'
import { useDuesWords } from './use-dues-words.ts'
import { usePlanChoice } from './use-plan-choice.ts'

export interface AgreementDialogProps {
  readonly personId: string
  readonly dues: PersonDues
  readonly onClose: () => void
}

/** What a member pays, how often, and who pays it. A change closes the old agreement and opens a new one. */
export function AgreementDialog({ personId, dues, onClose }: AgreementDialogProps) {
  const [isStopping, setStopping] = useState(false)
  return isStopping ? (
    <StopAgreement personId={personId} onClose={onClose} />
  ) : (
    <Terms personId={personId} dues={dues} onClose={onClose} onStop={() => setStopping(true)} />
  )
}

function Terms({ personId, dues, onClose, onStop }: AgreementDialogProps & { readonly onStop: () => void }) {
  const { t } = useTranslation()
  const words = useDuesWords()
  const { agreement: old } = dues
  const choice = usePlanChoice(
    old ? { planId: old.planId, interval: old.intervalMonths, anchorDay: old.anchorDay } : undefined,
  )
  const debit = useQuery(api.directDebit.person, { personId })
  const canCollect = old?.method === 'incasso' || (debit.state === 'ready' && debit.value.canCollect)
  const [fromDay, setFromDay] = useState<Day | null>(() => startDay(dues))
  const book = useQuery(api.books.settings, {})
  const firstMonth =
    fromDay !== null && book.state === 'ready' ? firstMonthAsked(fromDay, book.value.accountingStart) : null
  const [payer, setPayer] = useState<Payer | null>(() => firstPayer(dues))
  const [isOther, setOther] = useState(false)
  const [method, setMethod] = useState(old?.method ?? 'overboeking')
  const [reduction, setReduction] = useState<ReductionDraft>(() => reductionDraft(old))
  const agree = useCommand(api.dues.agree)

  const save = async () => {
    if (choice.planId === null || fromDay === null || payer === null) return
    const outcome = await agree.run({
      personId,
      fromDay,
      planId: choice.planId,
      intervalMonths: choice.interval,
      anchorDay: choice.anchorFrom(fromDay),
      payer,
      reduction: reductionOf(reduction),
      method,
    })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={t(old ? 'dues.agreement.titleChange' : 'dues.agreement.titleNew')} onClose={onClose}>
      <Form
        onSubmit={save}
        error={agree.formError}
        actions={
          <>
            {old && (
              <Button kind="plain" onPress={onStop}>
                {t('dues.agreement.stop')}
              </Button>
            )}
            <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
            <Button kind="main" type="submit" isBusy={agree.isRunning} isDisabled={(choice.plans ?? []).length === 0}>
              {t('dues.agreement.save')}
            </Button>
          </>
        }
      >
        <PlanFields choice={choice} error={agree.fieldError('planId')} />
        <DayField
          label={t('dues.agreement.from')}
          value={fromDay}
          onChange={setFromDay}
          isRequired
          error={agree.fieldError('fromDay')}
          hint={firstMonth === null ? undefined : t('dues.agreement.fromHint', { month: words.months([firstMonth]) })}
        />
        <BeforeBooksNotice day={fromDay} />
        <ChoiceGroup
          label={t('dues.agreement.payer')}
          layout="column"
          value={isOther ? 'other' : (payer && keyOf(payer)) || null}
          onChange={(chosen) => {
            setOther(chosen === 'other')
            const choice = payersOf(dues).find((view) => keyOf(view) === chosen)
            setPayer(choice ? { kind: choice.kind, id: choice.id } : null)
          }}
          choices={[
            ...payersOf(dues).map((view) => ({
              value: keyOf(view),
              label: t(view.kind === 'household' ? 'dues.agreement.payerHousehold' : 'dues.agreement.payerPerson', {
                names: words.people(view.people),
              }),
            })),
            { value: 'other', label: t('dues.agreement.payerOther') },
          ]}
        />
        {isOther && (
          <PayerField
            label={t('dues.agreement.payerOtherWho')}
            error={agree.fieldError('payer')}
            onChoose={(found) => setPayer(found ? { kind: 'person', id: found.personId } : null)}
          />
        )}
        <FieldRow>
          <ChoiceGroup
            label={t('dues.agreement.method')}
            value={method}
            onChange={setMethod}
            choices={paymentMethods
              .filter((value) => value !== 'incasso' || canCollect)
              .map((value) => ({ value, label: t(`dues.agreement.${value}`) }))}
          />
        </FieldRow>
        {method === 'incasso' && <p className="soft">{t('dues.agreement.incassoHint')}</p>}
        <ReductionFields
          draft={reduction}
          onChange={setReduction}
          rateMonths={choice.rateMonths}
          fieldError={agree.fieldError}
        />
        {old && <p className="soft">{t('dues.agreement.changed')}</p>}
      </Form>
    </Dialog>
  )
}

function StopAgreement({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [last, setLast] = useState<Day | null>(() => endOfMonth(dayOfClock(new Date())))
  const end = useCommand(api.dues.endAgreement)
  return (
    <Dialog title={t('dues.agreement.stopTitle')} onClose={onClose}>
      <Form
        onSubmit={async () => {
          if (last === null) return
          const outcome = await end.run({ personId, untilDay: addDays(last, 1) })
          if (outcome.ok) onClose()
        }}
        error={end.formError}
        actions={
          <>
            <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
            <Button kind="main" type="submit" isBusy={end.isRunning}>
              {t('dues.agreement.stopSave')}
            </Button>
          </>
        }
      >
        <DayField label={t('dues.agreement.stopDay')} value={last} onChange={setLast} isRequired isFirst />
        <p>{t('dues.agreement.stopEffect')}</p>
      </Form>
    </Dialog>
  )
}

const keyOf = (payer: Payer) => `${payer.kind} ${payer.id}`

/** The household, the person, and whoever pays now when that is somebody else. */
function payersOf({ payerChoices, agreement }: PersonDues) {
  const now = agreement?.payer
  return now && !payerChoices.some((choice) => keyOf(choice) === keyOf(now)) ? [...payerChoices, now] : payerChoices
}

function firstPayer(dues: PersonDues): Payer | null {
  const first = dues.agreement?.payer ?? dues.payerChoices[0]
  return first ? { kind: first.kind, id: first.id } : null
}

/** A change holds from this month on; a first agreement from the day somebody joined. */
function startDay({ agreement, membership }: PersonDues): Day {
  const month = startOfMonth(dayOfClock(new Date()))
  if (agreement) return agreement.fromDay > month ? agreement.fromDay : month
  return membership?.fromDay ?? month
}

function reductionDraft(old: AgreementView | null): ReductionDraft {
  const reduction = old?.reduction
  if (!reduction) return noReduction
  return {
    kind: reduction.kind,
    cents: reduction.kind === 'amount' ? reduction.value : null,
    percent: reduction.kind === 'percent' ? reduction.value : null,
    reason: reduction.reason ?? '',
    lastDay: reduction.until === null ? null : addDays(reduction.until, -1),
  }
}
