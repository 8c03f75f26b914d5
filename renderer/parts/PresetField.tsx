import { useTranslation } from 'react-i18next'
import { type PresetCode, presetCodes } from '../../shared/domain/presets.ts'
import { SelectField } from '../components/SelectField.tsx'

export interface PresetFieldProps {
  readonly value: PresetCode | null
  readonly onChange: (preset: PresetCode) => void
}

/** Hoe werkt uw buurt? What is chosen fills in other questions, and is never asked again. */
export function PresetField({ value, onChange }: PresetFieldProps) {
  const { t } = useTranslation()
  return (
    <SelectField
      label={t('settings.practices.preset')}
      hint={t('settings.practices.presetHint')}
      placeholder={t('settings.practices.presetPlaceholder')}
      value={value}
      onChange={onChange}
      isOptional
      options={presetCodes.map((code) => ({ value: code, label: t(`settings.practices.presets.${code}`) }))}
    />
  )
}
