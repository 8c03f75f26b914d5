import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './OptionList.module.css'

export interface ComboOption {
  readonly id: string
  /** What is put in the field when it is chosen. */
  readonly label: string
  /** A second line that tells two of the same name apart: an address. */
  readonly note?: string | undefined
}

export interface OptionListProps {
  readonly id: string
  readonly label: string
  readonly options: readonly ComboOption[]
  /** Index of the marked one; -1 for none. */
  readonly active: number
  readonly onChoose: (option: ComboOption) => void
}

/** What can be chosen, under the field in which is typed. The field keeps the focus; the marked one is named to it. */
export function OptionList({ id, label, options, active, onChoose }: OptionListProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  if (options.length === 0) {
    return (
      <div className={styles.list}>
        <p role="status" className={styles.none}>
          {t('app.search.nothing')}
        </p>
      </div>
    )
  }
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className={styles.list}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the field, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: named to the field by aria-activedescendant
        <div
          key={option.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={styles.option}
          // Chosen when it is pressed: a newer answer may move the list before the button is let go, and the click would be nobody's.
          onMouseDown={(event) => {
            // Pressing must not take the focus out of the field.
            event.preventDefault()
            if (event.button === 0) onChoose(option)
          }}
          // What reads the screen aloud clicks without pressing.
          onClick={() => onChoose(option)}
        >
          <bdi className={styles.label}>{option.label}</bdi>
          {option.note && <bdi className={styles.note}>{option.note}</bdi>}
        </div>
      ))}
    </div>
  )
}
