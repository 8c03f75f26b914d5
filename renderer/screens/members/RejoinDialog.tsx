import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { type FeeChoice, FeeFields } from './FeeFields.tsx'
import type { PersonDialogProps } from './PersonEvents.tsx'

const kinds = ['lid', 'belangstellende', 'contact'] as const

/** Somebody who left comes back. */
export function RejoinDialog({ person, onClose }: PersonDialogProps) {
  const { t } = useTranslation()
  const rejoin = useCommand(api.members.rejoin)
  const groups = useQuery(api.neighbourhoods.names, {})
  const [kind, setKind] = useState<(typeof kinds)[number]>('lid')
  const [day, setDay] = useState<Day | null>(person.today)
  const [groupId, setGroupId] = useState('none')
  const [fee, setFee] = useState<FeeChoice | null>(null)
  const names = groups.state === 'ready' ? groups.value : []

  const save = async () => {
    if (day === null) return
    const outcome = await rejoin.run({
      personId: person.id,
      kind,
      day,
      neighbourhoodId: groupId === 'none' ? null : groupId,
      fee: kind === 'lid' ? fee : null,
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('members.rejoin.title')}
      sub={`${person.name}. ${t('members.rejoin.sub')}`}
      submit={t('members.rejoin.submit')}
      onSubmit={save}
      onClose={onClose}
      command={rejoin}
    >
      <FieldRow>
        <SelectField
          label={t('members.field.kind')}
          width="medium"
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: t(`members.kind.${value}`) }))}
        />
        <DayField
          label={t('members.rejoin.day')}
          width="medium"
          isRequired
          value={day}
          onChange={setDay}
          error={rejoin.fieldError('day')}
        />
      </FieldRow>
      {names.length > 0 && (
        <SelectField
          label={t('members.field.neighbourhood')}
          width="medium"
          value={groupId}
          onChange={setGroupId}
          options={[
            { value: 'none', label: t('members.field.noNeighbourhood') },
            ...names.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={rejoin.fieldError('neighbourhoodId')}
        />
      )}
      {kind === 'lid' && <FeeFields value={fee} onChange={setFee} />}
    </FormDialog>
  )
}
