import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './ComboField.module.css'
import { FieldFrame, type FieldProps } from './Field.tsx'
import { type ComboOption, OptionList } from './OptionList.tsx'
import { useValidity } from './use-validity.ts'

export interface ComboFieldProps extends FieldProps {
  readonly value: ComboOption | null
  readonly onChange: (option: ComboOption | null) => void
  /** What was typed; answer with `options`. The empty text asks for the first few. */
  readonly onSearch: (text: string) => void
  readonly options: readonly ComboOption[]
  /** The options answer an earlier text; those for this one are on their way. */
  readonly isLooking: boolean
  readonly isFirst?: boolean
}

/** Choosing one of many by typing a part of it. Arrows move, Enter chooses, Esc closes the list. */
export function ComboField({
  value,
  onChange,
  onSearch,
  options,
  isLooking,
  isFirst = false,
  ...field
}: ComboFieldProps) {
  const { t } = useTranslation()
  const listId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const text = typed ?? value?.label ?? ''
  // Text that names nobody must not look like a choice when the form is sent.
  const unknown = typed !== null && typed.trim() !== '' ? t('app.field.chooseFromList') : undefined
  const empty = field.isRequired && value === null ? t('app.field.required') : undefined
  const validity = useValidity<HTMLInputElement>(unknown, empty)
  // Of options that answer an earlier text none is marked: whoever types quickly and presses Enter would choose somebody else.
  const marked = isLooking ? -1 : Math.min(active, options.length - 1)
  const [isAwaited, setAwaited] = useState(false)

  const choose = (option: ComboOption) => {
    setTyped(null)
    setOpen(false)
    onChange(option)
  }
  useEffect(() => {
    if (!isAwaited || isLooking) return
    setAwaited(false)
    const [only, ...others] = options
    if (only && others.length === 0) choose(only)
  })
  const type = (next: string) => {
    setAwaited(false)
    setTyped(next)
    setActive(0)
    setOpen(true)
    onSearch(next)
    if (value) onChange(null)
  }
  const open = () => {
    if (!isOpen) onSearch(typed ?? '')
    setOpen(true)
  }
  const pressKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) open()
      else if (options.length > 0)
        setActive((Math.max(0, marked) + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length)
    } else if (event.key === 'Enter' && isOpen) {
      const option = options[marked]
      event.preventDefault()
      if (option) choose(option)
      else if (isLooking) setAwaited(true)
    } else if (event.key === 'Escape' && isOpen) {
      // The first Esc closes the list, the next one the dialog around it.
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <FieldFrame {...field} error={validity.shown ?? field.error}>
      {(control) => (
        <span className={styles.frame}>
          <input
            {...control}
            ref={validity.ref}
            type="text"
            role="combobox"
            dir="auto"
            autoComplete="off"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: the first field of a dialog somebody just opened
            autoFocus={isFirst}
            aria-expanded={isOpen && options.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && options[marked] ? `${listId}-${marked}` : undefined}
            value={text}
            onChange={(event) => type(event.currentTarget.value)}
            onClick={open}
            onKeyDown={pressKey}
            onBlur={() => {
              setOpen(false)
              if (typed?.trim() === '') setTyped(null)
              validity.say()
            }}
            onInvalid={validity.onInvalid}
          />
          {isOpen && <OptionList id={listId} label={field.label} options={options} active={marked} onChoose={choose} />}
        </span>
      )}
    </FieldFrame>
  )
}
