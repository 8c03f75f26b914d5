import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Day, dayOfClock, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { CheckGroup } from '../../components/CheckGroup.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { BeforeBooksNotice } from '../../parts/BeforeBooksNotice.tsx'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { PlanFields } from '../../parts/PlanFields.tsx'
import { usePlanChoice } from '../../parts/use-plan-choice.ts'

export interface AgreeAllDialogProps {
  readonly members: Awaited<ReturnType<Api['dues']['withoutAgreement']>>
  readonly onClose: () => void
}

const methods = ['overboeking', 'contant'] as const

/** One agreement for every member who has none, instead of the same questions for each of them. */
export function AgreeAllDialog({ members: { people, from }, onClose }: AgreeAllDialogProps) {
  const { t } = useTranslation()
  const choice = usePlanChoice()
  const [fromDay, setFromDay] = useState<Day | null>(from ?? startOfMonth(dayOfClock(new Date())))
  const [method, setMethod] = useState<(typeof methods)[number]>('overboeking')
  const [chosen, setChosen] = useState<readonly string[]>(() => people.map(({ personId }) => personId))
  const agree = useCommand(api.dues.agreeWithAll)

  const save = async () => {
    if (choice.planId === null || fromDay === null) return
    const outcome = await agree.run({
      planId: choice.planId,
      intervalMonths: choice.interval,
      anchorDay: choice.anchorFrom(fromDay),
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
      isEmpty={chosen.length === 0 || (choice.plans ?? []).length === 0}
    >
      <PlanFields choice={choice} error={agree.fieldError('planId')} />
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
