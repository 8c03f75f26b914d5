// A field whose text stands for something else: an amount, a day, a time, a number.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldFrame, type FieldProps } from './Field.tsx'
import { useValidity } from './use-validity.ts'

/** What a typed field takes beside its own reading and writing. */
export interface TypedFieldProps<Value> extends FieldProps {
  /** null: left empty. Text that cannot be read never reaches `onChange` as a value: it holds the form back. */
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
  readonly isFirst?: boolean
}

interface Typing<Value> {
  readonly read: (text: string) => Value | undefined
  readonly write: (value: Value) => string
  /** Says what cannot be read and gives an example. */
  readonly unreadable: string
  readonly inputMode: 'decimal' | 'numeric' | 'text'
  readonly prefix?: string
}

export function TypedField<Value>({
  value,
  onChange,
  isFirst = false,
  typing,
  ...field
}: TypedFieldProps<Value> & { readonly typing: Typing<Value> }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(() => (value === null ? '' : typing.write(value)))
  const [known, setKnown] = useState(value)
  // The value was changed from outside (another record, a button): show that one.
  if (!Object.is(known, value)) {
    setKnown(value)
    setTyped(value === null ? '' : typing.write(value))
  }
  const isEmpty = typed.trim() === ''
  const unreadable = !isEmpty && typing.read(typed) === undefined ? typing.unreadable : undefined
  const empty = field.isRequired && isEmpty ? t('app.field.required') : undefined
  const validity = useValidity<HTMLInputElement>(unreadable, empty)

  const change = (text: string) => {
    setTyped(text)
    const next = text.trim() === '' ? null : (typing.read(text) ?? null)
    setKnown(next)
    if (!Object.is(next, value)) onChange(next)
  }
  const leave = () => {
    validity.say()
    const read = typing.read(typed)
    if (read !== undefined) setTyped(typing.write(read))
  }
  return (
    <FieldFrame width="short" {...field} error={validity.shown ?? field.error}>
      {(control) => (
        <input
          {...control}
          ref={validity.ref}
          type="text"
          dir="ltr"
          inputMode={typing.inputMode}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the first field of a dialog somebody just opened
          autoFocus={isFirst}
          value={typed}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={leave}
          onInvalid={validity.onInvalid}
        />
      )}
    </FieldFrame>
  )
}
