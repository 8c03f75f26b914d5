import { Checkbox } from './Checkbox.tsx'

export interface CheckGroupProps<Code extends string> {
  readonly label: string
  readonly options: readonly { readonly value: Code; readonly label: string }[]
  readonly value: readonly Code[]
  readonly onChange: (value: Code[]) => void
}

/** None, one or several of a few. */
export function CheckGroup<Code extends string>({ label, options, value, onChange }: CheckGroupProps<Code>) {
  return (
    <fieldset>
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
    </fieldset>
  )
}
