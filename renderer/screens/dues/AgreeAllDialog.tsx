import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Day, dayOfClock, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import type { Interval } from '../../../shared/domain/dues-schedule.ts'
import { CheckGroup } from '../../components/CheckGroup.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { BeforeBooksNotice } from '../../parts/BeforeBooksNotice.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PlanFields } from '../../parts/PlanFields.tsx'

export interface AgreeAllDialogProps {
  readonly members: Awaited<ReturnType<Api['dues']['withoutAgreement']>>
  readonly onClose: () => void
}

const methods = ['overboeking', 'contant'] as const

/** One agreement for every member who has none, instead of the same questions for each of them. */
export function AgreeAllDialog({ members: { people, from }, onClose }: AgreeAllDialogProps) {
  const { t } = useTranslation()
  const plans = useQuery(api.dues.plans, {})
  const known = plans.state === 'ready' ? plans.value : []
  const [planId, setPlanId] = useState<string | null>(null)
  const [interval, setInterval] = useState<Interval>(1)
  const [fromDay, setFromDay] = useState<Day | null>(from ?? startOfMonth(dayOfClock(new Date())))
  const [method, setMethod] = useState<(typeof methods)[number]>('overboeking')
  const [chosen, setChosen] = useState<readonly string[]>(() => people.map(({ personId }) => personId))
  const agree = useCommand(api.dues.agreeWithAll)
  // With more than one plan somebody says which: the first of the list may well be the free one.
  const chosenPlan = planId ?? (known.length === 1 ? (known[0]?.id ?? null) : null)

  const save = async () => {
    if (chosenPlan === null || fromDay === null) return
    const outcome = await agree.run({
      planId: chosenPlan,
      intervalMonths: interval,
      method,
      fromDay,
      personIds: [...chosen],
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('dues.agreeAll.title')}
      sub={t('dues.agreeAll.sub')}
      submit={t('dues.agreeAll.save', { count: chosen.length })}
      command={agree}
      onSubmit={save}
      onClose={onClose}
      isEmpty={chosen.length === 0 || known.length === 0}
    >
      <PlanFields
        plans={plans.state === 'ready' ? plans.value : undefined}
        planId={chosenPlan}
        onPlan={setPlanId}
        interval={interval}
        onInterval={setInterval}
        error={agree.fieldError('planId')}
      />
      <DayField
        label={t('dues.agreement.from')}
        hint={t('dues.agreeAll.fromHint')}
        value={fromDay}
        onChange={setFromDay}
        isRequired
        error={agree.fieldError('fromDay')}
      />
      <BeforeBooksNotice day={fromDay} />
      <ChoiceGroup
        label={t('dues.agreement.method')}
        value={method}
        onChange={setMethod}
        choices={methods.map((value) => ({ value, label: t(`dues.agreement.${value}`) }))}
      />
      <Disclosure title={t('dues.agreeAll.who', { count: people.length })}>
        <CheckGroup
          label={t('dues.agreeAll.whoLabel')}
          options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
          value={chosen}
          onChange={setChosen}
        />
      </Disclosure>
    </FormDialog>
  )
}
