import { useState } from 'react'

export interface Draft<Values> {
  readonly values: Values
  /** What a field takes: `<TextField label="..." {...draft.field('what')} />`. */
  readonly field: <Key extends keyof Values & string>(key: Key) => DraftField<Values[Key]>
}

export interface DraftField<Value> {
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly error: string | undefined
}

/** What is being filled in, until it is saved: values by the names the command has for them. */
export function useDraft<Values extends object>(
  initial: Values,
  command: { readonly fieldError: (field: string) => string | undefined },
): Draft<Values> {
  const [values, setValues] = useState(initial)
  return {
    values,
    field: (key) => ({
      value: values[key],
      onChange: (value) => setValues((before) => ({ ...before, [key]: value })),
      error: command.fieldError(key),
    }),
  }
}
