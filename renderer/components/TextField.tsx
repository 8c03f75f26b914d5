import { useTranslation } from 'react-i18next'
import { FieldFrame, type FieldProps } from './Field.tsx'
import { useValidity } from './use-validity.ts'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'password'
  readonly maxLength?: number
  readonly placeholder?: string
  readonly isFirst?: boolean
}

/** One line of text. `isFirst` takes the focus when a dialog opens. */
export function TextField({
  value,
  onChange,
  type = 'text',
  maxLength,
  placeholder,
  isFirst = false,
  ...field
}: TextFieldProps) {
  const { t } = useTranslation()
  const empty = field.isRequired && value.trim() === '' ? t('app.field.required') : undefined
  const validity = useValidity<HTMLInputElement>(undefined, empty)
  return (
    <FieldFrame {...field} error={validity.shown ?? field.error}>
      {(control) => (
        <input
          {...control}
          ref={validity.ref}
          // A mail address is checked where it is kept, in the user's own language.
          type={type === 'email' ? 'text' : type}
          inputMode={type === 'email' ? 'email' : undefined}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the first field of a dialog somebody just opened
          autoFocus={isFirst}
          maxLength={maxLength}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onInvalid={validity.onInvalid}
        />
      )}
    </FieldFrame>
  )
}
