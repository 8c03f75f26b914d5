import { useTranslation } from 'react-i18next'
import { FieldFrame, type FieldProps } from './Field.tsx'
import { useValidity } from './use-validity.ts'

export interface TextAreaProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly maxLength?: number
  readonly rows?: number
}

/** Some lines of plain text. */
export function TextArea({ value, onChange, maxLength, rows = 4, ...field }: TextAreaProps) {
  const { t } = useTranslation()
  const empty = field.isRequired && value.trim() === '' ? t('app.field.required') : undefined
  const validity = useValidity<HTMLTextAreaElement>(undefined, empty)
  return (
    <FieldFrame {...field} error={validity.shown ?? field.error}>
      {(control) => (
        <textarea
          {...control}
          ref={validity.ref}
          dir="auto"
          rows={rows}
          maxLength={maxLength}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onInvalid={validity.onInvalid}
        />
      )}
    </FieldFrame>
  )
}
