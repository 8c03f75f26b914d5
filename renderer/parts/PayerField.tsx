import { useState } from 'react'
import type { PayerView } from '../../shared/contract/dues.ts'
import { ComboField } from '../components/ComboField.tsx'
import type { ComboOption } from '../components/OptionList.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'

export interface FoundPayer {
  readonly personId: string
  /** Who pays for that person. */
  readonly payer: PayerView
}

export interface PayerFieldProps {
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly isFirst?: boolean
  /** Who stands in it when it is first shown. */
  readonly initial?: ComboOption | null
  readonly onChoose: (found: FoundPayer | null) => void
}

/** Finds somebody by name or street. */
export function PayerField({ label, hint, error, isFirst, initial = null, onChoose }: PayerFieldProps) {
  const [find, setFind] = useState('')
  const [chosen, setChosen] = useState<ComboOption | null>(initial)
  const found = useQuery(api.dues.findPayers, { find }, { keep: true })
  const people = found.state === 'ready' ? found.value : []
  return (
    <ComboField
      label={label}
      hint={hint}
      error={error}
      isRequired
      {...(isFirst ? { isFirst } : {})}
      value={chosen}
      onSearch={setFind}
      isLooking={found.state !== 'ready' || found.isStale}
      options={people.map((person) => ({
        id: person.personId,
        label: person.name,
        note: person.address ?? undefined,
      }))}
      onChange={(option) => {
        setChosen(option)
        const person = people.find(({ personId }) => personId === option?.id)
        onChoose(person ? { personId: person.personId, payer: person.payer } : null)
      }}
    />
  )
}
