import { useTranslation } from 'react-i18next'
import { FieldFrame, type FieldProps } from './Field.tsx'
import styles from './SelectField.module.css'
import { useValidity } from './use-validity.ts'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
}

export interface SelectFieldProps<Value extends string> extends FieldProps {
  /** null: nothing chosen yet. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly options: readonly SelectOption<Value>[]
  /** Stands in the field while nothing is chosen. */
  readonly placeholder?: string
}

/** One of a list of choices. A native list: it opens large, and every screen reader and hand knows it. */
export function SelectField<Value extends string>({
  value,
  onChange,
  options,
  placeholder,
  ...field
}: SelectFieldProps<Value>) {
  const { t } = useTranslation()
  const empty = field.isRequired && value === null ? t('app.field.required') : undefined
  const validity = useValidity<HTMLSelectElement>(undefined, empty)
  return (
    <FieldFrame {...field} error={validity.shown ?? field.error}>
      {(control) => (
        <span className={styles.frame}>
          <select
            {...control}
            className={`${control.className} ${styles.select}`}
            ref={validity.ref}
            value={value ?? ''}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.currentTarget.value)
              if (chosen) onChange(chosen.value)
            }}
            onInvalid={validity.onInvalid}
          >
            {value === null && <option value="">{placeholder ?? t('app.field.choose')}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </span>
      )}
    </FieldFrame>
  )
}
