import { useTranslation } from 'react-i18next'
import {
  readAreas,
  sourcesOfKind,
  type TargetCounting,
  type TargetKind,
  type TargetSource,
  targetCountings,
  targetKinds,
  usualLoyalty,
  usualRetentionDays,
} from '../../../shared/domain/initiative-target.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDraft } from '../../data/use-draft.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import type { TargetView } from './Targets.tsx'

export interface TargetDialogProps {
  readonly initiativeId: string
  /** Null: a new one. */
  readonly target: TargetView | null
  readonly onClose: () => void
}

/** One condition by which can be seen that it worked; only what its kind asks for is shown. */
export function TargetDialog({ initiativeId, target, onClose }: TargetDialogProps) {
  const { t } = useTranslation()
  const save = useCommand(api.initiatives.saveTarget)
  const { values, field } = useDraft(
    {
      what: target?.what ?? '',
      kind: target?.kind ?? ('aantal' as TargetKind),
      source: target?.source ?? ('metingen' as TargetSource),
      counting: target?.counting ?? ('stand' as TargetCounting),
      needed: target?.needed ?? null,
      areas: target?.areas.join('\n') ?? '',
      days: target?.days ?? (usualRetentionDays as number | null),
      year: target?.year ?? null,
      loyalTimes: target?.loyalTimes ?? (usualLoyalty.times as number | null),
      loyalOutOf: target?.loyalOutOf ?? (usualLoyalty.outOf as number | null),
      byDay: target?.byDay ?? null,
    },
    save,
  )
  const sources = sourcesOfKind[values.kind]
  const source = sources.includes(values.source) ? values.source : 'metingen'
  const counts = values.kind !== 'mijlpaal' && values.kind !== 'eigen_woorden'
  const lasts = values.kind === 'na_dagen' || (values.kind === 'deel' && source === 'aanmeldingen')
  const submit = async () => {
    const outcome = await save.run({
      ...values,
      id: target?.id ?? null,
      initiativeId,
      source,
      areas: [...readAreas(values.areas)],
    })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t(target === null ? 'initiatives.target.add' : 'initiatives.target.change')}
      submit={t('initiatives.target.save')}
      command={save}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('initiatives.target.what')}
        hint={t('initiatives.target.whatHint')}
        isRequired
        isFirst
        maxLength={200}
        {...field('what')}
      />
      <SelectField
        label={t('initiatives.target.kind')}
        options={targetKinds.map((value) => ({ value, label: t(`initiatives.target.kinds.${value}`) }))}
        {...field('kind')}
      />
      {counts && (
        <NumberField
          label={t(values.kind === 'deel' ? 'initiatives.target.percent' : 'initiatives.target.needed')}
          width="short"
          isRequired
          min={1}
          max={values.kind === 'deel' ? 100 : 1_000_000}
          {...field('needed')}
        />
      )}
      {values.kind === 'per_gebied' && (
        <TextArea
          label={t('initiatives.target.areas')}
          hint={t('initiatives.target.areasHint')}
          isRequired
          rows={5}
          {...field('areas')}
        />
      )}
      {sources.length > 1 && (
        <SelectField
          label={t('initiatives.target.source')}
          options={sources.map((value) => ({ value, label: t(`initiatives.target.sources.${value}`) }))}
          {...field('source')}
          value={source}
        />
      )}
      {lasts && (
        <NumberField
          label={t('initiatives.target.days')}
          hint={t('initiatives.target.daysHint')}
          width="short"
          isRequired
          min={1}
          max={3660}
          {...field('days')}
        />
      )}
      {source === 'trouw' && (
        <FieldRow>
          <NumberField
            label={t('initiatives.target.loyalTimes')}
            width="short"
            isRequired
            min={1}
            max={1000}
            {...field('loyalTimes')}
          />
          <NumberField
            label={t('initiatives.target.loyalOutOf')}
            width="short"
            isRequired
            min={1}
            max={1000}
            {...field('loyalOutOf')}
          />
        </FieldRow>
      )}
      {source === 'metingen' && (values.kind === 'aantal' || values.kind === 'per_gebied') && (
        <ChoiceGroup
          label={t('initiatives.target.counting')}
          choices={targetCountings.map((value) => ({ value, label: t(`initiatives.target.countings.${value}`) }))}
          {...field('counting')}
        />
      )}
      <FieldRow>
        <DayField label={t('initiatives.target.byDay')} width="medium" isOptional {...field('byDay')} />
        {counts && (
          <NumberField
            label={t('initiatives.target.year')}
            hint={t('initiatives.target.yearHint')}
            width="short"
            isOptional
            min={1900}
            max={2200}
            {...field('year')}
          />
        )}
      </FieldRow>
    </FormDialog>
  )
}
