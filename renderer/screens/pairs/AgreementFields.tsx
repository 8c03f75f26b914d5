import { useTranslation } from 'react-i18next'
import type { RhythmUnit } from '../../../shared/domain/pair-programme.ts'
import { FieldRow } from '../../components/Form.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'

export interface Agreed {
  readonly aName: string
  readonly bName: string
  readonly unit: RhythmUnit
  readonly times: number | null
  readonly months: number | null
}

/** What the two sides are called, how often they meet and for how long. */
export function AgreementFields(props: { readonly agreed: Agreed; readonly onChange: (agreed: Agreed) => void }) {
  const { t } = useTranslation()
  const { agreed } = props
  const set = (part: Partial<Agreed>) => props.onChange({ ...agreed, ...part })
  return (
    <>
      <FieldRow>
        <TextField
          label={t('pairs.programme.aName')}
          isRequired
          maxLength={60}
          value={agreed.aName}
          onChange={(aName) => set({ aName })}
        />
        <TextField
          label={t('pairs.programme.bName')}
          isRequired
          maxLength={60}
          value={agreed.bName}
          onChange={(bName) => set({ bName })}
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          label={t('pairs.programme.times')}
          isRequired
          width="short"
          min={1}
          max={31}
          value={agreed.times}
          onChange={(times) => set({ times })}
        />
        <SelectField<RhythmUnit>
          label={t('pairs.programme.unit')}
          width="short"
          value={agreed.unit}
          onChange={(unit) => set({ unit })}
          options={[
            { value: 'week', label: t('pairs.programme.units.week') },
            { value: 'maand', label: t('pairs.programme.units.maand') },
          ]}
        />
        <NumberField
          label={t('pairs.programme.months')}
          isRequired
          width="short"
          min={1}
          max={60}
          value={agreed.months}
          onChange={(months) => set({ months })}
        />
      </FieldRow>
    </>
  )
}
