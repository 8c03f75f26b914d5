import { useTranslation } from 'react-i18next'
import { SelectField } from '../../components/SelectField.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'

export interface GroupFieldProps {
  readonly label: string
  /** Null: none of them. */
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  readonly error?: string | undefined
}

const none = 'none'

/** One of the binnenbuurten, or none; not there in a book without any. */
export function GroupField({ label, value, onChange, error }: GroupFieldProps) {
  const { t } = useTranslation()
  const groups = useQuery(api.neighbourhoods.names, {})
  if (groups.state !== 'ready' || groups.value.length === 0) return null
  return (
    <SelectField
      label={label}
      value={value ?? none}
      onChange={(id) => onChange(id === none ? null : id)}
      error={error}
      options={[
        { value: none, label: t('workingGroup.noGroup') },
        ...groups.value.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
