// What every field has around it: a label that says what is asked, a hint, and what is wrong with it.
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Field.module.css'
import { Icon } from './Icon.tsx'

/** What every field takes. */
export interface FieldProps {
  readonly label: string
  /** One short line under the field: how to write it, what it is for. */
  readonly hint?: string | undefined
  /** What is wrong and what helps; usually `command.fieldError('phone')`. */
  readonly error?: string | undefined
  readonly isRequired?: boolean
  /** Says "mag leeg blijven" after the label. */
  readonly isOptional?: boolean
  /** short: an amount or a day. medium: a name. full: the whole line (usual). */
  readonly width?: 'short' | 'medium' | 'full'
}

interface FieldFrameProps extends FieldProps {
  readonly children: (control: ControlProps) => ReactNode
}

/** What the input inside a frame must carry. */
export interface ControlProps {
  readonly id: string
  readonly className: string
  readonly required: boolean
  readonly 'aria-invalid': boolean | undefined
  readonly 'aria-describedby': string | undefined
}

/** Label above, control, then the error or the hint. */
export function FieldFrame({
  label,
  hint,
  error,
  isRequired = false,
  isOptional = false,
  width = 'full',
  children,
}: FieldFrameProps) {
  const { t } = useTranslation()
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [error ? errorId : '', hint ? hintId : ''].filter(Boolean).join(' ')
  return (
    <div className={`${styles.field} ${styles[width]}`}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {isOptional && <span className={styles.optional}> ({t('app.field.optional')})</span>}
      </label>
      {children({
        id,
        className: styles.control ?? '',
        required: isRequired,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      {error && <FieldError id={errorId} text={error} />}
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** Says at the field what is wrong with it. */
export function FieldError({ id, text }: { readonly id?: string; readonly text: string }) {
  return (
    <p id={id} className={styles.error}>
      <Icon name="cross" />
      <span>{text}</span>
    </p>
  )
}
