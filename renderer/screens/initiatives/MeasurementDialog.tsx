import { useTranslation } from 'react-i18next'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { Measurement, TargetView } from './Targets.tsx'

export interface MeasurementDialogProps {
  readonly target: TargetView
  readonly measurement: Measurement | null
  readonly today: Day
  readonly onClose: () => void
}

/** How a target stands on a day: a number, or of a milestone and own words whether it is so. */
export function MeasurementDialog({ target, measurement, today, onClose }: MeasurementDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.initiatives.saveMeasurement)
  const isSaid = target.kind === 'mijlpaal' || target.kind === 'eigen_woorden'
  const { values, field } = useDraft(
    {
      day: (measurement?.day ?? today) as Day | null, // the field may be emptied
      value: measurement?.value ?? null,
      said: measurement?.value === 0 ? ('no' as const) : ('yes' as const),
      whole: measurement?.whole ?? null,
      area: measurement?.area ?? target.areas[0] ?? '',
      source: measurement?.source ?? '',
    },
    save,
  )
  const submit = async () => {
    const { day, said, area, ...rest } = values
    const value = isSaid ? Number(said === 'yes') : rest.value
    if (day === null || value === null) return
    const place = { area: isSaid ? null : area }
    const outcome = await save.run({ ...rest, ...place, id: measurement?.id ?? null, targetId: target.id, day, value })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(measurement === null ? 'initiatives.measurement.add' : 'initiatives.measurement.change')}
      sub={target.what}
      submit={t('initiatives.measurement.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      {isSaid ? (
        <ChoiceGroup
          label={t('initiatives.measurement.said')}
          choices={[
            { value: 'yes' as const, label: t(`initiatives.said.${target.kind as 'mijlpaal' | 'eigen_woorden'}`) }, // isSaid
            { value: 'no' as const, label: t('initiatives.said.not') },
          ]}
          value={values.said}
          onChange={(said) => field('said').onChange(said as never)} // one of the two above
        />
      ) : (
        <FieldRow>
          <NumberField
            label={t('initiatives.measurement.value')}
            width="short"
            isRequired
            max={1_000_000}
            {...field('value')}
          />
          {target.kind === 'deel' && (
            <NumberField
              label={t('initiatives.measurement.whole')}
              width="short"
              isRequired
              min={1}
              max={1_000_000}
              {...field('whole')}
            />
          )}
        </FieldRow>
      )}
      {target.areas.length > 0 && (
        <SelectField
          label={t('initiatives.measurement.area')}
          options={target.areas.map((area) => ({ value: area, label: area }))}
          {...field('area')}
        />
      )}
      {target.kind === 'aantal' && (
        <TextField label={t('initiatives.measurement.area')} isOptional maxLength={80} {...field('area')} />
      )}
      <DayField label={t('initiatives.measurement.day')} width="medium" isRequired {...field('day')} />
      <TextField
        label={t('initiatives.measurement.source')}
        hint={t('initiatives.measurement.sourceHint')}
        isOptional
        maxLength={200}
        {...field('source')}
      />
    </FormDialog>
  )
}
