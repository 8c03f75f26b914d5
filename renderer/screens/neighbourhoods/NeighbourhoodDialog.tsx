import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { type NeighbourhoodStatus, neighbourhoodStatuses } from '../../../shared/domain/neighbourhood-status.ts'
import { paths } from '../../app/paths.ts'
import { FieldRow } from '../../components/Form.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'

type NeighbourhoodPage = Awaited<ReturnType<Api['neighbourhoods']['get']>>

export interface NeighbourhoodDialogProps {
  /** null: a new one. */
  readonly group: NeighbourhoodPage | null
  readonly onClose: () => void
}

/** What is written down about a binnenbuurt itself. */
export function NeighbourhoodDialog({ group, onClose }: NeighbourhoodDialogProps) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const add = useCommand(api.neighbourhoods.add)
  const change = useCommand(api.neighbourhoods.change)
  const command = group === null ? add : change
  const [name, setName] = useState(group?.name ?? '')
  const [areaNote, setAreaNote] = useState(group?.areaNote ?? '')
  const [chatLink, setChatLink] = useState(group?.chatLink ?? '')
  const [targetSize, setTargetSize] = useState<number | null>(group?.targetSize ?? 50)
  const [cadencePerYear, setCadence] = useState<number | null>(group?.cadencePerYear ?? null)
  const [status, setStatus] = useState<NeighbourhoodStatus | 'none'>(group?.status ?? 'none')

  const save = async () => {
    if (targetSize === null) return
    const plan = { name, areaNote: areaNote.trim() === '' ? null : areaNote, chatLink, targetSize, cadencePerYear }
    if (group === null) {
      const outcome = await add.run(plan)
      if (!outcome.ok) return
      onClose()
      navigate(paths.neighbourhood(outcome.value.id))
      return
    }
    const said = status === 'none' ? null : status
    const outcome = await change.run({ id: group.id, ...plan, ...(said !== group.status && { status: said }) })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(group === null ? 'neighbourhoods.form.addTitle' : 'neighbourhoods.form.changeTitle')}
      submit={t(group === null ? 'neighbourhoods.form.submitAdd' : 'neighbourhoods.form.submit')}
      command={command}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={t('neighbourhoods.form.name')}
        isRequired
        isFirst
        maxLength={80}
        value={name}
        onChange={setName}
        error={command.fieldError('name')}
      />
      <TextArea
        label={t('neighbourhoods.form.areaNote')}
        rows={2}
        maxLength={400}
        value={areaNote}
        onChange={setAreaNote}
      />
      <TextField
        label={t('neighbourhoods.form.chatLink')}
        hint={t('neighbourhoods.form.chatLinkHint')}
        isOptional
        maxLength={400}
        value={chatLink}
        onChange={setChatLink}
      />
      <FieldRow>
        <NumberField
          label={t('neighbourhoods.form.targetSize')}
          hint={t('neighbourhoods.form.targetSizeHint')}
          width="medium"
          isRequired
          min={1}
          max={10_000}
          value={targetSize}
          onChange={setTargetSize}
        />
        <NumberField
          label={t('neighbourhoods.form.cadence')}
          hint={t('neighbourhoods.form.cadenceHint')}
          width="medium"
          isOptional
          max={52}
          value={cadencePerYear}
          onChange={setCadence}
        />
      </FieldRow>
      {group !== null && (
        <SelectField
          label={t('neighbourhoods.form.status')}
          width="medium"
          value={status}
          onChange={setStatus}
          options={[
            { value: 'none' as const, label: t('neighbourhoods.statusNone') },
            ...neighbourhoodStatuses.map((value) => ({ value, label: t(`neighbourhoods.status.${value}`) })),
          ]}
        />
      )}
    </FormDialog>
  )
}
