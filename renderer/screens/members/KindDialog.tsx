import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { type FeeChoice, FeeFields } from './FeeFields.tsx'
import type { PersonDialogProps } from './PersonEvents.tsx'
import { useKindHint } from './use-kind-hint.ts'

const kinds = ['lid', 'belangstellende', 'contact'] as const

/** Member becomes interested person, or the other way round. */
export function KindDialog({ person, onClose }: PersonDialogProps) {
  const { t } = useTranslation()
  const kindHint = useKindHint()
  const change = useCommand(api.members.changeKind)
  const others = kinds.filter((kind) => kind !== person.status)
  const [kind, setKind] = useState<(typeof kinds)[number]>(others[0] ?? 'lid')
  const [day, setDay] = useState<Day | null>(person.today)
  const [fee, setFee] = useState<FeeChoice | null>(null)

  const save = async () => {
    if (day === null) return
    const outcome = await change.run({ personId: person.id, kind, day, fee: kind === 'lid' ? fee : null })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('members.kindChange.title')}
      sub={person.name}
      submit={t('members.kindChange.submit')}
      onSubmit={save}
      onClose={onClose}
      command={change}
    >
      <ChoiceGroup
        label={t('members.field.kind')}
        layout="column"
        value={kind}
        onChange={setKind}
        choices={others.map((value) => ({
          value,
          label: t(`members.kind.${value}`),
          hint: kindHint(value),
        }))}
        error={change.fieldError('kind')}
      />
      <DayField
        label={t('members.kindChange.day')}
        width="medium"
        isRequired
        value={day}
        onChange={setDay}
        error={change.fieldError('day')}
      />
      {kind === 'lid' && <FeeFields value={fee} onChange={setFee} />}
    </FormDialog>
  )
}
