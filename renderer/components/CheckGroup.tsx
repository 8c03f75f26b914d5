import { useId } from 'react'
import { Checkbox } from './Checkbox.tsx'
import styles from './CheckGroup.module.css'
import { FieldError } from './Field.tsx'

export interface CheckGroupProps<Code extends string> {
  readonly label: string
  readonly options: readonly { readonly value: Code; readonly label: string }[]
  readonly value: readonly Code[]
  readonly onChange: (value: Code[]) => void
  readonly hint?: string
  readonly error?: string | undefined
  /** Many short ones stand beside each other. */
  readonly isInColumns?: boolean
}

/** None, one or several of a few. */
export function CheckGroup<Code extends string>(props: CheckGroupProps<Code>) {
  const { label, options, value, onChange, hint, error, isInColumns = false } = props
  const hintId = useId()
  const errorId = `${hintId}-error`
  return (
    <>
      <fieldset
        className={isInColumns ? styles.columns : undefined}
        aria-describedby={[error ? errorId : '', hint ? hintId : ''].filter(Boolean).join(' ') || undefined}
        // As aria-invalid of a field, which a group cannot have: the form goes to it.
        data-wrong={error ? true : undefined}
      >
        <legend>{label}</legend>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            isChecked={value.includes(option.value)}
            onChange={(isChecked) =>
              onChange(isChecked ? [...value, option.value] : value.filter((code) => code !== option.value))
            }
          />
        ))}
        {hint && (
          <p id={hintId} className="soft small">
            {hint}
          </p>
        )}
      </fieldset>
      {error && <FieldError id={errorId} text={error} />}
    </>
  )
}
