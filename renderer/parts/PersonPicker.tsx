import { useState } from 'react'
import { ComboField } from '../components/ComboField.tsx'
import type { FieldProps } from '../components/Field.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'

export interface PickedPerson {
  readonly id: string
  readonly name: string
}

export interface PersonPickerProps extends FieldProps {
  readonly value: PickedPerson | null
  readonly onChange: (person: PickedPerson | null) => void
  /** Only people of this binnenbuurt; null for everybody. */
  readonly neighbourhoodId?: string | null
  /** People who cannot be chosen. */
  readonly except?: readonly string[]
  readonly isFirst?: boolean
}

/** Choosing somebody who belongs today by typing a part of the name, street or phone number. */
export function PersonPicker({ value, onChange, neighbourhoodId = null, except = [], ...field }: PersonPickerProps) {
  const [text, setText] = useState('')
  const question = { text: text.trim().slice(0, 100), neighbourhood: neighbourhoodId, except: [...except] }
  const found = useQuery(api.members.choose, question, { keep: true })
  const people = found.state === 'ready' ? found.value : []
  return (
    <ComboField
      {...field}
      value={value && { id: value.id, label: value.name }}
      onChange={(option) => onChange(option && { id: option.id, name: option.label })}
      onSearch={setText}
      isLooking={found.state !== 'ready' || found.isStale}
      options={people.map(({ id, name, address }) => ({ id, label: name, note: address }))}
    />
  )
}
