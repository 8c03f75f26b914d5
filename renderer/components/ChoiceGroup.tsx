import { type ReactNode, useId } from 'react'
import styles from './ChoiceGroup.module.css'
import { FieldError } from './Field.tsx'
import { Icon, type IconName } from './Icon.tsx'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  /** How many there are of it; stands after the word. */
  readonly count?: number
  readonly icon?: IconName
  /** Language the label is written in, when not that of the screen. */
  readonly lang?: string
  /** One sentence under the word, for choices that need it; only with layout "column". */
  readonly hint?: string
}

export interface ChoiceGroupProps<Value extends string> {
  readonly label: string
  /** null: nothing chosen yet. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly choices: readonly Choice<Value>[]
  /** below (usual): label above the choices. inline: label before them, for filters. column: one under the other. */
  readonly layout?: 'below' | 'inline' | 'column'
  /** The label is only for screen readers, because a heading stands right above. */
  readonly isLabelHidden?: boolean
  readonly hint?: string
  readonly error?: string | undefined
  /** Draws a label in another way, e.g. at its own size. */
  readonly draw?: (choice: Choice<Value>) => ReactNode
}

/** One of a few visible choices. Arrow keys move and choose, Tab goes past the group. */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const { label, value, onChange, choices, layout = 'below', isLabelHidden = false, hint, error, draw } = props
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${name}-label`}
      aria-invalid={error ? true : undefined}
      aria-describedby={
        [error ? `${name}-error` : '', hint ? `${name}-hint` : ''].filter(Boolean).join(' ') || undefined
      }
      className={`${styles.group} ${styles[layout]}`}
    >
      <span id={`${name}-label`} className={isLabelHidden ? 'hide' : styles.label}>
        {label}
      </span>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              className={styles.input}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.value === value ? <Icon name="check" /> : choice.icon && <Icon name={choice.icon} />}
            <span>
              <span lang={choice.lang} className={styles.word}>
                {draw ? draw(choice) : choice.label}
              </span>
              {choice.hint && <span className={styles.sentence}>{choice.hint}</span>}
            </span>
            {choice.count !== undefined && <span className={styles.count}>{choice.count}</span>}
          </label>
        ))}
      </div>
      {error && <FieldError id={`${name}-error`} text={error} />}
      {hint && (
        <p id={`${name}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
